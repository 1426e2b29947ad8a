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

import io.agentbay.local.internal.channel.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * Sends the frames of a channel, with a limit on those that wait to be sent: whoever has
 * more to say waits.
 */
final class WebSocketWire implements Wire {

	private static final Logger logger = LoggerFactory.getLogger(WebSocketWire.class);

	private static final int MAX_WAITING = 256 * 1024;

	private final WebSocketSession socket;

	private final Sinks.Many<String> waiting = Sinks.many().unicast().onBackpressureBuffer();

	private long length;

	private boolean gone;

	WebSocketWire(WebSocketSession socket) {
		this.socket = socket;
	}

	@Override
	public synchronized boolean send(String frame) throws InterruptedException {
		while (!this.gone && this.length >= MAX_WAITING) {
			wait();
		}
		return add(frame);
	}

	@Override
	public synchronized boolean trySend(String frame) {
		return this.length < MAX_WAITING && add(frame);
	}

	private boolean add(String frame) {
		if (this.gone) {
			return false;
		}
		this.length += frame.length();
		return this.waiting.tryEmitNext(frame).isSuccess();
	}

	private synchronized void taken(String frame) {
		this.length -= frame.length();
		notifyAll();
	}

	@Override
	public void close(int code, String reason) {
		this.socket.close(new CloseStatus(code, reason)).subscribe((closed) -> {
		}, (failure) -> logger.debug("A WebSocket could not be closed in good order", failure));
	}

	Flux<WebSocketMessage> frames() {
		return this.waiting.asFlux().doOnNext(this::taken).map(this.socket::textMessage);
	}

	synchronized void gone() {
		this.gone = true;
		notifyAll();
	}

}
