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

import io.agentbay.internal.http.Endpoint;
import io.agentbay.internal.http.ReliableCaller;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.observe.CallObserver;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The actions of the service, one method each: typed request in, typed reply out. What
 * the service refused is a failed {@link ApiReply}; what prevented an answer is an error.
 */
public final class AgentBayApi {

	private final ApiCaller caller;

	private final ContextApi contexts;

	private final AccountApi account;

	private final BrowserApi browsers;

	/**
	 * Create the API.
	 * @param caller gets answers to requests
	 * @param observer observes each call
	 * @param endpoint where the service is
	 * @param apiKey the key to it
	 * @param responseTimeout how long to wait for an answer
	 */
	public AgentBayApi(ReliableCaller caller, CallObserver observer, Endpoint endpoint, Secret apiKey,
			Duration responseTimeout) {
		this.caller = new ApiCaller(caller, observer, endpoint, apiKey, responseTimeout);
		this.contexts = new ContextApi(this.caller);
		this.account = new AccountApi(this.caller);
		this.browsers = new BrowserApi(this.caller);
	}

	/**
	 * Return the actions on contexts.
	 * @return the actions
	 */
	public ContextApi contexts() {
		return this.contexts;
	}

	/**
	 * Return the actions on what an account has besides sessions and contexts.
	 * @return the actions
	 */
	public AccountApi account() {
		return this.account;
	}

	/**
	 * Return the actions on browsers.
	 * @return the actions
	 */
	public BrowserApi browsers() {
		return this.browsers;
	}

	/**
	 * Start a session: action {@code CreateMcpSession}.
	 * @param request what kind of session
	 * @return the record of the session
	 */
	public Mono<ApiReply<SessionData>> createMcpSession(CreateSessionRequest request) {
		return this.caller.call(Action.CREATE_MCP_SESSION, null, request::parameters, Answers.data(SessionData.class));
	}

	/**
	 * Read the record of a session: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the record
	 */
	public Mono<ApiReply<SessionData>> getSession(String sessionId) {
		return this.caller.call(Action.GET_SESSION, sessionId, forSession(sessionId), Answers.data(SessionData.class));
	}

	/**
	 * Read the status of a session: action {@code GetSessionDetail}.
	 * @param sessionId the session
	 * @return its status
	 */
	public Mono<ApiReply<SessionDetailData>> getSessionDetail(String sessionId) {
		return this.caller.call(Action.GET_SESSION_DETAIL, sessionId,
				() -> new Parameters().inQuery("SessionId", sessionId), Answers.data(SessionDetailData.class));
	}

	/**
	 * Read a page of the sessions that are alive: action {@code ListSession}.
	 * @param request which sessions, and which page
	 * @return the page
	 */
	public Mono<ApiReply<Page<SessionEntry>>> listSession(ListSessionsRequest request) {
		return this.caller.call(Action.LIST_SESSION, null, request::parameters, Answers.page(SessionEntry.class));
	}

	/**
	 * Begin to end a session: action {@code DeleteSessionAsync}.
	 * @param sessionId the session
	 * @return whether the service began
	 */
	public Mono<ApiReply<Void>> deleteSessionAsync(String sessionId) {
		return this.caller.call(Action.DELETE_SESSION_ASYNC, sessionId, forSession(sessionId), Answers.nothing());
	}

	/**
	 * Begin to put a session to sleep: action {@code PauseSessionAsync}.
	 * @param sessionId the session
	 * @return whether the service began
	 */
	public Mono<ApiReply<Void>> pauseSessionAsync(String sessionId) {
		return this.caller.call(Action.PAUSE_SESSION_ASYNC, sessionId, forSession(sessionId), Answers.nothing());
	}

	/**
	 * Begin to wake a session: action {@code ResumeSessionAsync}.
	 * @param sessionId the session
	 * @return whether the service began
	 */
	public Mono<ApiReply<Void>> resumeSessionAsync(String sessionId) {
		return this.caller.call(Action.RESUME_SESSION_ASYNC, sessionId, forSession(sessionId), Answers.nothing());
	}

	/**
	 * Restart the idle time of a session: action {@code RefreshSessionIdleTime}.
	 * @param sessionId the session
	 * @return whether the service did
	 */
	public Mono<ApiReply<Void>> refreshSessionIdleTime(String sessionId) {
		return this.caller.call(Action.REFRESH_SESSION_IDLE_TIME, sessionId, forSession(sessionId), Answers.nothing());
	}

	/**
	 * Read the desktop resource of a session: action {@code GetMcpResource}.
	 * @param sessionId the session
	 * @return the resource
	 */
	public Mono<ApiReply<ResourceData>> getMcpResource(String sessionId) {
		return this.caller.call(Action.GET_MCP_RESOURCE, sessionId, forSession(sessionId),
				Answers.data(ResourceData.class));
	}

	/**
	 * Replace the labels of a session: action {@code SetLabel}.
	 * @param sessionId the session
	 * @param labels the labels
	 * @return whether the service did
	 */
	public Mono<ApiReply<Void>> setLabel(String sessionId, Map<String, String> labels) {
		return this.caller.call(Action.SET_LABEL, sessionId,
				() -> new Parameters().with("SessionId", sessionId).withJson("Labels", labels), Answers.nothing());
	}

	/**
	 * Read the labels of a session: action {@code GetLabel}.
	 * @param sessionId the session
	 * @return the labels
	 */
	public Mono<ApiReply<Map<String, String>>> getLabel(String sessionId) {
		return this.caller.call(Action.GET_LABEL, sessionId, forSession(sessionId), Answers::labels);
	}

	/**
	 * Read the address of a port of a session: action {@code GetLink}.
	 * @param sessionId the session
	 * @param protocol the protocol of the address, {@code null} for the service's choice
	 * @param port the port in the session, {@code null} for the browser's
	 * @param option an option of the protocol, {@code null} for none
	 * @return the address
	 */
	public Mono<ApiReply<String>> getLink(String sessionId, @Nullable String protocol, @Nullable Integer port,
			@Nullable String option) {
		return this.caller.call(Action.GET_LINK, sessionId,
				() -> new Parameters().with("SessionId", sessionId)
					.with("ProtocolType", protocol)
					.with("Port", port)
					.with("Option", option),
				Answers::url);
	}

	/**
	 * Ask how to connect with {@code adb}: action {@code GetAdbLink}.
	 * @param sessionId the session
	 * @param adbPublicKey the public key of the {@code adb} that will connect
	 * @return the command that connects
	 */
	public Mono<ApiReply<String>> getAdbLink(String sessionId, String adbPublicKey) {
		return this.caller.call(Action.GET_ADB_LINK, sessionId, () -> new Parameters().with("SessionId", sessionId)
			.withJson("Option", Map.of("adbkey_pub", adbPublicKey)), Answers::url);
	}

	/**
	 * Call a tool in a session: action {@code CallMcpTool}.
	 * @param request the tool and its arguments
	 * @return the content that the tool answered
	 */
	public Mono<ApiReply<JsonNode>> callMcpTool(CallToolRequest request) {
		return this.caller.call(Action.CALL_MCP_TOOL, request.sessionId(), request::parameters, request.readTimeout(),
				request.connectTimeout(), Answers::unwrapped);
	}

	/**
	 * Read the tools of an image: action {@code ListMcpTools}.
	 * @param imageId the image
	 * @return the tools as a JSON array
	 */
	public Mono<ApiReply<JsonNode>> listMcpTools(String imageId) {
		return this.caller.call(Action.LIST_MCP_TOOLS, null, () -> new Parameters().with("ImageId", imageId),
				Answers::unwrapped);
	}

	static ApiCall.ParametersFactory forSession(String sessionId) {
		return () -> new Parameters().with("SessionId", sessionId);
	}

}
