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

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

import io.agentbay.local.internal.enclosure.Doorway;
import io.agentbay.local.internal.enclosure.Enclosure;
import io.agentbay.local.internal.enclosure.Freezer;
import io.agentbay.local.internal.limit.LimitGuard;
import io.agentbay.local.internal.process.ProcessTree;
import io.agentbay.local.internal.process.Programs;
import org.jspecify.annotations.Nullable;

/**
 * A program of the session that has a terminal. Java knows no terminals, so a program in
 * Python outside the walls holds the other end of it: it is on nearly every machine, and
 * needs no library. It lives exactly as long as the terminal.
 */
public final class PseudoTerminal {

	/** The exit code of a program that was killed, as all clients know it. */
	public static final int KILLED = -9;

	private static final int MAX_WAITING = 1024 * 1024;

	private static final int MAX_FRAME = 1024 * 1024;

	private static final int SHOWN_OF_ERRORS = 500;

	private static final String HELPER = "python3";

	private final Process helper;

	private final String mark;

	private final Executor workers;

	private final Queue<byte[]> waiting = new ArrayDeque<>();

	private final CompletableFuture<Void> started = new CompletableFuture<>();

	private int waitingBytes;

	private boolean writing;

	private volatile boolean killed;

	private PseudoTerminal(Process helper, String mark, Executor workers) {
		this.helper = helper;
		this.mark = mark;
		this.workers = workers;
	}

	/**
	 * Start it, and wait until its program runs.
	 */
	static PseudoTerminal start(TerminalRequest request, Map<String, String> environment, String mark,
			Enclosure enclosure, Freezer freezer, LimitGuard guard, Executor workers, Listener listener)
			throws IOException, InterruptedException {
		Path python = Programs.findInstalled(HELPER)
			.orElseThrow(() -> new IOException("A terminal needs the program " + HELPER
					+ " on the machine of the runtime (Debian package python3), which is missing"));
		guard.begin();
		byte[][] beginning = new byte[1][];
		Process helper = freezer.start(() -> {
			beginning[0] = beginning(request, environment, enclosure, guard.fileLimit());
			ProcessBuilder builder = new ProcessBuilder(python.toString(), "-I", "-S", "-c", source());
			builder.environment().clear();
			builder.environment().put("PATH", Programs.PATH);
			return builder.start();
		});
		guard.started(helper);
		PseudoTerminal terminal = new PseudoTerminal(helper, mark, workers);
		terminal.add(beginning[0]);
		workers.execute(() -> terminal.listen(listener));
		boolean done = false;
		try {
			terminal.started.get();
			done = true;
			return terminal;
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			throw new IOException((cause != null) ? cause.getMessage() : null, cause);
		}
		finally {
			if (!done) {
				terminal.kill();
			}
		}
	}

	/**
	 * Type something. Does not wait until it is read.
	 * @param bytes what is typed
	 * @return false when so much waits to be read that nothing more is taken
	 */
	public boolean type(byte[] bytes) {
		return add(frame('I', bytes));
	}

	/**
	 * Change its size. Its programs are told.
	 * @param columns how many characters are in a line
	 * @param rows how many lines there are
	 */
	public void resize(int columns, int rows) {
		add(size(columns, rows));
	}

	/**
	 * Kill its program and all that was started from it.
	 */
	public void kill() {
		this.killed = true;
		ProcessTree.kill(this.helper.toHandle(), this.mark);
	}

	private boolean add(byte[] frame) {
		synchronized (this.waiting) {
			if (this.waitingBytes + frame.length > MAX_WAITING) {
				return false;
			}
			this.waiting.add(frame);
			this.waitingBytes += frame.length;
			if (this.writing) {
				return true;
			}
			this.writing = true;
		}
		this.workers.execute(this::write);
		return true;
	}

	private void write() {
		try {
			OutputStream stdin = this.helper.getOutputStream();
			for (byte[] next = next(); next != null; next = next()) {
				stdin.write(next);
				stdin.flush();
				synchronized (this.waiting) {
					this.waitingBytes -= next.length;
				}
			}
		}
		catch (IOException ex) {
			// The terminal has ended, which is told elsewhere. What was typed is for
			// nobody.
		}
	}

	private byte @Nullable [] next() {
		synchronized (this.waiting) {
			byte[] next = this.waiting.poll();
			this.writing = next != null;
			return next;
		}
	}

	private void listen(Listener listener) {
		int exitCode = KILLED;
		try (DataInputStream stdout = new DataInputStream(this.helper.getInputStream())) {
			for (int kind = stdout.read(); kind >= 0; kind = stdout.read()) {
				int length = stdout.readInt();
				if (length < 0 || length > MAX_FRAME) {
					throw new IOException("A part of the output has the length " + length);
				}
				byte[] content = stdout.readNBytes(length);
				switch (kind) {
					case 'S' -> this.started.complete(null);
					case 'F' -> fail(new String(content, StandardCharsets.UTF_8));
					case 'X' -> exitCode = ByteBuffer.wrap(content).getInt();
					default -> listener.output(content);
				}
			}
		}
		catch (IOException ex) {
			// It was killed: what has been read is what there is.
		}
		catch (InterruptedException ex) {
			kill();
			Thread.currentThread().interrupt();
		}
		if (!this.started.isDone()) {
			fail("The terminal ended before it began. " + errors());
		}
		else if (!this.started.isCompletedExceptionally()) {
			listener.ended(this.killed ? KILLED : exitCode);
		}
	}

	private void fail(String reason) {
		this.started.completeExceptionally(new IOException(reason));
	}

	private String errors() {
		try (InputStream stderr = this.helper.getErrorStream()) {
			String said = new String(stderr.readAllBytes(), StandardCharsets.UTF_8).strip();
			return said.substring(Math.max(0, said.length() - SHOWN_OF_ERRORS));
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static byte[] beginning(TerminalRequest request, Map<String, String> environment, Enclosure enclosure,
			String fileLimit) throws IOException {
		Doorway doorway = enclosure.doorway();
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		List<String> arguments = new ArrayList<>(doorway.command());
		String program = request.program().isEmpty() ? environment.getOrDefault("SHELL", "/bin/sh") : request.program();
		arguments.addAll(List.of("-c", script(fileLimit, doorway.direct()), "sh", request.directory(), program));
		arguments.forEach((argument) -> told.writeBytes(frame('A', utf8(argument))));
		environment.forEach((name, value) -> told.writeBytes(frame('E', utf8(name + "=" + value))));
		if (doorway.device() != null) {
			told.writeBytes(frame('D', utf8(doorway.device())));
		}
		if (doorway.direct()) {
			told.writeBytes(frame('L', new byte[0]));
		}
		told.writeBytes(size(request.columns(), request.rows()));
		told.writeBytes(frame('S', new byte[0]));
		return told.toByteArray();
	}

	/**
	 * Whether the program can start, or why not, is said on descriptor 3. A language that
	 * the machine does not have would be one without characters outside ASCII.
	 */
	private static String script(String fileLimit, boolean direct) {
		return """
				[ -d "$1" ] || { echo "No such directory: $1" >&3; exit 126; }
				cd -- "$1" 2>/dev/null || { echo "Not allowed: $1" >&3; exit 126; }
				command -v "$2" >/dev/null || { echo "No such program: $2" >&3; exit 127; }
				case "${LC_ALL-${LANG-}}" in
				*.UTF-8|*.utf8) [ "$(locale charmap 2>/dev/null)" = UTF-8 ] || { unset LC_ALL; export LANG=C.UTF-8; } ;;
				esac
				""" + fileLimit + "echo + >&3\nexec " + (direct ? "" : Shell.SETSID + "-c ") + "\"$2\" 3>&-\n";
	}

	private static byte[] size(int columns, int rows) {
		return frame('W', ByteBuffer.allocate(4).putShort((short) columns).putShort((short) rows).array());
	}

	private static byte[] frame(char kind, byte[] content) {
		return ByteBuffer.allocate(5 + content.length).put((byte) kind).putInt(content.length).put(content).array();
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String source() throws IOException {
		try (InputStream stream = PseudoTerminal.class.getResourceAsStream("terminal.py")) {
			if (stream == null) {
				throw new IOException("The runtime was packed without its part terminal.py");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/**
	 * Is told what happens on it, on a thread that may be held up: the terminal then
	 * waits.
	 */
	public interface Listener {

		/**
		 * Its programs have written something.
		 * @param bytes what
		 * @throws InterruptedException if the waiting thread is interrupted
		 */
		void output(byte[] bytes) throws InterruptedException;

		/**
		 * Its program has ended, and nothing more will be written.
		 * @param exitCode the exit code; that of a signal is negative
		 */
		void ended(int exitCode);

	}

}
