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

package io.agentbay.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.agentbay.AgentBay;
import io.agentbay.session.Session;
import io.agentbay.terminal.Terminal;
import io.agentbay.terminal.TerminalOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads many terminals at once. Tests run it as a program of its own, with less memory
 * than the terminals write.
 */
public final class SmallMemoryTerminals {

	/** What is written, and nothing else on a terminal is. */
	private static final byte MARK = 1;

	private static final Duration LIMIT = Duration.ofMinutes(4);

	private SmallMemoryTerminals() {
	}

	public static void main(String[] args) {
		int terminals = Integer.parseInt(args[3]);
		int bytes = Integer.parseInt(args[4]);
		try (AgentBay agentBay = AgentBay.builder().endpoint(args[0]).apiKey(args[1]).environment(Map.of()).build()) {
			Session session = agentBay.get(args[2]);
			int before = Thread.activeCount();
			List<Terminal> open = new ArrayList<>();
			for (int number = 0; number < terminals; number++) {
				open.add(session.terminals().open(TerminalOptions.defaults().withShell("/bin/sh")));
			}
			String command = "head -c %d /dev/zero | tr '\\000' '\\001'; exit\r".formatted(bytes);
			AtomicLong wrong = new AtomicLong();
			Flux.fromIterable(open)
				.flatMap((terminal) -> terminal.reactive()
					.write(command)
					.then(count(terminal))
					.filter((count) -> count != bytes), terminals)
				.doOnNext((count) -> wrong.incrementAndGet())
				.then()
				.block(LIMIT);
			System.out.printf("wrong: %d, threads: %d%n", wrong.get(), Thread.activeCount() - before);
		}
	}

	private static Mono<Long> count(Terminal terminal) {
		return terminal.reactive().output().map((buffer) -> {
			long marks = 0;
			for (int index = 0; index < buffer.readableByteCount(); index++) {
				if (buffer.getByte(index) == MARK) {
					marks++;
				}
			}
			return marks;
		}).reduce(0L, Long::sum);
	}

}
