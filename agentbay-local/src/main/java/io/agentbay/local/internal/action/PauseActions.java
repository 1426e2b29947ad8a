/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.local.internal.action;

import java.util.Map;

import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tool.Nature;

/**
 * Putting sessions to sleep and waking them. The status has changed when the answer goes
 * out; clients then look at it until it is the one they wait for.
 */
public final class PauseActions implements ActionGroup {

	private final Sessions sessions;

	public PauseActions(Sessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public Map<String, Action> actions() {
		return Map.of("PauseSessionAsync",
				Action.of(Nature.real("all processes of the session really stop (SIGSTOP)"), this::pause),
				"ResumeSessionAsync", this::resume);
	}

	private ActionReply pause(ActionRequest request) {
		this.sessions.pause(this.sessions.get(request.required("SessionId")));
		return ActionReply.empty();
	}

	private ActionReply resume(ActionRequest request) {
		this.sessions.resume(this.sessions.get(request.required("SessionId")));
		return ActionReply.empty();
	}

}
