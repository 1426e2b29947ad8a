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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;

import io.agentbay.local.internal.browser.Browser;
import io.agentbay.local.internal.browser.BrowserOptions;
import io.agentbay.local.internal.browser.BrowserSeat;
import io.agentbay.local.internal.browser.Browsers;
import io.agentbay.local.internal.session.Links;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.SessionStatus;
import io.agentbay.local.internal.session.Sessions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;

/**
 * The door to the browser of a session, which itself can be reached by nobody. Opened by
 * the secret in the path. A browser that does not run yet is started.
 */
final class CdpDoor {

	static final String PATH = "/cdp/{token}/{*rest}";

	private static final String PAGE = "/devtools/page/";

	private final Links links;

	private final Sessions sessions;

	private final Browsers browsers;

	private final JsonMapper mapper;

	private final Envelopes envelopes;

	private final Scheduler workers;

	private final WebSocketService service;

	CdpDoor(Links links, Sessions sessions, Browsers browsers, JsonMapper mapper, Envelopes envelopes, Executor workers,
			int maxMessageBytes) {
		this.links = links;
		this.sessions = sessions;
		this.browsers = browsers;
		this.mapper = mapper;
		this.envelopes = envelopes;
		this.workers = Schedulers.fromExecutor(workers);
		this.service = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
				() -> WebsocketServerSpec.builder().maxFramePayloadLength(maxMessageBytes)));
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		Optional<Session> session = this.links.findBrowser(request.pathVariable("token"));
		if (session.isEmpty()) {
			return this.envelopes.failure(404, "NotFound", "There is no such browser, or its session has ended").send();
		}
		if (session.get().status() != SessionStatus.RUNNING) {
			return this.envelopes
				.failure(503, "IncorrectSessionStatus",
						"The session is %s; its browser does not answer until it is resumed"
							.formatted(session.get().status()))
				.send();
		}
		if (!SocketForwarding.isAskedFor(request)) {
			return Mono.fromCallable(() -> describe(request, session.get()))
				.subscribeOn(this.workers)
				.onErrorResume(IOException.class,
						(failure) -> Mono
							.just(this.envelopes.failure(502, "BadGateway", String.valueOf(failure.getMessage()))))
				.flatMap(Reply::send);
		}
		String path = rest(request);
		BrowserSeat seat = this.browsers.of(session.get().sandbox());
		if (!path.equals(seat.path()) && !path.startsWith(PAGE)) {
			return this.envelopes.failure(404, "NotFound", "The browser does not serve this").send();
		}
		String target = path.startsWith(PAGE) ? path.substring(PAGE.length()) : "";
		return ServerResponse.ok()
			.build((exchange, context) -> this.service.handleRequest(exchange,
					(socket) -> serve(session.get(), target, socket)));
	}

	/**
	 * The browser is started when the handshake is over, and what the client says
	 * meanwhile waits.
	 */
	private Mono<Void> serve(Session session, String target, WebSocketSession socket) {
		CdpWire wire = new CdpWire(socket);
		Runnable farewell = session.atEnd(wire::end);
		Mono<Void> talk = Mono.fromCallable(() -> browser(session).open(target, wire))
			.subscribeOn(this.workers)
			.doOnError((failure) -> wire.refuse(String.valueOf(failure.getMessage())))
			.flatMap((client) -> socket.receive()
				.map((message) -> message.getPayloadAsText(StandardCharsets.UTF_8))
				.publishOn(this.workers)
				.doOnNext((text) -> {
					this.sessions.touch(session);
					client.send(text);
				})
				.then()
				.doFinally((signal) -> client.close()))
			.doFinally((signal) -> wire.end());
		// The end of what is sent is the end of all: the client may never say a word.
		Mono<Void> sending = socket.send(wire.messages()).then(Mono.defer(wire::close));
		return Mono.firstWithSignal(talk.onErrorComplete().then(Mono.never()), sending)
			.doFinally((signal) -> farewell.run());
	}

	private Browser browser(Session session) throws IOException, InterruptedException {
		return this.browsers.of(session.sandbox())
			.start(session.sandbox(), BrowserSeat.PROFILE, BrowserOptions.parse(this.mapper, null));
	}

	private Reply describe(ServerRequest request, Session session) throws IOException, InterruptedException {
		String scheme = "https".equals(request.uri().getScheme()) ? "wss" : "ws";
		String address = "%s://%s/cdp/%s".formatted(scheme, OpenApiDoor.endpoint(request).getRawAuthority(),
				request.pathVariable("token"));
		String query = request.uri().getQuery();
		return browser(session)
			.describe(rest(request), (query != null) ? query : "", address, this.browsers.of(session.sandbox()).path())
			.map((answer) -> this.envelopes.json(200, answer))
			.orElseGet(() -> this.envelopes.failure(404, "NotFound", "The browser does not serve this"));
	}

	private static String rest(ServerRequest request) {
		String path = request.uri().getRawPath();
		return path.substring(path.indexOf('/', "/cdp/".length()));
	}

}
