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

package io.agentbay.local.internal.phone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.sandbox.Sandbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the programs of a session have the phone do what only the phone can: they leave a
 * file that asks, and wait for the files that answer. It is open while a command runs.
 */
public final class RequestDesk implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(RequestDesk.class);

	private static final String ASKING = ".ask";

	private static final long PAUSE_MILLIS = 10;

	private static final int MAX_BYTES = 64 * 1024;

	private static final int FAILED = 1;

	private final Sandbox sandbox;

	private final Clerk clerk;

	private final Thread thread = new Thread(this::serve, "agentbay-local-phone-desk");

	private volatile boolean open = true;

	private RequestDesk(Sandbox sandbox, Clerk clerk) {
		this.sandbox = sandbox;
		this.clerk = clerk;
	}

	/**
	 * Open the desk of a phone.
	 * @param sandbox the sandbox of the session that has the phone
	 * @param clerk does what is asked for
	 * @return the desk, which the caller has to close
	 */
	public static RequestDesk open(Sandbox sandbox, Clerk clerk) {
		RequestDesk desk = new RequestDesk(sandbox, clerk);
		desk.thread.setDaemon(true);
		desk.thread.start();
		return desk;
	}

	@Override
	public void close() {
		this.open = false;
		this.thread.interrupt();
	}

	private void serve() {
		try {
			while (this.open) {
				lookForRequests();
				TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			}
		}
		catch (InterruptedException ex) {
			// The command has ended, and who asks for it will not come again.
		}
	}

	private void lookForRequests() throws InterruptedException {
		try (Place directory = this.sandbox.paths().open(Storage.REQUESTS)) {
			for (Place.Entry entry : directory.list()) {
				if (entry.name().endsWith(ASKING)) {
					answer(Storage.REQUESTS + entry.name());
				}
			}
		}
		catch (IOException ex) {
			logger.debug("The requests to a simulated phone cannot be read", ex);
		}
	}

	private void answer(String request) throws IOException, InterruptedException {
		String asked;
		try (Place place = this.sandbox.paths().openEntry(request)) {
			byte[] bytes = place.isFile() ? place.bytes(MAX_BYTES) : new byte[0];
			place.delete();
			asked = new String(bytes, StandardCharsets.US_ASCII);
		}
		Answer answer;
		try {
			answer = this.clerk.carryOut(asked.lines().map(RequestDesk::decoded).toList());
		}
		catch (IOException | RuntimeException ex) {
			answer = new Answer(new byte[0], (ex.getMessage() + "\n").getBytes(StandardCharsets.UTF_8), FAILED);
		}
		String id = request.substring(0, request.length() - ASKING.length());
		write(id + ".out", answer.stdout());
		write(id + ".err", answer.stderr());
		write(id + ".made", (answer.exitCode() + "\n").getBytes(StandardCharsets.US_ASCII));
		try (Place made = this.sandbox.paths().openEntry(id + ".made");
				Place code = this.sandbox.paths().openEntry(id + ".code")) {
			made.moveTo(code);
		}
	}

	private void write(String path, byte[] content) throws IOException {
		try (Place place = this.sandbox.paths().openEntry(path)) {
			place.write(content);
		}
	}

	private static String decoded(String line) {
		return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
	}

	/**
	 * Does what is asked for.
	 */
	@FunctionalInterface
	public interface Clerk {

		/**
		 * Carry out a command.
		 * @param words the name of a program and its arguments
		 * @return what came of it
		 * @throws IOException if it cannot be carried out
		 * @throws InterruptedException if the waiting thread is interrupted
		 */
		Answer carryOut(List<String> words) throws IOException, InterruptedException;

	}

	/**
	 * What came of a command.
	 *
	 * @param stdout its output
	 * @param stderr its error output
	 * @param exitCode its exit code
	 */
	public record Answer(byte[] stdout, byte[] stderr, int exitCode) {
	}

}
