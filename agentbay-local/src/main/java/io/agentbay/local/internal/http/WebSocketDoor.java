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

import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.channel.Channel;
import io.agentbay.local.internal.channel.Channels;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.SessionNotFoundException;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.journal.Journal;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.WebsocketServerSpec;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;

/**
 * The door through which a client stays in touch with a session: a WebSocket, opened by
 * the session's token. Pings are answered by the library below.
 */
final class WebSocketDoor {

	static final String PATH = "/ws/{sessionId}";

	/** Tells clients that they may cancel calls, which the service does not offer. */
	private static final String CANCEL_HEADER = "X-AgentBay-Cancel";

	private final Sessions sessions;

	private final Channels channels;

	private final Envelopes envelopes;

	private final Handling handling;

	private final WebSocketService service;

	WebSocketDoor(Sessions sessions, Channels channels, Envelopes envelopes, Handling handling, int maxFrameBytes) {
		this.sessions = sessions;
		this.channels = channels;
		this.envelopes = envelopes;
		this.handling = handling;
		this.service = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
				() -> WebsocketServerSpec.builder().maxFramePayloadLength(maxFrameBytes)));
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		List<String> tokens = request.headers().header("X-Access-Token");
		String token;
		try {
			token = this.sessions.get(request.pathVariable("sessionId")).token();
		}
		catch (SessionNotFoundException ex) {
			return this.envelopes.failure(ex).send();
		}
		if (tokens.size() != 1 || !ApiKey.equal(token, tokens.get(0))) {
			// A stranger leaves no trace in the journal and takes no fault away.
			return this.envelopes.failure(401, "InvalidToken", "The token is missing or is not the one of this session")
				.send();
		}
		return this.handling.stream(Journal.WEB_SOCKET, Mono.defer(() -> {
			Session session = this.sessions.getUsable(request.pathVariable("sessionId"));
			if (!"websocket".equalsIgnoreCase(request.headers().firstHeader("Upgrade"))) {
				Reply reply = this.envelopes.failure(426, "UpgradeRequired", "Only WebSockets are served here");
				return new Reply(reply.status(), reply.body(), Map.of("Upgrade", "websocket")).send();
			}
			return ServerResponse.ok().header(CANCEL_HEADER, "true").build((exchange, context) -> {
				exchange.getResponse().getHeaders().set(CANCEL_HEADER, "true");
				return this.service.handleRequest(exchange, (socket) -> serve(session.id(), socket));
			});
		}));
	}

	private Mono<Void> serve(String sessionId, WebSocketSession socket) {
		WebSocketWire wire = new WebSocketWire(socket);
		Channel channel;
		try {
			channel = this.channels.open(sessionId, wire);
		}
		catch (SessionNotFoundException ex) {
			return socket.close(CloseStatus.POLICY_VIOLATION);
		}
		Mono<Void> reading = socket.receive()
			.filter((message) -> message.getType() == WebSocketMessage.Type.TEXT)
			.doOnNext((message) -> channel.receive(message.getPayloadAsText()))
			.then();
		return Mono.firstWithSignal(reading, socket.send(wire.frames())).doFinally((signal) -> {
			wire.gone();
			channel.closed();
		});
	}

}
