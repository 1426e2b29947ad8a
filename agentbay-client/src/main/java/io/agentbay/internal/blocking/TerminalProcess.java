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

import io.agentbay.terminal.ReactiveTerminal;

/**
 * A program on a terminal as a process.
 */
public final class TerminalProcess extends AwaitedProcess {

	private final ReactiveTerminal terminal;

	private final Memo<InputStream> output = new Memo<>();

	/**
	 * Create a process.
	 * @param terminal the terminal on which it runs
	 */
	public TerminalProcess(ReactiveTerminal terminal) {
		super(terminal.input(), terminal.awaitExit());
		this.terminal = terminal;
	}

	@Override
	public InputStream getInputStream() {
		return this.output.get(() -> Blocking.bytes(this.terminal.output()));
	}

	@Override
	public InputStream getErrorStream() {
		return InputStream.nullInputStream();
	}

	@Override
	public int exitValue() {
		return this.terminal.exitCode()
			.orElseThrow(() -> new IllegalThreadStateException("The end of the program is not known"));
	}

	@Override
	public boolean isAlive() {
		return this.terminal.isAttached();
	}

	@Override
	public boolean supportsNormalTermination() {
		return false;
	}

	@Override
	public void destroy() {
		Blocking.close(this.terminal.close());
	}

	@Override
	public Process destroyForcibly() {
		destroy();
		return this;
	}

}
