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

import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.agentbay.error.AgentBayException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A process in a session, whose end is awaited from the beginning.
 */
abstract class AwaitedProcess extends Process {

	private final OutputStream input;

	private final CompletableFuture<@Nullable Integer> exit;

	AwaitedProcess(OutputStream input, Mono<Integer> exit) {
		this.input = input;
		this.exit = exit.toFuture();
	}

	CompletableFuture<@Nullable Integer> exit() {
		return this.exit;
	}

	@Override
	public OutputStream getOutputStream() {
		return this.input;
	}

	@Override
	public int waitFor() throws InterruptedException {
		try {
			return Objects.requireNonNull(this.exit.get());
		}
		catch (ExecutionException ex) {
			throw failure(ex);
		}
	}

	@Override
	public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
		try {
			this.exit.get(timeout, unit);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			throw failure(ex);
		}
	}

	/**
	 * What Java asks of it, {@link #pid()} and {@link #info()} among them, fails with it.
	 */
	@Override
	public ProcessHandle toHandle() {
		throw new UnsupportedOperationException("""
				This process runs in a session rather than on this machine, and so it has no process id and no handle \
				here. Know it by id() of the command or terminal that it was made of, end it with destroy(), and hear \
				of its end by onExit().""");
	}

	private static RuntimeException failure(ExecutionException ex) {
		return (ex.getCause() instanceof AgentBayException cause) ? cause : new IllegalStateException(ex.getCause());
	}

	@Override
	public CompletableFuture<Process> onExit() {
		return this.exit.thenApply((code) -> this);
	}

}
