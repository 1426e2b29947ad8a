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

package io.agentbay.terminal;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.adapter.AbstractWebSocketSession;

/**
 * The server's side of a WebSocket, of which a test says when what happens. As with
 * Reactor Netty, what is received ends in the moment in which the closing begins.
 */
final class HeldSocket extends AbstractWebSocketSession<String> {

	private final Sinks.Many<WebSocketMessage> received = Sinks.many().unicast().onBackpressureBuffer();

	private final Sinks.Empty<Void> allSent = Sinks.empty();

	private final Sinks.Empty<Void> closed = Sinks.empty();

	private final List<String> events = new CopyOnWriteArrayList<>();

	HeldSocket() {
		super("", "held", new HandshakeInfo(URI.create("ws://localhost/"), new HttpHeaders(), Mono.empty(), null),
				DefaultDataBufferFactory.sharedInstance);
	}

	/** What happened to the connection, in its order. */
	List<String> events() {
		return this.events;
	}

	void type(String text) {
		this.received.tryEmitNext(textMessage(text));
	}

	void refuse(Throwable failure) {
		this.received.tryEmitError(failure);
	}

	void letSend() {
		this.allSent.tryEmitEmpty();
	}

	void letClose() {
		this.closed.tryEmitEmpty();
	}

	@Override
	public Flux<WebSocketMessage> receive() {
		return this.received.asFlux().doOnCancel(() -> this.events.add("receiving cancelled"));
	}

	@Override
	public Mono<Void> send(Publisher<WebSocketMessage> messages) {
		return Flux.from(messages).then(this.allSent.asMono());
	}

	@Override
	public Mono<Void> close(CloseStatus status) {
		return this.closed.asMono().doOnSubscribe((subscription) -> {
			this.events.add("closing with " + status.getCode() + " " + status.getReason());
			this.events.add("received all");
			this.received.tryEmitComplete();
		}).doOnCancel(() -> this.events.add("closing cancelled")).doOnSuccess((nothing) -> this.events.add("closed"));
	}

	@Override
	public Mono<CloseStatus> closeStatus() {
		return Mono.never();
	}

	@Override
	public boolean isOpen() {
		return true;
	}

}
