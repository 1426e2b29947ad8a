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

import org.jspecify.annotations.Nullable;

/**
 * How to watch a session and to connect to its desktop. Holds tickets: its text form
 * shows only the ids.
 *
 * @param sessionId the session
 * @param resourceUrl the web page for watching it
 * @param appId the application on its desktop
 * @param authCode the code that authorises a connection
 * @param connectionProperties further properties as JSON text
 * @param resourceId the resource
 * @param resourceType the kind of the resource
 * @param ticket the ticket for a connection
 * @since 0.1.0
 */
public record SessionInfo(String sessionId, @Nullable String resourceUrl, @Nullable String appId,
		@Nullable String authCode, @Nullable String connectionProperties, @Nullable String resourceId,
		@Nullable String resourceType, @Nullable String ticket) {

	@Override
	public String toString() {
		return "SessionInfo[sessionId=" + this.sessionId + ", resourceId=" + this.resourceId + "]";
	}

}
