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

package io.agentbay.local.internal.action;

import java.io.IOException;
import java.util.Map;

import io.agentbay.local.internal.browser.BrowserException;
import io.agentbay.local.internal.browser.BrowserOptions;
import io.agentbay.local.internal.browser.BrowserSeat;
import io.agentbay.local.internal.browser.Browsers;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.session.Links;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tool.Nature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starting the browser of a session, and the way to it.
 */
public final class BrowserActions implements ActionGroup {

	/** What clients are told; no browser listens on a port, see {@link #link}. */
	private static final int PORT = 9222;

	private final JsonMapper mapper;

	private final Sessions sessions;

	private final Links links;

	private final Browsers browsers;

	public BrowserActions(JsonMapper mapper, Sessions sessions, Links links, Browsers browsers) {
		this.mapper = mapper;
		this.sessions = sessions;
		this.links = links;
		this.browsers = browsers;
	}

	@Override
	public Map<String, Action> actions() {
		Nature nature = Nature.real("see [Browser](#browser)");
		return Map.of("InitBrowser", Action.of(nature, this::start), "GetCdpLink", Action.of(nature, this::link));
	}

	private ActionReply start(ActionRequest request) throws IOException, InterruptedException {
		Session session = this.sessions.getUsable(request.required("SessionId"));
		String profile = request.text("PersistentPath", BrowserSeat.PROFILE);
		try {
			BrowserOptions options = BrowserOptions.parse(this.mapper, request.text("BrowserOption"));
			Sandbox sandbox = session.sandbox();
			this.browsers.of(sandbox).start(sandbox, profile, options);
			this.sessions.touch(session);
			return ActionReply.of(Map.of("Port", PORT));
		}
		catch (BrowserException ex) {
			throw new ActionException(400, "BrowserNotStarted", String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * There is a link also before there is a browser, which is started when the link is
	 * used.
	 */
	public ActionReply link(ActionRequest request) {
		Session session = this.sessions.getUsable(request.required("SessionId"));
		String token = this.links.token(session, Links.BROWSER);
		return ActionReply
			.of(Map.of("Url", request.socketEndpoint() + "/cdp/" + token + this.browsers.of(session.sandbox()).path()));
	}

}
