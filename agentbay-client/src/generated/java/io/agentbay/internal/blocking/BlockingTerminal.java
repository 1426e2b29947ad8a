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
// Written by agentbay-face from ReactiveTerminal. Change that, not this.

package io.agentbay.internal.blocking;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

import io.agentbay.terminal.ReactiveTerminal;
import io.agentbay.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveTerminal}.
 */
public final class BlockingTerminal implements Terminal {

	private final ReactiveTerminal reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingTerminal(ReactiveTerminal reactive) {
		this.reactive = reactive;
	}

	@Override
	public String id() {
		return this.reactive.id();
	}

	@Override
	public boolean isAttached() {
		return this.reactive.isAttached();
	}

	@Override
	public OptionalInt exitCode() {
		return this.reactive.exitCode();
	}

	@Override
	public OptionalLong position() {
		return this.reactive.position();
	}

	@Override
	public OptionalLong missed() {
		return this.reactive.missed();
	}

	@Override
	public InputStream output() {
		return Blocking.bytes(this.reactive.output());
	}

	@Override
	public void write(String text) {
		Blocking.run(this.reactive.write(text));
	}

	@Override
	public void write(byte[] bytes) {
		Blocking.run(this.reactive.write(bytes));
	}

	@Override
	public void resize(int columns, int rows) {
		Blocking.run(this.reactive.resize(columns, rows));
	}

	@Override
	public int awaitExit() {
		return Blocking.await(this.reactive.awaitExit());
	}

	@Override
	public int awaitExit(Duration timeout) {
		return Blocking.await(this.reactive.awaitExit(timeout));
	}

	@Override
	public void kill() {
		Blocking.run(this.reactive.kill());
	}

	@Override
	public void detach() {
		Blocking.run(this.reactive.detach());
	}

	@Override
	public void close() {
		Blocking.close(this.reactive.close());
	}

	@Override
	public OutputStream input() {
		return this.reactive.input();
	}

	@Override
	public Process asProcess() {
		return this.reactive.asProcess();
	}

	@Override
	public ReactiveTerminal reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingTerminal that && this.reactive.equals(that.reactive);
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
