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

package io.agentbay.internal.blocking;

import java.io.IOException;

import io.agentbay.terminal.ReactiveTerminal;
import reactor.core.publisher.Mono;

/**
 * Types on a terminal what is written.
 */
public final class TerminalInput extends PassedOnInput {

	private static final int END_OF_INPUT = 4;

	private final ReactiveTerminal terminal;

	/**
	 * Create a stream.
	 * @param terminal the terminal
	 */
	public TerminalInput(ReactiveTerminal terminal) {
		this.terminal = terminal;
	}

	@Override
	Mono<Void> pass(byte[] bytes) {
		return this.terminal.write(bytes);
	}

	@Override
	public synchronized void close() throws IOException {
		if (!isClosed() && this.terminal.isAttached()) {
			await(pass(new byte[] { END_OF_INPUT }));
		}
		refuseFurther();
	}

}
