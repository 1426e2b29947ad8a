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

package io.agentbay.local.internal.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.process.Output;
import io.agentbay.local.internal.process.Program;
import io.agentbay.local.internal.sandbox.Coprocess;
import io.agentbay.local.internal.sandbox.Sandbox;

/**
 * A display of a session: an X server that draws into memory, and a window manager.
 */
final class Display {

	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private static final String GEOMETRY = "1280x800x24";

	/**
	 * Low numbers are those of displays that people sit at.
	 */
	private static final int FIRST_NUMBER = 20_000;

	private static final int NUMBERS = 39_000;

	private static final int ATTEMPTS = 5;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Sandbox sandbox;

	private final int number;

	private final Heard said = new Heard();

	private final Heard complained = new Heard();

	private final Coprocess process;

	private Display(Sandbox sandbox, int number) throws IOException, InterruptedException {
		this.sandbox = sandbox;
		this.number = number;
		this.process = sandbox.start(program(number), this.said, this.complained);
	}

	/**
	 * Start a display and wait until programs can use it.
	 * @throws IOException if that is not possible; the message tells what is missing
	 */
	static Display start(Sandbox sandbox) throws IOException, InterruptedException {
		for (int attempt = 1;; attempt++) {
			Display display = new Display(sandbox, FIRST_NUMBER + RANDOM.nextInt(NUMBERS));
			boolean ready = false;
			try {
				ready = display.awaitReady();
				if (ready) {
					return display;
				}
			}
			finally {
				if (!ready) {
					display.process.kill();
					display.sweep();
				}
			}
			if (attempt == ATTEMPTS) {
				throw new IOException("The display does not start: " + display.complained.all().strip());
			}
		}
	}

	/**
	 * By what programs find it.
	 */
	String name() {
		return ":" + this.number;
	}

	boolean hasEnded() {
		return this.process.ended().isDone();
	}

	/**
	 * What it shows.
	 */
	BufferedImage image() throws IOException {
		String directory = this.said.firstLine().substring("ready ".length());
		try (Place file = this.sandbox.paths().openEntry("/tmp/" + directory + "/Xvfb_screen0")) {
			return FrameBuffer.read(file);
		}
	}

	/**
	 * Remove what a display that was killed leaves on a machine without walls.
	 */
	void sweep() {
		if (this.sandbox.isWalled()) {
			return;
		}
		try {
			Files.deleteIfExists(Path.of("/tmp/.X11-unix/X" + this.number));
		}
		catch (IOException ex) {
			// Somebody else's by now.
		}
	}

	private boolean awaitReady() throws IOException, InterruptedException {
		try {
			this.process.await(CompletableFuture.anyOf(this.said.line(), this.process.ended()), START_LIMIT);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException("The display did not start within %s s".formatted(START_LIMIT.toSeconds()), ex);
		}
		String[] words = this.said.firstLine().split(" ");
		if (words[0].equals("missing")) {
			throw new IOException("The desktop needs the program %s (Debian package: %s), which is missing"
				.formatted(words[1], words[2]));
		}
		return words[0].equals("ready");
	}

	private static Program program(int number) {
		return new Program("/bin/sh", List.of(Program.DIRECTORY + "/display.sh", Integer.toString(number), GEOMETRY),
				Map.of(), Map.of("display.sh", Scripts.read("display.sh").getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * The beginning of what a program says.
	 */
	private static final class Heard implements Output {

		private static final int KEPT = 2000;

		private final StringBuilder text = new StringBuilder();

		private final CompletableFuture<String> line = new CompletableFuture<>();

		@Override
		public synchronized void accept(byte[] bytes, int count) {
			if (this.text.length() < KEPT) {
				this.text.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
			}
			int end = this.text.indexOf("\n");
			if (end >= 0) {
				this.line.complete(this.text.substring(0, end));
			}
		}

		CompletableFuture<String> line() {
			return this.line.copy();
		}

		String firstLine() {
			return this.line.getNow("");
		}

		synchronized String all() {
			return this.text.toString();
		}

	}

}
