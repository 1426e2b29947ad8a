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

package io.agentbay.internal.tool;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.agentbay.internal.http.Secret;
import io.agentbay.tool.McpTool;
import org.jspecify.annotations.Nullable;

/**
 * The ways to the tools of one session.
 *
 * @param sessionId the session
 * @param directLink the base of the direct link, {@code null} if the session has none
 * @param token the secret of the direct link, {@code null} if the session has none
 * @param tools the tools that the session announced
 */
public record ToolChannel(String sessionId, @Nullable URI directLink, @Nullable Secret token, List<McpTool> tools) {

	/** Tools that every session is said to have, whether it lists them or not. */
	private static final Map<String, String> UNANNOUNCED = Map.of("set_env", "wuying_system", "get_env",
			"wuying_system");

	public ToolChannel {
		tools = List.copyOf(tools);
	}

	/**
	 * Return the server that runs a tool.
	 * @param tool the tool
	 * @return the server, {@code null} if the session did not announce it
	 */
	public @Nullable String serverOf(String tool) {
		for (McpTool candidate : this.tools) {
			if (candidate.name().equals(tool) && !candidate.server().isEmpty()) {
				return candidate.server();
			}
		}
		return UNANNOUNCED.get(tool);
	}

	/**
	 * Return whether calls of a tool take the direct link.
	 * @param tool the tool
	 * @return whether the session has a direct link and announced the tool's server
	 */
	public boolean isDirect(String tool) {
		return this.directLink != null && this.token != null && serverOf(tool) != null;
	}

}
