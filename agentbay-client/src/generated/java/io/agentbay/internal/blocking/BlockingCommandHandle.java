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
// Written by agentbay-face from ReactiveCommandHandle. Change that, not this.

package io.agentbay.internal.blocking;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Consumer;

import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandHandle;
import io.agentbay.command.CommandPosition;
import io.agentbay.command.CommandResult;
import io.agentbay.command.CommandStatus;
import io.agentbay.command.ReactiveCommandHandle;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveCommandHandle}.
 */
public final class BlockingCommandHandle implements CommandHandle {

	private final ReactiveCommandHandle reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingCommandHandle(ReactiveCommandHandle reactive) {
		this.reactive = reactive;
	}

	@Override
	public String id() {
		return this.reactive.id();
	}

	@Override
	public CommandStatus fetchStatus() {
		return Blocking.await(this.reactive.fetchStatus());
	}

	@Override
	public CommandResult events(Consumer<? super CommandEvent> consumer) {
		return Blocking.events(this.reactive.events(), CommandEvent.Finished.class, consumer).result();
	}

	@Override
	public CommandResult events(CommandPosition position, Consumer<? super CommandEvent> consumer) {
		return Blocking.events(this.reactive.events(position), CommandEvent.Finished.class, consumer).result();
	}

	@Override
	public InputStream stdout(long offset) {
		return Blocking.bytes(this.reactive.stdout(offset));
	}

	@Override
	public InputStream stderr(long offset) {
		return Blocking.bytes(this.reactive.stderr(offset));
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
	public void closeInput() {
		Blocking.run(this.reactive.closeInput());
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
	public void signal(String signal) {
		Blocking.run(this.reactive.signal(signal));
	}

	@Override
	public void kill() {
		Blocking.run(this.reactive.kill());
	}

	@Override
	public void remove() {
		Blocking.run(this.reactive.remove());
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
	public ReactiveCommandHandle reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingCommandHandle that && this.reactive.equals(that.reactive);
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
