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

package io.agentbay.internal.api;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Request of the action {@code CallMcpTool}.
 *
 * @param sessionId the session
 * @param tool the name of the tool
 * @param arguments its arguments
 * @param server the server of the tool, {@code null} if not known
 * @param autoGenSession whether the service may create the session if it is missing
 * @param readTimeout how long to wait for the answer, {@code null} for the default
 * @param connectTimeout how long it may take until the request can be sent, {@code null}
 * for the default
 */
public record CallToolRequest(String sessionId, String tool, Map<String, ? extends @Nullable Object> arguments,
		@Nullable String server, boolean autoGenSession, @Nullable Duration readTimeout,
		@Nullable Duration connectTimeout) {

	Parameters parameters() {
		return new Parameters().with("SessionId", this.sessionId)
			.with("Name", this.tool)
			.withJson("Args", this.arguments)
			.with("Server", this.server)
			.with("AutoGenSession", this.autoGenSession);
	}

}
