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
import java.util.Objects;

import io.agentbay.command.ReactiveCommandHandle;

/**
 * A command as a process.
 */
public final class CommandProcess extends AwaitedProcess {

	private final ReactiveCommandHandle command;

	private final Memo<InputStream> stdout = new Memo<>();

	private final Memo<InputStream> stderr = new Memo<>();

	/**
	 * Create a process.
	 * @param command the command
	 */
	public CommandProcess(ReactiveCommandHandle command) {
		super(command.input(), command.awaitExit());
		this.command = command;
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
	public int exitValue() {
		if (exit().isDone() && !exit().isCompletedExceptionally()) {
			return Objects.requireNonNull(exit().getNow(null));
		}
		throw new IllegalThreadStateException("The end of the command is not known");
	}

	@Override
	public boolean isAlive() {
		return !exit().isDone();
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
