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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.agentbay.local.internal.context.ContextRecord;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.context.Contexts;
import io.agentbay.local.internal.mount.Mounts;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tool.Nature;
import org.jspecify.annotations.Nullable;

/**
 * Contexts: from their creation to their end.
 */
public final class ContextActions implements ActionGroup {

	private static final int DEFAULT_PAGE = 10;

	private static final int MAX_PAGE = 100;

	private final Contexts contexts;

	private final Sessions sessions;

	private final Mounts mounts;

	public ContextActions(Contexts contexts, Sessions sessions, Mounts mounts) {
		this.contexts = contexts;
		this.sessions = sessions;
		this.mounts = mounts;
	}

	@Override
	public Map<String, Action> actions() {
		return Map.of("GetContext",
				Action.of(Nature.real("on disk; contexts survive the runtime when it was given a data directory"),
						this::get),
				"ListContexts", this::list, "ModifyContext", this::modify, "DeleteContext", this::delete,
				"ClearContext", this::clear);
	}

	private ActionReply get(ActionRequest request) throws IOException {
		String id = request.text("ContextId");
		if (id != null) {
			return ActionReply.of(describe(this.contexts.get(id)));
		}
		String name = name(request.text("Name"));
		if (request.flag("AllowCreate")) {
			return ActionReply.of(describe(this.contexts.findOrCreate(name)));
		}
		return ActionReply.of(describe(this.contexts.find(name)
			.orElseThrow(() -> new ContextRefusedException("Context.NotFound", "Context " + name + " is not found"))));
	}

	private ActionReply list(ActionRequest request) {
		int max = request.integer("MaxResults", DEFAULT_PAGE, 1, MAX_PAGE);
		long after = PageToken.read(request.text("NextToken"));
		List<ContextRecord> matching = new ArrayList<>(this.contexts.list());
		Collections.reverse(matching);
		String sessionId = request.text("SessionId");
		if (sessionId != null) {
			Set<String> mounted = this.mounts.contextIds(this.sessions.get(sessionId));
			matching = matching.stream().filter((context) -> mounted.contains(context.id())).toList();
		}
		List<ContextRecord> rest = matching.stream()
			.filter((context) -> after == 0 || context.number() < after)
			.toList();
		List<ContextRecord> page = rest.stream().limit(max).toList();
		String next = (page.size() == rest.size()) ? "" : PageToken.after(page.get(page.size() - 1).number());
		return ActionReply.page(page.stream().map(ContextActions::describe).toList(), max, next, matching.size());
	}

	private ActionReply modify(ActionRequest request) {
		this.contexts.rename(request.required("Id"), name(request.required("Name")));
		return ActionReply.empty();
	}

	private ActionReply delete(ActionRequest request) throws IOException {
		this.contexts.delete(request.required("Id"));
		return ActionReply.empty();
	}

	private ActionReply clear(ActionRequest request) {
		this.contexts.clear(request.required("Id"));
		return ActionReply.empty();
	}

	private static String name(@Nullable String name) {
		if (name == null) {
			throw new ActionException(400, "MissingParameter", "Parameter Name or ContextId is required");
		}
		if (name.isBlank()) {
			throw ActionException.invalid("Name", "must not be blank");
		}
		return name;
	}

	private static Map<String, Object> describe(ContextRecord context) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("Id", context.id());
		data.put("Name", context.name());
		data.put("State", context.state().wireName());
		data.put("CreateTime", Times.text(context.created()));
		data.put("LastUsedTime", Times.text(context.lastUsed()));
		data.put("OsType", context.osType());
		return data;
	}

}
