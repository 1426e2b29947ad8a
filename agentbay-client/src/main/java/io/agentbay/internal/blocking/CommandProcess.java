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

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.agentbay.command.ReactiveCommandHandle;
import io.agentbay.error.AgentBayException;
import org.jspecify.annotations.Nullable;

/**
 * A command as a process.
 */
public final class CommandProcess extends Process {

	private final ReactiveCommandHandle command;

	private final Memo<InputStream> stdout = new Memo<>();

	private final Memo<InputStream> stderr = new Memo<>();

	private final OutputStream input;

	private final CompletableFuture<@Nullable Integer> exit;

	/**
	 * Create a process.
	 * @param command the command
	 */
	public CommandProcess(ReactiveCommandHandle command) {
		this.command = command;
		this.input = command.input();
		this.exit = command.awaitExit().toFuture();
	}

	@Override
	public OutputStream getOutputStream() {
		return this.input;
	}

	@Override
	public InputStream getInputStream() {
		return this.stdout.get(() -> Blocking.bytes(this.command.stdout(0)));
	}

	@Override
	public InputStream getErrorStream() {
		return this.stderr.get(() -> Blocking.bytes(this.command.stderr(0)));
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

	private static RuntimeException failure(ExecutionException ex) {
		return (ex.getCause() instanceof AgentBayException cause) ? cause : new IllegalStateException(ex.getCause());
	}

	@Override
	public int exitValue() {
		if (this.exit.isDone() && !this.exit.isCompletedExceptionally()) {
			return Objects.requireNonNull(this.exit.getNow(null));
		}
		throw new IllegalThreadStateException("The end of the command is not known");
	}

	@Override
	public boolean isAlive() {
		return !this.exit.isDone();
	}

	@Override
	public CompletableFuture<Process> onExit() {
		return this.exit.thenApply((code) -> this);
	}

	@Override
	public boolean supportsNormalTermination() {
		return true;
	}

	@Override
	public void destroy() {
		Blocking.close(this.command.signal("TERM"));
	}

	@Override
	public Process destroyForcibly() {
		Blocking.close(this.command.signal("KILL"));
		return this;
	}

}
