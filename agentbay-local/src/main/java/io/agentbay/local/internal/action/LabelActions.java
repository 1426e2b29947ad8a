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

import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.Sessions;
import tools.jackson.databind.json.JsonMapper;

/**
 * The labels of sessions.
 */
public final class LabelActions implements ActionGroup {

	private final JsonMapper mapper;

	private final Sessions sessions;

	public LabelActions(JsonMapper mapper, Sessions sessions) {
		this.mapper = mapper;
		this.sessions = sessions;
	}

	@Override
	public Map<String, Action> actions() {
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
