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

import io.agentbay.command.Command;
import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.command.ReactiveCommand;
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
