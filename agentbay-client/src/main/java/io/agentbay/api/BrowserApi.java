package io.agentbay.api;

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
