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

package io.agentbay.benchmark;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import io.agentbay.AgentBay;
import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandHandle;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;

/**
 * How much a command can write while it is watched, told beside a bare loop that fetches
 * the same file by commands; and how long it takes until its first output is told. Run it
 * with {@code -Xmx64m} to see that the size of the output does not matter.
 */
public final class CommandSpeed {

	private static final String COUNT = "seq 1 10000000";

	private static final int PIECE = 1024 * 1024;

	private static final int ROUNDS = 30;

	private CommandSpeed() {
	}

	/**
	 * Measure.
	 * @param arguments none
	 */
	public static void main(String[] arguments) {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = AgentBay.builder()
					.apiKey(runtime.apiKey())
					.endpoint(runtime.endpoint().toString())
					.environment(Map.of())
					.build();
				Session session = agentBay.create()) {
			System.out.println("isolation: " + runtime.isolation());
			first(session);
			events(session);
			bytes(session);
			bareLoop(session);
		}
		System.exit(0);
	}

	private static void first(Session session) {
		long[] nanos = new long[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			long begin = System.nanoTime();
			long[] told = new long[1];
			session.command().stream("echo x", (event) -> {
				if (event instanceof CommandEvent.Stdout) {
					told[0] = System.nanoTime() - begin;
				}
			});
			nanos[round] = told[0];
		}
		Arrays.sort(nanos);
		System.out.printf("from the start of a command to its first output: p50 %.1f ms%n", nanos[ROUNDS / 2] / 1e6);
	}

	private static void events(Session session) {
		long begin = System.nanoTime();
		long[] position = new long[1];
		session.command().stream(COUNT, (event) -> {
			if (event instanceof CommandEvent.Stdout out) {
				position[0] = out.position();
			}
		}).requireSuccess();
		tell(COUNT + " as events", position[0], begin);
	}

	private static void bytes(Session session) {
		CommandHandle command = session.command().start(COUNT);
		long begin = System.nanoTime();
		long read = Objects.requireNonNull(command.reactive()
			.stdout(0)
			.map((buffer) -> (long) buffer.readableByteCount())
			.reduce(0L, Long::sum)
			.block());
		tell(COUNT + " as bytes", read, begin);
		command.remove();
	}

	private static void bareLoop(Session session) {
		session.command().run(COUNT + " >counted").requireSuccess();
		long begin = System.nanoTime();
		long read = 0;
		int length;
		do {
			String piece = session.command()
				.run("tail -c +%d counted | head -c %d | base64".formatted(read + 1, PIECE))
				.requireSuccess()
				.stdout();
			length = Base64.getMimeDecoder().decode(piece).length;
			read += length;
		}
		while (length > 0);
		tell("a bare loop over the same bytes", read, begin);
	}

	private static void tell(String what, long bytes, long begin) {
		double seconds = (System.nanoTime() - begin) / 1e9;
		System.out.printf("%s: %d bytes in %.2f s, %.1f MB/s%n", what, bytes, seconds, bytes / 1e6 / seconds);
	}

}
