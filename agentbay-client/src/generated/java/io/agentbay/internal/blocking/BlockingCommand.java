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
// Written by agentbay-face from ReactiveCommand. Change that, not this.

package io.agentbay.internal.blocking;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.agentbay.command.Command;
import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandHandle;
import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.command.CommandStatus;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.command.StartOptions;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveCommand}.
 */
public final class BlockingCommand implements Command {

	private final ReactiveCommand reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingCommand(ReactiveCommand reactive) {
		this.reactive = reactive;
	}

	@Override
	public CommandResult run(String command, CommandOptions options) {
		return Blocking.await(this.reactive.run(command, options));
	}

	@Override
	public CommandResult stream(String command, Consumer<? super CommandEvent> consumer) {
		return Blocking.events(this.reactive.stream(command), CommandEvent.Finished.class, consumer).result();
	}

	@Override
	public CommandResult stream(String command, UnaryOperator<StartOptions> options,
			Consumer<? super CommandEvent> consumer) {
		return Blocking.events(this.reactive.stream(command, options), CommandEvent.Finished.class, consumer).result();
	}

	@Override
	public CommandResult stream(String command, StartOptions options, Consumer<? super CommandEvent> consumer) {
		return Blocking.events(this.reactive.stream(command, options), CommandEvent.Finished.class, consumer).result();
	}

	@Override
	public CommandHandle start(String command, StartOptions options) {
		return new BlockingCommandHandle(Blocking.await(this.reactive.start(command, options)));
	}

	@Override
	public Optional<CommandHandle> find(String id) {
		return Blocking.find(this.reactive.find(id)).map(BlockingCommandHandle::new);
	}

	@Override
	public List<CommandStatus> list() {
		return Blocking.list(this.reactive.list());
	}

	@Override
	public ReactiveCommand reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingCommand that && this.reactive.equals(that.reactive);
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
