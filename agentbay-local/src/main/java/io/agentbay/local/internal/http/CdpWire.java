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

import io.agentbay.local.internal.browser.DevTools;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * The way from a browser to a client. The browser cannot be made to wait, so a client
 * that does not read what it has asked for is let go.
 */
final class CdpWire implements DevTools.Receiver {

	private static final long MAX_WAITING = 256L * 1024 * 1024;

	private static final int MAX_REASON = 100;

	private final WebSocketSession socket;

	private final Sinks.Many<String> waiting = Sinks.many().unicast().onBackpressureBuffer();

	private long length;

	private @Nullable String refusal;

	CdpWire(WebSocketSession socket) {
		this.socket = socket;
	}

	@Override
	public synchronized void receive(String text) {
		this.length += text.length();
		if (this.length > MAX_WAITING) {
			refuse("The client does not read");
		}
		this.waiting.tryEmitNext(text);
	}

	@Override
	public synchronized void end() {
		this.waiting.tryEmitComplete();
	}

	/**
	 * End it, and tell the client why.
	 */
	synchronized void refuse(String reason) {
		this.refusal = reason.substring(0, Math.min(MAX_REASON, reason.length()));
		end();
	}

	private synchronized void taken(String text) {
		this.length -= text.length();
	}

	Flux<WebSocketMessage> messages() {
		return this.waiting.asFlux().doOnNext(this::taken).map(this.socket::textMessage);
	}

	/**
	 * Close the connection, when all has been sent.
	 */
	synchronized Mono<Void> close() {
		return this.socket
			.close((this.refusal != null) ? CloseStatus.SERVER_ERROR.withReason(this.refusal) : CloseStatus.NORMAL);
	}

}
