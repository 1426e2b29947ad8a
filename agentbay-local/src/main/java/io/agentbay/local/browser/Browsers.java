package io.agentbay.local.browser;

import io.agentbay.local.sandbox.Sandbox;
import tools.jackson.databind.json.JsonMapper;

/**
 * The browsers of all sessions.
 */
public final class Browsers {

	private final JsonMapper mapper;

	/**
	 * Begin without any browser.
	 * @param mapper reads and writes JSON
	 */
	public Browsers(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * The place for the browser of a session.
	 * @param sandbox the session's sandbox
	 * @return the place, maybe empty
	 */
	public BrowserSeat of(Sandbox sandbox) {
		return sandbox.companion(BrowserSeat.class, () -> new BrowserSeat(this.mapper));
	}

}
