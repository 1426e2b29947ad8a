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

import io.agentbay.tool.McpTool;
import org.jspecify.annotations.Nullable;

/**
 * What the service knows of a session. Holds a token: its text form shows only the id and
 * the status.
 *
 * @param sessionId the session
 * @param status its state
 * @param appInstanceId its instance, {@code null} if not told
 * @param resourceId its resource, {@code null} if not told
 * @param resourceUrl the web page for watching it, {@code null} if not told
 * @param linkUrl the base of its direct link, {@code null} if it has none
 * @param token the secret of the direct link and of the WebSocket, {@code null} if it has
 * none
 * @param wsUrl the address of its WebSocket, {@code null} if it has none
 * @param tools the tools that it announces
 * @param httpPort the port of a VPC session, {@code null} for others
 * @param networkInterfaceIp the address of a VPC session, {@code null} for others
 * @param vpcResource whether it is a VPC session
 * @param contexts the contexts of the session
 * @since 0.1.0
 */
public record SessionDetails(String sessionId, SessionStatus status, @Nullable String appInstanceId,
		@Nullable String resourceId, @Nullable String resourceUrl, @Nullable String linkUrl, @Nullable String token,
		@Nullable String wsUrl, List<McpTool> tools, @Nullable String httpPort, @Nullable String networkInterfaceIp,
		boolean vpcResource, List<ContextReference> contexts) {

	@Override
	public String toString() {
		return "SessionDetails[sessionId=" + this.sessionId + ", status=" + this.status + "]";
	}

	/**
	 * A context of a session.
	 *
	 * @param id the context
	 * @param name its name
	 */
	public record ContextReference(String id, String name) {
	}

}
