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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;

/**
 * Joins the WebSocket of a client with one of a program in a session, message by message,
 * in both directions as they come.
 */
final class SocketForwarding {

	private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

	private static final int MAX_ANSWER_BYTES = 256 * 1024 * 1024;

	private final WebSocketService clients;

	private final ReactorNettyWebSocketClient programs;

	SocketForwarding(HttpClient client, int maxMessageBytes) {
		this.clients = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
				() -> WebsocketServerSpec.builder().maxFramePayloadLength(maxMessageBytes)));
		this.programs = new ReactorNettyWebSocketClient(client,
				() -> WebsocketClientSpec.builder().maxFramePayloadLength(MAX_ANSWER_BYTES));
	}

	static boolean isAskedFor(ServerRequest request) {
		return "websocket".equalsIgnoreCase(request.headers().firstHeader(HttpHeaders.UPGRADE));
	}

	/**
	 * Join the client that sent a handshake with a program, which has the first word: it
	 * may not be there, and chooses the protocol.
	 * @param request the handshake
	 * @param target where the program listens
	 * @param onMessage runs for each message of the client
	 * @param unanswered what the client is told if the program does not answer
	 * @return the end of both
	 */
	Mono<ServerResponse> forward(ServerRequest request, URI target, Runnable onMessage, Reply unanswered) {
		List<String> offered = request.headers()
			.header(PROTOCOLS)
			.stream()
			.flatMap((header) -> Arrays.stream(header.split(",")))
			.map(String::strip)
			.toList();
		return ServerResponse.ok()
			.build((exchange, context) -> this.programs
				.execute(target, handler(offered, (program) -> accept(exchange, program, onMessage)))
				.onErrorResume((failure) -> exchange.getResponse().isCommitted() ? Mono.error(failure)
						: unanswered.write(exchange.getResponse())));
	}

	/**
	 * An accepted handshake is not the end of it. It is answered on the connection's own
	 * thread: on another one, what the client says at once can be read before the
	 * connection is a WebSocket, and is lost.
	 */
	private Mono<Void> accept(ServerWebExchange exchange, WebSocketSession program, Runnable onMessage) {
		String agreed = program.getHandshakeInfo().getSubProtocol();
		Sinks.Empty<Void> end = Sinks.empty();
		WebSocketHandler joined = (client) -> join(client, program, onMessage)
			.doFinally((signal) -> end.tryEmitEmpty());
		return this.clients.handleRequest(exchange, handler((agreed != null) ? List.of(agreed) : List.of(), joined))
			.then(end.asMono());
	}

	/** Whichever side closes, or fails, takes the other with it. */
	private static Mono<Void> join(WebSocketSession client, WebSocketSession program, Runnable onMessage) {
		Mono<Void> there = program.send(copied(client.receive().doOnNext((message) -> onMessage.run())));
		Mono<Void> back = client.send(copied(program.receive()));
		return Mono.firstWithSignal(there, back).then(Mono.defer(program::close)).then(Mono.defer(client::close));
	}

	private static Flux<WebSocketMessage> copied(Flux<WebSocketMessage> messages) {
		return messages
			.filter((message) -> message.getType() == WebSocketMessage.Type.TEXT
					|| message.getType() == WebSocketMessage.Type.BINARY)
			.map((message) -> new WebSocketMessage(message.getType(), message.retain().getPayload()));
	}

	private static WebSocketHandler handler(List<String> protocols, WebSocketHandler handler) {
		return new WebSocketHandler() {

			@Override
			public List<String> getSubProtocols() {
				return protocols;
			}

			@Override
			public Mono<Void> handle(WebSocketSession session) {
				return handler.handle(session);
			}

		};
	}

}
