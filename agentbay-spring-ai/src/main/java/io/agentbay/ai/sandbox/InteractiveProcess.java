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

package io.agentbay.ai.sandbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.agentbay.session.Session;
import io.agentbay.terminal.Terminal;
import io.agentbay.terminal.TerminalOptions;

/**
 * A command with open input and output, in a terminal of the session that neither echoes
 * nor changes anything. Both outputs of the command are one.
 */
final class InteractiveProcess extends Process {

	private final Process process;

	private final InputStream output;

	private InteractiveProcess(Process process, InputStream output) {
		this.process = process;
		this.output = output;
	}

	/**
	 * What the shell says before the command runs is read here: its end is marked.
	 */
	static Process start(Session session, String command, Map<String, String> environment) {
		Terminal terminal = session.terminals().open(TerminalOptions.defaults().withEnvironment(environment));
		try {
			String mark = UUID.randomUUID().toString();
			int half = mark.length() / 2;
			terminal.write("stty raw -echo; printf '%%s%%s' '%s' '%s'; exec %s\r".formatted(mark.substring(0, half),
					mark.substring(half), command));
			Process process = terminal.asProcess();
			skip(process.getInputStream(), mark.getBytes(StandardCharsets.US_ASCII));
			return new InteractiveProcess(process, new PromptInputStream(process.getInputStream()));
		}
		catch (IOException ex) {
			terminal.kill();
			throw new UncheckedIOException(ex);
		}
		catch (RuntimeException ex) {
			terminal.kill();
			throw ex;
		}
	}

	private static void skip(InputStream output, byte[] mark) throws IOException {
		int matched = 0;
		while (matched < mark.length) {
			int read = output.read();
			if (read < 0) {
				throw new IOException("The terminal ended before the command began");
			}
			matched = (read == mark[matched]) ? matched + 1 : ((read == mark[0]) ? 1 : 0);
		}
	}

	@Override
	public OutputStream getOutputStream() {
		return this.process.getOutputStream();
	}

	@Override
	public InputStream getInputStream() {
		return this.output;
	}

	@Override
	public InputStream getErrorStream() {
		return InputStream.nullInputStream();
	}

	@Override
	public int waitFor() throws InterruptedException {
		return this.process.waitFor();
	}

	@Override
	public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
		return this.process.waitFor(timeout, unit);
	}

	@Override
	public int exitValue() {
		return this.process.exitValue();
	}

	@Override
	public boolean isAlive() {
		return this.process.isAlive();
	}

	@Override
	public void destroy() {
		this.process.destroy();
	}

	/** Answers what has arrived, rather than wait until all that is asked for has. */
	private static final class PromptInputStream extends FilterInputStream {

		PromptInputStream(InputStream in) {
			super(in);
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			if (length == 0) {
				return 0;
			}
			int first = super.read();
			if (first < 0) {
				return -1;
			}
			buffer[offset] = (byte) first;
			int ready = Math.min(length - 1, available());
			return (ready > 0) ? 1 + Math.max(0, super.read(buffer, offset + 1, ready)) : 1;
		}

	}

}
