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

package io.agentbay.local.internal.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import io.agentbay.local.internal.process.Program;

/**
 * A connection that is passed on to a port of a session by a process in it.
 */
final class PortRelay {

	private static final Duration START_LIMIT = Duration.ofSeconds(30);

	private final Socket client;

	PortRelay(Socket client) {
		this.client = client;
	}

	/**
	 * Pass on what the client says until either side has gone.
	 * @param sandbox the session
	 * @param port its port
	 */
	void run(Sandbox sandbox, int port) throws IOException, InterruptedException {
		CompletableFuture<Void> connected = new CompletableFuture<>();
		Coprocess process = sandbox.start(program(port), this::answer, (chunk, count) -> connected.complete(null));
		try {
			process.await(CompletableFuture.anyOf(connected, process.ended()), START_LIMIT);
			process.ended().thenRun(this::close);
			InputStream said = this.client.getInputStream();
			byte[] chunk = new byte[16384];
			for (int count = said.read(chunk); count >= 0; count = said.read(chunk)) {
				process.send(Arrays.copyOf(chunk, count));
			}
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException("The port of the session is not reached", ex);
		}
		finally {
			process.kill();
		}
	}

	private void answer(byte[] chunk, int count) {
		try {
			this.client.getOutputStream().write(chunk, 0, count);
		}
		catch (IOException ex) {
			close();
		}
	}

	void close() {
		try {
			this.client.close();
		}
		catch (IOException ex) {
			// It is closed all the same.
		}
	}

	private static Program program(int port) throws IOException {
		try (InputStream script = Objects.requireNonNull(PortRelay.class.getResourceAsStream("relay.py"))) {
			return new Program("python3", List.of(Program.DIRECTORY + "/relay.py", Integer.toString(port)), Map.of(),
					Map.of("relay.py", script.readAllBytes()));
		}
	}

}
