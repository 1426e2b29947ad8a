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

import java.util.function.Function;

import io.agentbay.internal.terminal.TerminalSocketHandler;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * A {@link WebSocketHandler} of Spring WebFlux that gives everyone who connects a
 * terminal of their own, in the session that belongs to the connection:
 *
 * <pre class="code">
 * new ReactiveTerminalWebSocketHandler(
 *         (socket) -&gt; agentBay.get(sessionId(socket)).map(ReactiveSession::terminals), TerminalOptions.defaults());
 * </pre>
 *
 * <p>
 * Where all connections are to have the same session,
 * {@link ReactiveTerminals#webSocketHandler(TerminalOptions)} is shorter; both speak what
 * is said there. What is typed while the session is looked for is typed when the terminal
 * is there. A connection whose terminals are not found is closed with the code 1011, and
 * so is one whose terminals are not found within {@link TerminalOptions#timeout()}.
 *
 * @since 0.1.0
 */
public final class ReactiveTerminalWebSocketHandler implements WebSocketHandler {

	private final WebSocketHandler handler;

	/**
	 * Create a handler.
	 * @param terminals finds the terminals of the session that somebody who connects is
	 * to have
	 * @param options what the terminals are to be like
	 * @throws IllegalArgumentException if one of them is missing
	 */
	public ReactiveTerminalWebSocketHandler(
			Function<? super WebSocketSession, ? extends Mono<? extends ReactiveTerminals>> terminals,
			TerminalOptions options) {
		this.handler = new TerminalSocketHandler(terminals, options);
	}

	@Override
	public Mono<Void> handle(WebSocketSession socket) {
		return this.handler.handle(socket);
	}

}
