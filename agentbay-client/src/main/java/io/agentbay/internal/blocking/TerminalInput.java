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
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

import io.agentbay.error.AgentBayException;
import io.agentbay.terminal.ReactiveTerminal;

/**
 * Types on a terminal what is written.
 */
public final class TerminalInput extends OutputStream {

	private static final int END_OF_INPUT = 4;

	private final ReactiveTerminal terminal;

	private boolean closed;

	/**
	 * Create a stream.
	 * @param terminal the terminal
	 */
	public TerminalInput(ReactiveTerminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, bytes.length);
		if (this.closed) {
			throw new IOException("The stream was closed");
		}
		type(Arrays.copyOfRange(bytes, offset, offset + length));
	}

	@Override
	public synchronized void close() throws IOException {
		if (!this.closed && this.terminal.isAttached()) {
			type(new byte[] { END_OF_INPUT });
		}
		this.closed = true;
	}

	private void type(byte[] bytes) throws IOException {
		try {
			Blocking.run(this.terminal.write(bytes));
		}
		catch (AgentBayException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

}
