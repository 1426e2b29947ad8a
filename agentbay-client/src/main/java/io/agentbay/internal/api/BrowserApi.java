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

import java.util.Map;

import reactor.core.publisher.Mono;

/**
 * The actions on browsers, one method each.
 */
public final class BrowserApi {

	private static final String PROFILE = "/tmp/agentbay_browser";

	private final ApiCaller caller;

	BrowserApi(ApiCaller caller) {
		this.caller = caller;
	}

	/**
	 * Start the browser of a session: action {@code InitBrowser}.
	 * @param sessionId the session
	 * @param option what it is to be like, in the service's form
	 * @return where it is driven
	 */
	public Mono<ApiReply<BrowserData>> initBrowser(String sessionId, Map<String, ?> option) {
		return this.caller.call(Action.INIT_BROWSER, sessionId,
				() -> new Parameters().with("SessionId", sessionId)
					.with("PersistentPath", PROFILE)
					.withJson("BrowserOption", option),
				Answers.data(BrowserData.class));
	}

	/**
	 * Read the address at which the browser of a session is driven: action
	 * {@code GetCdpLink}.
	 * @param sessionId the session
	 * @return the address, a secret
	 */
	public Mono<ApiReply<String>> getCdpLink(String sessionId) {
		return this.caller.call(Action.GET_CDP_LINK, sessionId, AgentBayApi.forSession(sessionId), Answers::url);
	}

}
