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

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The desktop resource of a session. Holds tickets: its text form shows only the id.
 *
 * @param sessionId the id of the session
 * @param resourceUrl the web page for watching the session
 * @param desktopInfo how to connect to its desktop
 */
public record ResourceData(@JsonProperty("SessionId") @Nullable String sessionId,
		@JsonProperty("ResourceUrl") @Nullable String resourceUrl,
		@JsonProperty("DesktopInfo") @Nullable DesktopInfo desktopInfo) {

	@Override
	public String toString() {
		return "ResourceData[sessionId=" + this.sessionId + "]";
	}

	/**
	 * How to connect to the desktop of a session.
	 *
	 * @param appId the id of the application
	 * @param authCode the code that authorises a connection
	 * @param connectionProperties further properties as JSON text
	 * @param resourceId the id of the resource
	 * @param resourceType the kind of the resource
	 * @param ticket the ticket for a connection
	 */
	public record DesktopInfo(@JsonProperty("AppId") @Nullable String appId,
			@JsonProperty("AuthCode") @Nullable String authCode,
			@JsonProperty("ConnectionProperties") @Nullable String connectionProperties,
			@JsonProperty("ResourceId") @Nullable String resourceId,
			@JsonProperty("ResourceType") @Nullable String resourceType,
			@JsonProperty("Ticket") @Nullable String ticket) {

		@Override
		public String toString() {
			return "DesktopInfo[resourceId=" + this.resourceId + "]";
		}

	}

}
