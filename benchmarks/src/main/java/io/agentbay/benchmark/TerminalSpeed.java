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

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.terminal.Terminal;
import io.agentbay.terminal.TerminalOptions;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes from a key to its echo, and how much a terminal can show, told beside
 * what a bare WebSocket and a bare loop on this machine do.
 */
public final class TerminalSpeed {

	private static final int WARM_UP = 300;

	private static final int ROUNDS = 1000;

	private static final String COUNT = "seq 1 10000000";

	private final LocalAgentBay runtime;

	private final Session session;

	private TerminalSpeed(LocalAgentBay runtime, Session session) {
		this.runtime = runtime;
		this.session = session;
	}

	/**
	 * Measure.
	 * @param arguments none
	 * @throws Exception if something fails
	 */
	public static void main(String[] arguments) throws Exception {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = AgentBay.builder()
					.apiKey(runtime.apiKey())
					.endpoint(runtime.endpoint().toString())
					.environment(Map.of())
					.build();
				Session session = agentBay.create()) {
			TerminalSpeed speed = new TerminalSpeed(runtime, session);
			speed.echo();
			speed.echoOfBareWebSocket();
			speed.throughput();
			bareThroughput();
		}
		System.exit(0);
	}

	private void echo() throws IOException {
		try (Terminal terminal = this.session.terminals().open(TerminalOptions.defaults().withShell("cat"))) {
			InputStream output = terminal.output();
			tell("a key to its echo", () -> {
				terminal.write("x");
				output.read();
			});
		}
	}

	private void echoOfBareWebSocket() throws Exception {
		try (Terminal terminal = this.session.terminals().open(TerminalOptions.defaults().withShell("cat"))) {
			var state = this.session.details();
			Frames frames = new Frames();
			WebSocket socket = HttpClient.newHttpClient()
				.newWebSocketBuilder()
				.header("X-Access-Token", String.valueOf(state.token()))
				.buildAsync(URI.create(String.valueOf(state.wsUrl())), frames)
				.join();
			String input = "{\"invocationId\":\"i\",\"source\":\"SDK\",\"target\":\"PTY_SERVER\",\"data\":{"
					+ "\"method\":\"pty.input\",\"params\":{\"ptySessionId\":\"" + terminal.id()
					+ "\",\"encoding\":\"utf8\",\"data\":\"x\"}}}";
			tell("a key to its echo, bare WebSocket", () -> {
				socket.sendText(input, true).join();
				frames.texts.take();
			});
			socket.abort();
		}
		System.out.println("isolation: " + this.runtime.isolation());
	}

	private void throughput() throws IOException {
		Terminal terminal = this.session.terminals()
			.open(TerminalOptions.defaults().withShell("/bin/sh").withEnvironment(Map.of("PS1", "> ")));
		terminal.write("exec " + COUNT + "\r");
		long start = System.nanoTime();
		long length = length(terminal.output());
		tell("through a terminal", length, start);
	}

	private static void bareThroughput() throws IOException {
		Process process = new ProcessBuilder("python3", "-c",
				"import os, pty, sys\npid, fd = pty.fork()\nif pid == 0: os.execvp('sh', ['sh', '-c', '" + COUNT
						+ "'])\ntry:\n while True: os.write(1, os.read(fd, 65536))\nexcept OSError: pass")
			.start();
		long start = System.nanoTime();
		tell("through a bare loop", length(process.getInputStream()), start);
	}

	private static long length(InputStream output) throws IOException {
		byte[] buffer = new byte[65536];
		long length = 0;
		for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
			length += count;
		}
		return length;
	}

	private static void tell(String what, long length, long start) {
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.printf("%s: %.1f MB in %.2f s, %.1f MB/s%n", what, length / 1e6, seconds, length / 1e6 / seconds);
	}

	private static void tell(String what, Step step) throws IOException {
		long[] times = new long[ROUNDS];
		try {
			for (int round = -WARM_UP; round < ROUNDS; round++) {
				long start = System.nanoTime();
				step.take();
				if (round >= 0) {
					times[round] = System.nanoTime() - start;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return;
		}
		Arrays.sort(times);
		System.out.printf("%s: p50 %.2f ms, p99 %.2f ms%n", what, times[ROUNDS / 2] / 1e6,
				times[ROUNDS * 99 / 100] / 1e6);
	}

	/**
	 * What is measured.
	 */
	private interface Step {

		void take() throws IOException, InterruptedException;

	}

	/**
	 * Takes the frames of a WebSocket.
	 */
	private static final class Frames implements WebSocket.Listener {

		private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
			this.texts.add(text.toString());
			socket.request(1);
			return null;
		}

	}

}
