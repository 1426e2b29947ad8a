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

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The record of a session, as creating and reading it answer. Holds a token: its text
 * form shows only the id and the status.
 *
 * @param sessionId the id
 * @param success {@code false} if creating failed although the request was accepted
 * @param errorMessage why creating failed
 * @param errorCode the code of what went wrong
 * @param vpcIp its address in a network of one's own
 * @param vpcId the network of one's own
 * @param status the status, only when read
 * @param resourceUrl the web page for watching the session
 * @param resourceId the id of its resource
 * @param appInstanceId the id of its instance
 * @param linkUrl the base of the direct link, empty if there is none
 * @param token the secret of the direct link and of the WebSocket
 * @param wsUrl the address of the WebSocket, empty if there is none
 * @param toolList the tools, as a list or as JSON text of one
 * @param httpPort the port of a VPC session
 * @param networkInterfaceIp the address of a VPC session
 * @param vpcResource whether this is a VPC session
 * @param contexts the contexts of the session, only when read
 */
public record SessionData(@JsonProperty("SessionId") @Nullable String sessionId,
		@JsonProperty("Success") @Nullable Boolean success, @JsonProperty("ErrMsg") @Nullable String errorMessage,
		@JsonProperty("ErrorCode") @Nullable String errorCode, @JsonProperty("VpcIp") @Nullable String vpcIp,
		@JsonProperty("VpcId") @Nullable String vpcId, @JsonProperty("Status") @Nullable String status,
		@JsonProperty("ResourceUrl") @Nullable String resourceUrl,
		@JsonProperty("ResourceId") @Nullable String resourceId,
		@JsonProperty("AppInstanceId") @Nullable String appInstanceId,
		@JsonProperty("LinkUrl") @Nullable String linkUrl, @JsonProperty("Token") @Nullable String token,
		@JsonProperty("WsUrl") @JsonAlias("wsUrl") @Nullable String wsUrl,
		@JsonProperty("ToolList") @Nullable JsonNode toolList, @JsonProperty("HttpPort") @Nullable String httpPort,
		@JsonProperty("NetworkInterfaceIp") @Nullable String networkInterfaceIp,
		@JsonProperty("VpcResource") @Nullable Boolean vpcResource,
		@JsonProperty("contexts") @Nullable List<ContextReference> contexts) {

	@Override
	public String toString() {
		return "SessionData[sessionId=" + this.sessionId + ", status=" + this.status + "]";
	}

	/**
	 * A context of a session.
	 *
	 * @param id the id of the context
	 * @param name its name
	 */
	public record ContextReference(@Nullable String id, @Nullable String name) {
	}

}
