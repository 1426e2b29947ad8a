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

import io.agentbay.local.internal.session.Links;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tool.Nature;

/**
 * Links to what programs in a session serve.
 */
public final class LinkActions implements ActionGroup {

	private static final int FIRST_PORT = 30100;

	private static final int LAST_PORT = 30199;

	private final Sessions sessions;

	private final Links links;

	private final Action browserLink;

	public LinkActions(Sessions sessions, Links links, Action browserLink) {
		this.sessions = sessions;
		this.links = links;
		this.browserLink = browserLink;
	}

	@Override
	public Map<String, Action> actions() {
		return Map.of("GetLink",
				Action.of(Nature.real("HTTP and WebSockets to ports %s–%s; without port and protocol as GetCdpLink"
					.formatted(FIRST_PORT, LAST_PORT)), this::link));
	}

	/** Older SDKs find the browser by asking for a link to nothing. */
	private ActionReply link(ActionRequest request) throws IOException, InterruptedException {
		if (request.text("Port") == null && request.text("ProtocolType") == null) {
			return this.browserLink.carryOut(request);
		}
		Session session = this.sessions.getUsable(request.required("SessionId"));
		String protocol = request.text("ProtocolType", "https");
		String token = this.links.token(session, port(request.required("Port")));
		return ActionReply.of(Map.of("Url", switch (protocol) {
			case "https" -> request.endpoint() + "/request_ai/" + token + "/path/";
			case "wss" -> request.socketEndpoint() + "/websocket_ai/" + token;
			default -> throw new ActionException(400, "PARAM_ERROR", "ProtocolType must be https or wss");
		}));
	}

	private static int port(String text) {
		int port;
		try {
			port = Integer.parseInt(text.strip());
		}
		catch (NumberFormatException ex) {
			throw new ActionException(400, "InvalidPort", "Port must be an integer, not " + text);
		}
		if (port < FIRST_PORT || port > LAST_PORT) {
			throw new ActionException(400, "PARAM_ERROR",
					"Port must be from %s to %s, not %s".formatted(FIRST_PORT, LAST_PORT, port));
		}
		return port;
	}

}
