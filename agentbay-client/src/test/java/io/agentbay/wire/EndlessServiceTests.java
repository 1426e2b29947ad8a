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

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.error.AgentBayException;
import io.agentbay.testing.Listener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every call of the catalogue has an end, and a typed one, also with a service that never
 * comes to its own. Calls that have a time of their own are given it: a command that may
 * run for fifty seconds waits a little longer than that for its answer.
 */
@Tag("failure")
class EndlessServiceTests {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final int CALLS_FOR_EACH_CLIENT = 40;

	/** How a service does not end. */
	enum Endless {

		/** It takes a request and says nothing. */
		SILENT(""),

		/** It sends one byte of its answer from time to time. */
		DRIPPING("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"),

		/** It announces an answer and sends a part of it. */
		STALLED("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"Data\":"),

		/** Its answer goes on and on. */
		FLOODING("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");

		private final String beginning;

		Endless(String beginning) {
			this.beginning = beginning;
		}

		void serve(Socket connection) {
			try (connection) {
				OutputStream out = connection.getOutputStream();
				if (connection.getInputStream().read() < 0) {
					return;
				}
				out.write(this.beginning.getBytes(StandardCharsets.US_ASCII));
				out.flush();
				goOn(connection, out);
			}
			catch (IOException ex) {
				// The client has gone, as it should.
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private void goOn(Socket connection, OutputStream out) throws IOException, InterruptedException {
			byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
			byte[] request = new byte[8192];
			while (this == FLOODING || this == DRIPPING) {
				out.write((this == FLOODING) ? chunk : new byte[] { ' ' });
				out.flush();
				if (this == DRIPPING) {
					TimeUnit.MILLISECONDS.sleep(300);
				}
			}
			while (connection.getInputStream().read(request) >= 0) {
				// What is asked for is of no interest.
			}
		}

	}

	/** All at once, since most of the time is spent with waiting. */
	@Test
	@Timeout(value = 10, unit = TimeUnit.MINUTES)
	void everyCallEndsAndTellsHow() throws Exception {
		ExecutorService callers = Executors.newCachedThreadPool();
		List<AutoCloseable> open = new ArrayList<>();
		try {
			Map<String, Future<?>> running = new TreeMap<>();
			for (Endless how : Endless.values()) {
				Listener listener = new Listener("endless");
				open.add(0, listener);
				listener.start(how::serve);
				begin(how, new EndlessService(listener.address()), callers, running, open);
			}
			assertThat(notAsTheyShould(running)).isEmpty();
		}
		finally {
			callers.shutdownNow();
			for (AutoCloseable part : open) {
				part.close();
			}
		}
	}

	private static void begin(Endless how, EndlessService service, ExecutorService callers,
			Map<String, Future<?>> running, List<AutoCloseable> open) {
		List<WireCall> calls = WireRecordingTests.calls().filter(EndlessServiceTests::endsSoon).toList();
		for (int first = 0; first < calls.size(); first += CALLS_FOR_EACH_CLIENT) {
			Doors doors = new Doors(service);
			open.add(0, doors);
			for (WireCall call : calls.subList(first, Math.min(calls.size(), first + CALLS_FOR_EACH_CLIENT))) {
				running.put(how + " " + call, callers.submit(() -> {
					call.body().on(doors);
					return null;
				}));
			}
		}
	}

	/** Cloning a repository may last five minutes. It is a command like others. */
	private static boolean endsSoon(WireCall call) {
		return !call.toString().startsWith("git: clone");
	}

	private static Map<String, String> notAsTheyShould(Map<String, Future<?>> running) throws InterruptedException {
		Map<String, String> wrong = new TreeMap<>();
		long end = System.nanoTime() + PATIENCE.toNanos();
		for (Map.Entry<String, Future<?>> call : running.entrySet()) {
			try {
				call.getValue().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException ex) {
				wrong.put(call.getKey(), "does not end");
			}
			catch (ExecutionException ex) {
				Throwable told = (ex.getCause() instanceof CompletionException) ? ex.getCause().getCause()
						: ex.getCause();
				if (!(told instanceof AgentBayException)) {
					wrong.put(call.getKey(), told.toString());
				}
			}
		}
		return wrong;
	}

	private record EndlessService(String address) implements Doors.Service {

		@Override
		public AgentBayBuilder client() {
			return AgentBay.builder()
				.apiKey("akm-endless")
				.endpoint("http://" + this.address)
				.environment(Map.of())
				.maxReplySize(DataSize.ofKilobytes(256))
				.responseTimeout(Duration.ofSeconds(1))
				.operationTimeout(Duration.ofSeconds(2));
		}

		@Override
		public String link() {
			return "http://" + this.address + "/link";
		}

		@Override
		public String socket() {
			return "ws://" + this.address + "/ws";
		}

		@Override
		public void await(int requests) {
			// It cannot be told when a service that never answers has heard enough.
		}

	}

}
