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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.agentbay.local.internal.enclosure.Enclosure;
import io.agentbay.local.internal.enclosure.Freezer;
import io.agentbay.local.internal.limit.LimitGuard;
import io.agentbay.local.internal.process.Output;
import io.agentbay.local.internal.process.ProcessTree;
import io.agentbay.local.internal.process.Program;
import io.agentbay.local.internal.process.Programs;
import io.agentbay.local.internal.process.ShellWords;
import io.agentbay.local.internal.process.Signals;

/**
 * A program that runs beside the session's commands and is talked to: it reads what it is
 * asked from its file descriptor 3, its standard input is empty, and what it writes is
 * handed on.
 */
public final class Coprocess {

	/**
	 * A process that has ended may have left others that keep its pipes open.
	 */
	private static final long DRAIN_MILLIS = 300;

	private static final int LINE = 1000;

	private final Process process;

	private final Enclosure enclosure;

	private final Freezer freezer;

	private final LimitGuard guard;

	private final LimitGuard.Hits limitsBefore;

	private final String mark;

	private final boolean ownProcessGroup;

	private final CompletableFuture<Integer> ended;

	private Coprocess(Process process, Enclosure enclosure, Freezer freezer, LimitGuard guard,
			LimitGuard.Hits limitsBefore, String mark, boolean ownProcessGroup, CompletableFuture<Void> drained) {
		this.process = process;
		this.enclosure = enclosure;
		this.freezer = freezer;
		this.guard = guard;
		this.limitsBefore = limitsBefore;
		this.mark = mark;
		this.ownProcessGroup = ownProcessGroup;
		this.ended = process.onExit()
			.thenCompose((exited) -> drained.copy()
				.completeOnTimeout(null, DRAIN_MILLIS, TimeUnit.MILLISECONDS)
				.thenApply((nothing) -> exited.exitValue()));
	}

	static Coprocess start(Program program, Map<String, String> environment, String mark, Enclosure enclosure,
			Freezer freezer, LimitGuard guard, boolean ownProcessGroup, Executor readers, Output stdout, Output stderr)
			throws IOException, InterruptedException {
		LimitGuard.Hits limitsBefore = guard.begin();
		Process process = freezer.start(() -> enclosure.startInside(environment));
		guard.started(process);
		CompletableFuture<Void> drained = CompletableFuture.allOf(
				CompletableFuture.runAsync(() -> pump(process.getInputStream(), stdout), readers),
				CompletableFuture.runAsync(() -> pump(process.getErrorStream(), stderr), readers));
		Coprocess coprocess = new Coprocess(process, enclosure, freezer, guard, limitsBefore, mark, ownProcessGroup,
				drained);
		try {
			coprocess.send(script(program, enclosure.environment().getOrDefault("PATH", Programs.PATH),
					guard.fileLimit(), ownProcessGroup));
		}
		catch (IOException ex) {
			// The shell is already gone; its end tells so.
		}
		return coprocess;
	}

	/**
	 * Give the program something to read.
	 * @param bytes the bytes
	 * @throws IOException if it does not read any more
	 */
	public void send(byte[] bytes) throws IOException {
		OutputStream stdin = this.process.getOutputStream();
		synchronized (stdin) {
			stdin.write(bytes);
			stdin.flush();
		}
	}

	/**
	 * Completes with the exit code when the program has ended and its output was handed
	 * on.
	 * @return a future that nobody but this completes
	 */
	public CompletableFuture<Integer> ended() {
		return this.ended.copy();
	}

	/**
	 * Wait for something that the program is to bring about. While the session is paused
	 * the time stands still.
	 * @param <T> what it brings about
	 * @param awaited completes when it has
	 * @param limit how long to wait
	 * @return what it has brought about
	 * @throws InterruptedException if the waiting thread is interrupted
	 * @throws ExecutionException if it has failed
	 * @throws TimeoutException if the time is up
	 */
	public <T> T await(CompletableFuture<T> awaited, Duration limit)
			throws InterruptedException, ExecutionException, TimeoutException {
		return this.freezer.await(awaited, limit);
	}

	/**
	 * Send it an interrupt, as a terminal does.
	 * @param family whether those it has started get the interrupt as well
	 * @throws IOException if that cannot be done
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void interrupt(boolean family) throws IOException, InterruptedException {
		List<Long> targets = this.enclosure.inside(this.process)
			.map(ProcessHandle::pid)
			.map((pid) -> (family && this.ownProcessGroup) ? -pid : pid)
			.stream()
			.toList();
		Signals.send(Signals.INTERRUPT, targets);
	}

	/**
	 * Which limits the session has reached since the program was started.
	 * @return one line for each, or nothing
	 */
	public String limitsReached() {
		return this.guard.reachedSince(this.limitsBefore, true);
	}

	/**
	 * Kill it and all that it has started.
	 */
	public void kill() {
		ProcessTree.kill(this.process.toHandle(), this.mark);
	}

	private static void pump(InputStream source, Output target) {
		byte[] chunk = new byte[16384];
		try (source) {
			for (int count = source.read(chunk); count >= 0; count = source.read(chunk)) {
				target.accept(chunk, count);
			}
		}
		catch (IOException ex) {
			// The process was killed: what has been read is what there is.
		}
	}

	/**
	 * Files are made by the session's own shell, so that they end up in its tree whatever
	 * links there are. The program takes the shell's place, and its input: nothing may be
	 * sent before it has said that it is there. A search path that the session has set
	 * for itself may lack what both need.
	 */
	private static byte[] script(Program program, String path, String fileLimit, boolean ownProcessGroup) {
		StringBuilder script = new StringBuilder("PATH=$PATH:").append(ShellWords.quote(path))
			.append("\ncommand -v ")
			.append(program.name())
			.append(" >/dev/null || exit ")
			.append(Program.MISSING)
			.append("\nf=$(mktemp -d \"$TMPDIR/.agentbay-XXXXXX\") || exit 1\n");
		program.files().forEach((name, content) -> {
			String encoded = Base64.getMimeEncoder(LINE, new byte[] { '\n' }).encodeToString(content);
			script.append("mkdir -p \"$(dirname \"$f/")
				.append(name)
				.append("\")\" && base64 -d >\"$f/")
				.append(name)
				.append("\" <<END || exit 1\n")
				.append(encoded)
				.append("\nEND\n");
		});
		script.append("cd\n").append(fileLimit).append("exec ").append(ownProcessGroup ? "setsid " : "");
		if (!program.environment().isEmpty()) {
			script.append("env");
			program.environment()
				.forEach((name, value) -> script.append(' ').append(ShellWords.quote(name + "=" + value)));
			script.append(' ');
		}
		script.append(program.name());
		for (String argument : program.arguments()) {
			boolean file = argument.startsWith(Program.DIRECTORY);
			script.append(' ').append(file ? "\"$f\"" : "");
			String rest = file ? argument.substring(Program.DIRECTORY.length()) : argument;
			script.append(ShellWords.quote(rest));
		}
		return script.append(" 3<&0 </dev/null\n").toString().getBytes(StandardCharsets.UTF_8);
	}

}
