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

package io.agentbay.session;

import java.util.List;

import io.agentbay.internal.json.Json;
import io.agentbay.tool.McpTool;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.util.Assert;

/**
 * All that is needed to take up a session in another process, without asking the service.
 * Holds the token of the session: keep it as you keep a key. The text form shows only the
 * id.
 *
 * @param sessionId the session
 * @param imageId the image that it was created from, {@code null} if not known
 * @param resourceUrl the web page for watching it, {@code null} if not told
 * @param appInstanceId its instance, {@code null} if not told
 * @param linkUrl the base of its direct link, {@code null} if it has none
 * @param token the secret of the direct link and of the WebSocket, {@code null} if it has
 * none
 * @param wsUrl the address of its WebSocket, {@code null} if it has none
 * @param tools the tools that it announces
 * @since 0.1.0
 */
public record SessionState(String sessionId, @Nullable String imageId, @Nullable String resourceUrl,
		@Nullable String appInstanceId, @Nullable String linkUrl, @Nullable String token, @Nullable String wsUrl,
		List<McpTool> tools) {

	public SessionState {
		Assert.hasText(sessionId, "'sessionId' must not be empty");
		tools = (tools != null) ? List.copyOf(tools) : List.of();
	}

	/**
	 * Read a state.
	 * @param json the text that {@link #toJson()} has written
	 * @return the state
	 * @throws IllegalArgumentException if the text is something else
	 */
	public static SessionState fromJson(String json) {
		Assert.hasText(json, "'json' must not be empty");
		try {
			return Json.MAPPER.readValue(json, SessionState.class);
		}
		catch (JacksonException ex) {
			// Neither its message nor its cause: they may show the token.
			throw new IllegalArgumentException("'json' is not the state of a session");
		}
	}

	/**
	 * Write this state, the token included.
	 * @return JSON text
	 */
	public String toJson() {
		return Json.MAPPER.writeValueAsString(this);
	}

	@Override
	public String toString() {
		return "SessionState[sessionId=" + this.sessionId + "]";
	}

}
