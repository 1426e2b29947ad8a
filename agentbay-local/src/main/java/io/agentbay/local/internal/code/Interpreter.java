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

package io.agentbay.local.internal.code;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import io.agentbay.local.internal.code.Captured.Taken;
import io.agentbay.local.internal.process.Program;
import io.agentbay.local.internal.sandbox.Coprocess;
import io.agentbay.local.internal.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An interpreter that runs one piece of code after the other and keeps what they leave
 * behind. It is a process of the session that runs our driver for the language. A request
 * is a line {@code R <number> <bytes>} and the code; {@code I <number>} asks to
 * interrupt. What the driver says are JSON objects, see {@link Frames}.
 */
final class Interpreter {

	private static final Duration START_LIMIT = Duration.ofSeconds(60);

	private static final Duration STEP = Duration.ofMillis(500);

	private static final int INTERRUPT_STEPS = 10;

	private static final int SHOWN_OF_ERRORS = 2000;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Language language;

	private final JsonMapper mapper;

	private final int limit;

	private final Captured stdout;

	private final Captured stderr;

	private final CompletableFuture<Void> ready = new CompletableFuture<>();

	private final Coprocess process;

	private volatile Cell cell;

	private volatile boolean killed;

	private Interpreter(Language language, Sandbox sandbox, JsonMapper mapper, int limit)
			throws IOException, InterruptedException {
		this.language = language;
		this.mapper = mapper;
		this.limit = limit;
		this.stdout = new Captured("stdout", limit);
		this.stderr = new Captured("stderr", limit);
		this.cell = new Cell(0, limit, null);
		String mark = new BigInteger(128, RANDOM).setBit(128).toString(16);
		this.process = sandbox.start(language.program(mark),
				new Frames(mark, this.stdout, limit, (message) -> heard(message, true)),
				new Frames(mark, this.stderr, limit, (message) -> heard(message, false)));
	}

	/**
	 * Start an interpreter and wait until it is ready.
	 * @param language the language
	 * @param sandbox where it runs
	 * @param mapper reads what it says
	 * @param limit how many bytes of each output and of all results are kept
	 * @throws IOException if it cannot be started; the message tells what is missing
	 */
	static Interpreter start(Language language, Sandbox sandbox, JsonMapper mapper, int limit)
			throws IOException, InterruptedException {
		Interpreter interpreter = new Interpreter(language, sandbox, mapper, limit);
		boolean started = false;
		try {
			interpreter.awaitReady();
			started = true;
			return interpreter;
		}
		finally {
			if (!started) {
				interpreter.process.kill();
			}
		}
	}

	/**
	 * Whether it can run no more code.
	 */
	boolean hasEnded() {
		return this.killed || this.process.ended().isDone();
	}

	/** It may take some moments to end, and must be asked nothing meanwhile. */
	private void kill() {
		this.killed = true;
		this.process.kill();
	}

	/**
	 * Run code.
	 * @param code the code
	 * @param time how long it may run
	 * @param listener hears what it does; {@code null} to have all of it in the result
	 */
	CodeResult run(String code, Duration time, @Nullable CodeListener listener) throws InterruptedException {
		Cell running = new Cell(this.cell.number + 1, this.limit, listener);
		this.cell = running;
		this.stdout.handTo((listener != null) ? (chunk) -> listener.output(false, chunk) : null);
		this.stderr.handTo((listener != null) ? (chunk) -> listener.output(true, chunk) : null);
		long start = System.nanoTime();
		String error;
		boolean done = false;
		try {
			byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
			send("R " + running.number + " " + bytes.length + "\n", bytes);
			awaitEnd(running, time);
			boolean cancelled = !running.done().isDone();
			error = cancelled ? interrupt(running, "CancelledError: the code was cancelled") : running.error();
			done = true;
		}
		catch (TimeoutException ex) {
			error = interrupt(running, "TimeoutError: the code ran longer than %s s".formatted(time.toSeconds()));
			done = true;
		}
		catch (IOException | ExecutionException ex) {
			error = crash();
			done = true;
		}
		finally {
			if (!done) {
				kill();
			}
			this.stdout.handTo(null);
			this.stderr.handTo(null);
		}
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		Taken out = this.stdout.take();
		Taken err = this.stderr.take();
		String notes = out.note() + err.note() + running.note();
		String separator = (notes.isEmpty() || err.text().isEmpty() || err.text().endsWith("\n")) ? "" : "\n";
		return new CodeResult(running.results(), out.text(), err.text() + separator + notes, error, duration,
				running.number);
	}

	private void awaitReady() throws IOException, InterruptedException {
		try {
			this.process.await(CompletableFuture.anyOf(this.ready, this.process.ended()), START_LIMIT);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException("The %s interpreter did not start within %s s".formatted(this.language.wireName(),
					START_LIMIT.toSeconds()), ex);
		}
		if (!this.ready.isDone()) {
			throw new IOException(notStarted(this.process.ended().join()));
		}
	}

	private String notStarted(int exitCode) {
		if (exitCode == Program.MISSING) {
			return "To run %s code the program %s is needed, which is missing".formatted(this.language.wireName(),
					this.language.requirement());
		}
		String said = (this.stderr.take().text() + this.stdout.take().text() + "\n" + this.process.limitsReached())
			.strip();
		return "The %s interpreter does not start. It needs %s. It ended with exit code %s and said: %s".formatted(
				this.language.wireName(), this.language.requirement(), exitCode,
				said.substring(Math.max(0, said.length() - SHOWN_OF_ERRORS)));
	}

	private void awaitEnd(Cell running, Duration time)
			throws InterruptedException, ExecutionException, TimeoutException {
		this.process.await(CompletableFuture.anyOf(running.done(), running.cancelled(), ending()), time);
	}

	private CompletableFuture<Void> ending() {
		return this.process.ended().thenApply((code) -> {
			throw new IllegalStateException("ended");
		});
	}

	private String interrupt(Cell running, String late) throws InterruptedException {
		try {
			for (int step = 0; step < INTERRUPT_STEPS; step++) {
				if (this.language.signalled()) {
					this.process.interrupt(step > 0);
				}
				else if (step == 0) {
					send("I " + running.number + "\n", new byte[0]);
				}
				if (ends(running)) {
					String place = running.error().isEmpty() ? "" : "\n\n" + running.error();
					return late + " and was interrupted; variables are kept" + place;
				}
			}
		}
		catch (IOException | ExecutionException ex) {
			return late + ". " + crash();
		}
		kill();
		return late + " and did not stop when it was interrupted; the %s interpreter was ended, variables are lost"
			.formatted(this.language.wireName());
	}

	private boolean ends(Cell running) throws InterruptedException, ExecutionException {
		try {
			this.process.await(CompletableFuture.anyOf(running.done(), ending()), STEP);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

	private String crash() {
		kill();
		int exitCode = this.process.ended().join();
		String limits = this.process.limitsReached();
		return "InterpreterError: the %s interpreter ended while it ran the code, with exit code %s; variables are lost"
			.formatted(this.language.wireName(), exitCode) + (limits.isEmpty() ? "" : ". " + limits);
	}

	private void send(String line, byte[] content) throws IOException {
		byte[] head = line.getBytes(StandardCharsets.US_ASCII);
		byte[] request = new byte[head.length + content.length];
		System.arraycopy(head, 0, request, 0, head.length);
		System.arraycopy(content, 0, request, head.length, content.length);
		this.process.send(request);
	}

	private void heard(String text, boolean onStdout) {
		if (text.isEmpty()) {
			this.cell.dropped();
			return;
		}
		JsonNode message;
		try {
			message = this.mapper.readTree(text);
		}
		catch (JacksonException ex) {
			this.cell.dropped();
			return;
		}
		String type = message.path("type").asString("");
		if (type.equals("ready")) {
			this.ready.complete(null);
			return;
		}
		Cell current = this.cell;
		if (message.path("id").asInt(-1) == current.number) {
			current.heard(type, message, text.length(), onStdout);
		}
	}

	/**
	 * One piece of code and what has become of it so far.
	 */
	private static final class Cell {

		private final int number;

		private final int limit;

		private final @Nullable CodeListener listener;

		private final CompletableFuture<Void> doneOnStdout = new CompletableFuture<>();

		private final CompletableFuture<Void> doneOnStderr = new CompletableFuture<>();

		private final List<Map<String, Object>> results = new ArrayList<>();

		private long size;

		private int dropped;

		private @Nullable String error;

		Cell(int number, int limit, @Nullable CodeListener listener) {
			this.number = number;
			this.limit = limit;
			this.listener = listener;
		}

		CompletableFuture<Void> done() {
			return CompletableFuture.allOf(this.doneOnStdout, this.doneOnStderr);
		}

		CompletableFuture<Void> cancelled() {
			return (this.listener != null) ? this.listener.cancelled() : new CompletableFuture<>();
		}

		/** The listener is told outside of the lock: it may take its time. */
		void heard(String type, JsonNode message, int length, boolean onStdout) {
			if (this.listener != null && type.equals("result")) {
				this.listener.shown(contents(message.path("data")));
				return;
			}
			if (this.listener != null && type.equals("error")) {
				this.listener.failed(message.path("name").asString(""), message.path("value").asString(""));
			}
			remember(type, message, length, onStdout);
		}

		private synchronized void remember(String type, JsonNode message, int length, boolean onStdout) {
			switch (type) {
				case "result" -> add(message.path("data"), length);
				case "error" -> this.error = describe(message);
				default -> (onStdout ? this.doneOnStdout : this.doneOnStderr).complete(null);
			}
		}

		synchronized void dropped() {
			this.dropped++;
		}

		synchronized List<Map<String, Object>> results() {
			return List.copyOf(this.results);
		}

		synchronized String error() {
			return (this.error != null) ? this.error : "";
		}

		synchronized String note() {
			return (this.dropped == 0) ? ""
					: "[agentbay-local] %s results were dropped: only %s bytes of results are kept\n"
						.formatted(this.dropped, this.limit);
		}

		private void add(JsonNode data, int length) {
			this.size += length;
			if (this.size > this.limit) {
				this.dropped++;
				return;
			}
			this.results.add(contents(data));
		}

		private static Map<String, Object> contents(JsonNode data) {
			Map<String, Object> contents = new LinkedHashMap<>();
			data.properties().forEach((entry) -> contents.put(entry.getKey(), entry.getValue()));
			return contents;
		}

		private static String describe(JsonNode message) {
			String traceback = message.path("traceback").asString("").strip();
			return traceback.isEmpty() ? message.path("name").asString("") + ": " + message.path("value").asString("")
					: traceback;
		}

	}

}
