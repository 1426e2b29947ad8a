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

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.mount.CopyMode;
import io.agentbay.local.internal.mount.CopyTask.Progress;
import io.agentbay.local.internal.mount.MountRequest;
import io.agentbay.local.internal.mount.Mounts;
import io.agentbay.local.internal.mount.Mounts.Binding;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tool.Nature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contexts in sessions.
 */
public final class MountActions implements ActionGroup {

	private static final String TRANSFER = "file_transfer";

	private final JsonMapper mapper;

	private final Sessions sessions;

	private final Mounts mounts;

	public MountActions(JsonMapper mapper, Sessions sessions, Mounts mounts) {
		this.mapper = mapper;
		this.sessions = sessions;
		this.mounts = mounts;
	}

	@Override
	public Map<String, Action> actions() {
		return Map.of("BindContexts", Action.of(Nature.real("see [Contexts](#contexts)"), this::bind),
				"DescribeSessionContexts", this::bindings, "SyncContext", this::sync, "GetContextInfo", this::info,
				"GetAndLoadInternalContext", Action.of(Nature.real("`file_transfer`"), this::internal));
	}

	private ActionReply bind(ActionRequest request) throws IOException {
		Session session = this.sessions.getUsable(request.required("SessionId"));
		List<MountRequest> contexts = MountRequest.read(this.mapper, request.required("PersistenceDataList"));
		if (contexts.isEmpty()) {
			throw ActionException.invalid("PersistenceDataList", "must name at least one context");
		}
		try {
			this.mounts.mount(session, contexts);
		}
		catch (IOException ex) {
			throw new ContextRefusedException("Mount.Failed", String.valueOf(ex.getMessage()));
		}
		return ActionReply.empty();
	}

	private ActionReply bindings(ActionRequest request) {
		Session session = this.sessions.get(request.required("SessionId"));
		return ActionReply.of(this.mounts.bindings(session).stream().map(MountActions::describe).toList());
	}

	private static Map<String, Object> describe(Binding binding) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("ContextId", binding.contextId());
		data.put("ContextName", binding.contextName());
		data.put("Path", binding.path());
		data.put("Policy", Objects.requireNonNullElse(binding.policy(), "{}"));
		data.put("BindTime", Times.text(binding.since()));
		return data;
	}

	private ActionReply sync(ActionRequest request) {
		Session session = this.sessions.getUsable(request.required("SessionId"));
		CopyMode mode = switch (request.text("Mode", "upload")) {
			case "upload" -> CopyMode.UPLOAD;
			case "download" -> CopyMode.DOWNLOAD;
			default -> throw ActionException.invalid("Mode", "must be upload or download");
		};
		this.mounts.sync(session, request.text("ContextId"), request.text("Path"), mode);
		return ActionReply.empty();
	}

	/**
	 * JSON in JSON in JSON: the answer holds a text with frames, and the frame a text
	 * with the tasks.
	 */
	private ActionReply info(ActionRequest request) {
		Session session = this.sessions.get(request.required("SessionId"));
		String path = request.text("Path");
		String type = request.text("TaskType");
		Predicate<Progress> filter = (task) -> (path == null || path.equals(task.path()))
				&& (type == null || type.equals(task.taskType()));
		List<Progress> tasks = this.mounts.tasks(session, filter, request.text("ContextId"));
		Object frames = tasks.isEmpty() ? List.of()
				: List.of(Map.of("type", "data", "data", this.mapper.writeValueAsString(tasks)));
		return ActionReply.of(Map.of("ContextStatus", this.mapper.writeValueAsString(frames)));
	}

	private ActionReply internal(ActionRequest request) throws IOException {
		Session session = this.sessions.getUsable(request.required("SessionId"));
		boolean transfer = request.parameters()
			.entrySet()
			.stream()
			.anyMatch((parameter) -> parameter.getKey().matches("ContextTypes(\\.\\d+)?")
					&& parameter.getValue().equals(TRANSFER));
		if (!transfer) {
			throw ActionException.invalid("ContextTypes", "must hold " + TRANSFER);
		}
		return ActionReply.of(List.of(Map.of("ContextId", this.mounts.transferContext(session), "ContextPath",
				Mounts.TRANSFER_PATH, "ContextType", TRANSFER)));
	}

}
