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

package io.agentbay.internal.terminal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.terminal.ReactiveTerminal;
import io.agentbay.terminal.ReactiveTerminals;
import io.agentbay.terminal.TerminalOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.Assert;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * Gives everyone who connects a terminal.
 */
public final class TerminalSocketHandler implements WebSocketHandler {

	private static final Logger logger = LoggerFactory.getLogger(TerminalSocketHandler.class);

	private static final Pattern RESIZE = Pattern.compile("\0resize (\\d{1,3})[ x](\\d{1,3})");

	private final ReactiveTerminals terminals;

	private final TerminalOptions options;

	/**
	 * Create a handler.
	 * @param terminals opens the terminals
	 * @param options what they are to be like
	 */
	public TerminalSocketHandler(ReactiveTerminals terminals, TerminalOptions options) {
		Assert.notNull(options, "'options' must not be null");
		this.terminals = terminals;
		this.options = options;
	}

	@Override
	public Mono<Void> handle(WebSocketSession socket) {
		return Mono
			.usingWhen(this.terminals.open(this.options), (terminal) -> serve(terminal, socket),
					(terminal) -> terminal.close().onErrorComplete())
			.onErrorResume((failure) -> {
				logger.debug("A terminal was lost", failure);
				return socket.close(CloseStatus.SERVER_ERROR.withReason("The terminal was lost"));
			});
	}

	private static Mono<Void> serve(ReactiveTerminal terminal, WebSocketSession socket) {
		Mono<Void> typing = socket.receive().concatMap((message) -> typed(terminal, message)).then();
		Mono<Void> showing = socket
			.send(terminal.output().map((bytes) -> socket.binaryMessage((factory) -> factory.wrap(array(bytes)))))
			.then(terminal.awaitExit())
			.flatMap((code) -> socket.close(CloseStatus.NORMAL.withReason("exit " + code)));
		return Mono.firstWithSignal(typing, showing);
	}

	private static Mono<Void> typed(ReactiveTerminal terminal, WebSocketMessage message) {
		byte[] bytes = array(message.getPayload());
		if (message.getType() == WebSocketMessage.Type.TEXT) {
			Matcher resize = RESIZE.matcher(new String(bytes, StandardCharsets.UTF_8));
			if (resize.matches()) {
				return Mono
					.defer(() -> terminal.resize(Integer.parseInt(resize.group(1)), Integer.parseInt(resize.group(2))))
					.onErrorComplete(IllegalArgumentException.class);
			}
		}
		return (message.getType() == WebSocketMessage.Type.TEXT || message.getType() == WebSocketMessage.Type.BINARY)
				? terminal.write(bytes) : Mono.empty();
	}

	private static byte[] array(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		return bytes;
	}

}
