package io.agentbay.local.action;

import java.util.Map;

import io.agentbay.local.session.Session;
import io.agentbay.local.session.Sessions;
import tools.jackson.databind.json.JsonMapper;

/**
 * The labels of sessions.
 */
final class LabelActions {

	private final JsonMapper mapper;

	private final Sessions sessions;

	LabelActions(JsonMapper mapper, Sessions sessions) {
		this.mapper = mapper;
		this.sessions = sessions;
	}

	Map<String, Action> actions() {
		return Map.of("SetLabel", this::set, "GetLabel", this::get);
	}

	private ActionReply set(ActionRequest request) {
		Session session = this.sessions.getUsable(request.required("SessionId"));
		session.replaceLabels(Labels.read(this.mapper, request.required("Labels")));
		return ActionReply.empty();
	}

	private ActionReply get(ActionRequest request) {
		Map<String, String> labels = this.sessions.get(request.required("SessionId")).labels();
		return ActionReply.page(Map.of("Labels", this.mapper.writeValueAsString(labels)), Math.max(10, labels.size()),
				"", labels.size());
	}

}
