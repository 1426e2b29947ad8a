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
// Written by agentbay-face from ReactiveTerminals. Change that, not this.

package io.agentbay.internal.blocking;

import java.util.List;

import io.agentbay.terminal.ReactiveTerminals;
import io.agentbay.terminal.Terminal;
import io.agentbay.terminal.TerminalOptions;
import io.agentbay.terminal.Terminals;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.socket.WebSocketHandler;

/**
 * Waits for a {@link ReactiveTerminals}.
 */
public final class BlockingTerminals implements Terminals {

	private final ReactiveTerminals reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingTerminals(ReactiveTerminals reactive) {
		this.reactive = reactive;
	}

	@Override
	public Terminal open(TerminalOptions options) {
		return new BlockingTerminal(Blocking.await(this.reactive.open(options)));
	}

	@Override
	public Terminal attach(String id) {
		return new BlockingTerminal(Blocking.await(this.reactive.attach(id)));
	}

	@Override
	public Terminal attach(String id, long position) {
		return new BlockingTerminal(Blocking.await(this.reactive.attach(id, position)));
	}

	@Override
	public List<String> list() {
		return Blocking.list(this.reactive.list());
	}

	@Override
	public void kill(String id) {
		Blocking.run(this.reactive.kill(id));
	}

	@Override
	public WebSocketHandler webSocketHandler(TerminalOptions options) {
		return this.reactive.webSocketHandler(options);
	}

	@Override
	public ReactiveTerminals reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingTerminals that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
