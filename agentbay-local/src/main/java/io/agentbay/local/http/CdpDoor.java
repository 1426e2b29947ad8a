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

package io.agentbay.local.http;

import java.net.URI;
import java.util.Optional;

import io.agentbay.local.session.Links;
import io.agentbay.local.session.Links.Link;
import io.agentbay.local.session.SessionStatus;
import io.agentbay.local.session.Sessions;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The door to a browser for programs that speak the DevTools protocol themselves. A
 * WebSocket is forwarded message by message, in both directions as they come; each
 * message of the client counts as use of the session. What is served over HTTP beside it
 * tells where the WebSockets are, and tells it as seen from outside.
 */
final class CdpDoor {

	static final String PATH = "/cdp/{token}/{*rest}";

	private static final int MAX_TEXT_BYTES = 4 * 1024 * 1024;

	private final Links links;

	private final Sessions sessions;

	private final Envelopes envelopes;

	private final SocketForwarding sockets;

	private final WebClient web;

	CdpDoor(Links links, Sessions sessions, Envelopes envelopes, Connections connections, int maxMessageBytes) {
		this.links = links;
		this.sessions = sessions;
		this.envelopes = envelopes;
		HttpClient client = HttpClient.create(connections.outgoing()).runOn(connections.threads(), false);
		this.sockets = new SocketForwarding(client, maxMessageBytes);
		this.web = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(client))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(MAX_TEXT_BYTES))
			.build();
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		Optional<Link> link = this.links.find(request.pathVariable("token"));
		if (link.isEmpty()) {
			return this.envelopes.failure(404, "NotFound", "There is no such browser, or its session has ended").send();
		}
		if (link.get().session().status() != SessionStatus.RUNNING) {
			return this.envelopes
				.failure(503, "IncorrectSessionStatus",
						"The session is %s; its browser does not answer until it is resumed"
							.formatted(link.get().session().status()))
				.send();
		}
		return SocketForwarding.isAskedFor(request)
				? this.sockets.forward(request, URI.create("ws://" + browser(link.get()) + rest(request)),
						() -> this.sessions.touch(link.get().session()),
						this.envelopes.failure(502, "BadGateway", "The browser does not answer"))
				: text(request, link.get());
	}

	private Mono<ServerResponse> text(ServerRequest request, Link link) {
		String inside = "ws://" + browser(link) + "/";
		URI own = request.uri();
		String scheme = "https".equals(own.getScheme()) ? "wss" : "ws";
		String authority = own.getAuthority() + "/cdp/" + request.pathVariable("token") + "/";
		return this.web.get()
			.uri(URI.create("http://" + browser(link) + rest(request)))
			.retrieve()
			.toEntity(String.class)
			.flatMap((answer) -> ServerResponse.status(answer.getStatusCode())
				.headers((headers) -> headers.setContentType(answer.getHeaders().getContentType()))
				.bodyValue(String.valueOf(answer.getBody())
					.replace(inside, scheme + "://" + authority)
					.replace(inside.substring("ws://".length()), authority)))
			.onErrorResume(WebClientException.class,
					(failure) -> this.envelopes.failure(502, "BadGateway", "The browser does not serve this").send());
	}

	private static String browser(Link link) {
		return "127.0.0.1:" + link.port();
	}

	private static String rest(ServerRequest request) {
		String path = request.uri().getRawPath();
		String rest = path.substring(path.indexOf('/', "/cdp/".length()));
		String query = request.uri().getRawQuery();
		return rest + ((query != null) ? "?" + query : "");
	}

}
