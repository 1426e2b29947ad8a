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

package io.agentbay.wire;

import java.time.Duration;
import java.util.Map;

import io.agentbay.terminal.TerminalOptions;

/**
 * The terminals of a session.
 */
final class TerminalCalls {

	private TerminalCalls() {
	}

	static void addTo(Catalogue calls) {
		calls.call("open", (it) -> it.streaming().terminals().open());
		calls.call("open, full",
				(it) -> it.streaming()
					.terminals()
					.open(TerminalOptions.defaults()
						.withSize(120, 40)
						.withWorkingDirectory("/tmp")
						.withShell("zsh")
						.withEnvironment(Map.of("A", "ü"))
						.withTimeout(Duration.ofSeconds(5))));
		calls.call("attach", (it) -> it.streaming().terminals().attach("pty-1"));
		calls.call("attach, position", (it) -> it.streaming().terminals().attach("pty-1", 42));
		calls.call("list", (it) -> it.streaming().terminals().list());
		calls.call("kill", (it) -> it.streaming().terminals().kill("pty-1"));
		calls.call("write and resize", (it) -> {
			var terminal = it.streaming().terminals().attach("pty-1");
			terminal.write("ls ü\r");
			terminal.write(new byte[] { (byte) 0xc3 });
			terminal.resize(100, 30);
			it.await(5);
		});
	}

}
