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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import io.agentbay.session.Session;
import io.agentbay.terminal.Terminal;
import io.agentbay.terminal.TerminalOptions;

/**
 * A command with open input and output, in a terminal of the session that neither echoes
 * nor changes anything. Both outputs of the command are one.
 */
final class InteractiveProcess {

	private InteractiveProcess() {
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
			return process;
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

}
