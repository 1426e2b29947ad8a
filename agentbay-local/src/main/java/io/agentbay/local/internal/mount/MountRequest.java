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

package io.agentbay.local.internal.mount;

import java.util.ArrayList;
import java.util.List;

import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.path.WindowsPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A context that is to be mounted.
 *
 * @param contextId the context
 * @param writtenPath where, as the client wrote it
 * @param path where
 * @param writtenPolicy the policy as the client wrote it, if it did
 * @param policy the policy
 * @param live how the session has it live; {@code null} if its files are copied
 */
public record MountRequest(String contextId, String writtenPath, ContextPath path, @Nullable String writtenPolicy,
		SyncPolicy policy, @Nullable LiveConfig live) {

	private static final String LIVE = "mount";

	MountRequest(String contextId, String writtenPath, ContextPath path, SyncPolicy policy) {
		this(contextId, writtenPath, path, null, policy, null);
	}

	/**
	 * Read the parameter {@code PersistenceDataList}.
	 * @param mapper reads JSON
	 * @param text the parameter, a JSON array; {@code null} for none
	 * @return what is to be mounted
	 * @throws ContextRefusedException if the text makes no sense
	 */
	public static List<MountRequest> read(JsonMapper mapper, @Nullable String text) {
		List<MountRequest> requests = new ArrayList<>();
		if (text == null) {
			return requests;
		}
		JsonNode list;
		try {
			list = mapper.readTree(text);
		}
		catch (JacksonException ex) {
			throw refused("is not JSON: " + ex.getOriginalMessage());
		}
		if (list.isNull()) {
			return requests;
		}
		if (!list.isArray()) {
			throw refused("must be a JSON array");
		}
		list.forEach((item) -> requests.add(read(mapper, item)));
		return requests;
	}

	private static MountRequest read(JsonMapper mapper, JsonNode item) {
		String contextId = text(item, "ContextId");
		String written = text(item, "Path");
		if (contextId == null || contextId.isBlank() || written == null
				|| !WindowsPath.mapped(written).startsWith("/")) {
			throw refused("must have objects with a ContextId and an absolute Path");
		}
		ContextPath path = ContextPath.of(written);
		if (path.isRoot()) {
			throw refused("must not mount a context at the root directory");
		}
		String policy = text(item, "Policy");
		LiveConfig live = live(mapper, item);
		if (live != null && policy != null) {
			throw refused("must not have a Policy for what has the Type " + LIVE);
		}
		return new MountRequest(contextId, written, path, policy, SyncPolicy.read(mapper, policy, path), live);
	}

	private static @Nullable LiveConfig live(JsonMapper mapper, JsonNode item) {
		String type = text(item, "Type");
		if (LIVE.equals(type)) {
			return LiveConfig.read(mapper, item.path("MountConfig"));
		}
		if (type != null && !type.isBlank()) {
			throw refused("must have the Type " + LIVE + ", or none");
		}
		return null;
	}

	private static @Nullable String text(JsonNode item, String name) {
		JsonNode value = item.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw refused("must have a text as " + name);
		}
		return value.stringValue();
	}

	private static ContextRefusedException refused(String problem) {
		return new ContextRefusedException("InvalidParameter", "Parameter PersistenceDataList " + problem);
	}

}
