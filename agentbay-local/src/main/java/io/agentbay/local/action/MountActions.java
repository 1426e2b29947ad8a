package io.agentbay.local.action;

import java.util.Map;

import io.agentbay.local.session.Sessions;

/**
 * The two context actions that clients call for every session, whether it has contexts or
 * not. As this version offers none, there is never anything to synchronise.
 */
final class MountActions {

	private final Sessions sessions;

	MountActions(Sessions sessions) {
		this.sessions = sessions;
	}

	Map<String, Action> actions() {
		return Map.of("SyncContext", this::sync, "GetContextInfo", this::info);
	}

	private ActionReply sync(ActionRequest request) {
		this.sessions.getUsable(request.required("SessionId"));
		String context = request.text("ContextId");
		if (context != null) {
			throw new ActionException(400, "Context.NotFound",
					"Context " + context + " is not found: this version of the local runtime offers no contexts");
		}
		return ActionReply.empty();
	}

	private ActionReply info(ActionRequest request) {
		this.sessions.get(request.required("SessionId"));
		return ActionReply.of(Map.of("ContextStatus", "[]"));
	}

}
