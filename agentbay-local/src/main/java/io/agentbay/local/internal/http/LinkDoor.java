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

package io.agentbay.local.internal.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.agentbay.local.internal.session.Links;
import io.agentbay.local.internal.session.Links.Link;
import io.agentbay.local.internal.session.SessionStatus;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The door to what programs in a session serve: forwards HTTP and WebSockets, in both
 * directions as they come.
 */
final class LinkDoor {

	static final String PATH = "/request_ai/{token}/path/{*rest}";

	static final String SOCKET_PATH = "/websocket_ai/{token}/{*rest}";

	private static final List<String> HOP_BY_HOP = List.of("Connection", "Keep-Alive", "Proxy-Authenticate",
			"Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Host");

	private final Links links;

	private final Envelopes envelopes;

	private final SocketForwarding sockets;

	private final WebClient web;

	LinkDoor(Links links, Envelopes envelopes, Connections connections, int maxMessageBytes) {
		this.links = links;
		this.envelopes = envelopes;
		HttpClient client = HttpClient.create(connections.outgoing()).runOn(connections.threads(), false);
		this.sockets = new SocketForwarding(client, maxMessageBytes);
		this.web = WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		Optional<Link> link = this.links.find(request.pathVariable("token"));
		if (link.isEmpty()) {
			return this.envelopes.failure(404, "NotFound", "There is no such link, or its session has ended").send();
		}
		if (link.get().session().status() != SessionStatus.RUNNING) {
			return this.envelopes
				.failure(503, "IncorrectSessionStatus",
						"The session is %s; nobody answers until it is resumed"
							.formatted(link.get().session().status()))
				.send();
		}
		int port = link.get().port();
		if (SocketForwarding.isAskedFor(request)) {
			return this.sockets.forward(request, target("ws", request, port), () -> {
			}, nobody());
		}
		URI target = target("http", request, port);
		return ServerResponse.ok().build((exchange, context) -> forward(request, target, exchange.getResponse()));
	}

	private Mono<Void> forward(ServerRequest request, URI target, ServerHttpResponse response) {
		HttpHeaders given = request.headers().asHttpHeaders();
		WebClient.RequestBodySpec call = this.web.method(request.method())
			.uri(target)
			.headers((headers) -> copy(given, headers));
		if (given.getContentLength() > 0 || given.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			call.body(BodyInserters.fromDataBuffers(request.exchange().getRequest().getBody()));
		}
		return call.exchangeToMono((answer) -> send(answer, response))
			.onErrorResume(WebClientRequestException.class,
					(failure) -> response.isCommitted() ? Mono.error(failure) : nobody().write(response));
	}

	private Reply nobody() {
		return this.envelopes.failure(502, "BadGateway", "Nothing answers on this port of the session");
	}

	private static Mono<Void> send(ClientResponse answer, ServerHttpResponse response) {
		response.setStatusCode(answer.statusCode());
		copy(answer.headers().asHttpHeaders(), response.getHeaders());
		return response.writeAndFlushWith(answer.bodyToFlux(DataBuffer.class).map(Mono::just));
	}

	private static void copy(HttpHeaders from, HttpHeaders to) {
		Set<String> dropped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		dropped.addAll(HOP_BY_HOP);
		// Whoever sends a message says with it which headers are for the next hop only.
		from.getValuesAsList(HttpHeaders.CONNECTION).forEach((name) -> dropped.add(name.strip()));
		from.forEach((name, values) -> {
			if (!dropped.contains(name)) {
				to.put(name, values);
			}
		});
	}

	private static URI target(String scheme, ServerRequest request, int port) {
		String path = request.uri().getRawPath();
		String prefix = path.startsWith("/websocket_ai/") ? "/websocket_ai/" : "/request_ai/";
		int end = path.indexOf('/', prefix.length());
		String rest = (end < 0) ? "/" : path.substring(end);
		rest = prefix.equals("/request_ai/") ? rest.substring("/path".length()) : rest;
		String query = request.uri().getRawQuery();
		return URI.create(scheme + "://127.0.0.1:" + port + rest + ((query != null) ? "?" + query : ""));
	}

}
