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
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.local.internal.enclosure.Enclosure;
import io.agentbay.local.internal.enclosure.Freezer;
import io.agentbay.local.internal.limit.LimitGuard;
import io.agentbay.local.internal.process.MarkedOutput;
import io.agentbay.local.internal.process.Output;
import io.agentbay.local.internal.process.ProcessTree;
import io.agentbay.local.internal.process.Program;
import io.agentbay.local.internal.process.Programs;
import io.agentbay.local.internal.process.ShellWords;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands inside an {@link Enclosure}. For each command a shell is started that
 * reads what to do from its standard input, so neither the length of an argument list nor
 * the JVM's locale limits what can be said to it. It runs the command in a process group
 * of its own, prints a mark with the exit code on both outputs, closes them, and stays
 * until the last background process has closed them as well.
 */
public final class Shell {

	private static final String COMMAND_VARIABLE = "AGENTBAY_COMMAND_ID";

	private static final long DRAIN_MILLIS = 1000;

	/** An argument has at most 128 KiB, and a character at most three bytes here. */
	private static final int MAX_ARGUMENT_CHARACTERS = 40_000;

	/** Not looked for: a session may have set a search path of its own. */
	static final String SETSID = Programs.named("setsid") + " ";

	private static final String ENV = Programs.named("env") + " -- ";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final String sessionId;

	private final Enclosure enclosure;

	private final Freezer freezer;

	private final LimitGuard guard;

	private final Executor readers;

	private final int maxOutputBytes;

	private final boolean ownProcessGroup;

	private final Map<String, String> exported = new ConcurrentHashMap<>();

	private final SpareShell spare;

	private final AtomicReference<@Nullable Runnable> firstUse;

	Shell(String sessionId, Enclosure enclosure, Freezer freezer, LimitGuard guard, Executor readers,
			int maxOutputBytes, boolean ownProcessGroup, ScheduledExecutorService timer, Runnable firstUse) {
		this.sessionId = sessionId;
		this.enclosure = enclosure;
		this.freezer = freezer;
		this.guard = guard;
		this.readers = readers;
		this.maxOutputBytes = maxOutputBytes;
		this.ownProcessGroup = ownProcessGroup;
		this.firstUse = new AtomicReference<>(firstUse);
		this.spare = new SpareShell(enclosure, freezer, environment(), readers, timer);
	}

	/**
	 * Have all that the first command needs, as long as nobody knows when it will come.
	 */
	void prepare() {
		this.spare.prepare();
	}

	/**
	 * The first command may come at any time, or never.
	 */
	void begin() {
		this.spare.rest();
	}

	/**
	 * Run a command and wait for it.
	 */
	CommandResult run(Command command) throws IOException, InterruptedException {
		try {
			return runInAnyShell(command);
		}
		finally {
			Runnable first = this.firstUse.getAndSet(null);
			if (first != null) {
				first.run();
			}
		}
	}

	private CommandResult runInAnyShell(Command command) throws IOException, InterruptedException {
		Process waiting = this.freezer.isFrozen() ? null : this.spare.take();
		if (waiting != null) {
			CommandResult result = run(command, waiting, true);
			if (result != null) {
				return result;
			}
		}
		return Objects
			.requireNonNull(run(command, this.freezer.start(() -> this.enclosure.startShell(environment())), false));
	}

	/**
	 * Run a command in a shell.
	 * @return what became of it; {@code null} if the shell, which had waited, ended
	 * before it knew the command
	 */
	private @Nullable CommandResult run(Command command, Process process, boolean waited)
			throws IOException, InterruptedException {
		String mark = newMark();
		LimitGuard.Hits before = this.guard.begin();
		this.guard.started(process);
		MarkedOutput stdout = new MarkedOutput(process.getInputStream(), mark, this.maxOutputBytes);
		MarkedOutput stderr = new MarkedOutput(process.getErrorStream(), mark, this.maxOutputBytes);
		this.readers.execute(stdout);
		this.readers.execute(stderr);
		// Not before: when a process has ended the JVM closes the pipes to it, and
		// whoever
		// it has left behind would die of the next line that it writes.
		CompletableFuture.allOf(stdout.closed(), stderr.closed()).thenRun(() -> closeQuietly(process));
		send(process, script(command, mark));
		this.spare.prepare();
		this.spare.rest();
		try {
			this.freezer.await(CompletableFuture.allOf(stdout.exitCode(), stderr.exitCode()), command.timeout());
			Integer printed = stdout.exitCode().join();
			if (waited && printed == null && !stderr.hasBegun()) {
				return null;
			}
			int exitCode = exitCode(process, printed);
			return result(stdout, stderr, exitCode, false, this.guard.reachedSince(before, exitCode != 0));
		}
		catch (TimeoutException ex) {
			ProcessTree.kill(process.toHandle(), COMMAND_VARIABLE + "=" + mark);
			awaitEnd(stdout, stderr);
			return result(stdout, stderr, CommandResult.TIMED_OUT, true, this.guard.reachedSince(before, true));
		}
		catch (ExecutionException ex) {
			throw new IOException("The command's output cannot be read", ex.getCause());
		}
		catch (InterruptedException ex) {
			ProcessTree.kill(process.toHandle(), COMMAND_VARIABLE + "=" + mark);
			throw ex;
		}
	}

	/**
	 * Start a program that is talked to.
	 */
	Coprocess start(Program program, Output stdout, Output stderr) throws IOException, InterruptedException {
		String mark = newMark();
		return Coprocess.start(program, environment(mark), COMMAND_VARIABLE + "=" + mark, this.enclosure, this.freezer,
				this.guard, this.ownProcessGroup, this.readers, stdout, stderr);
	}

	/**
	 * Start a program that has a terminal. It is killed together with all that carry the
	 * same mark.
	 */
	PseudoTerminal open(TerminalRequest request, PseudoTerminal.Listener listener)
			throws IOException, InterruptedException {
		String mark = newMark();
		Map<String, String> environment = environment();
		environment.putAll(request.environment());
		environment.put(Sandbox.SESSION_VARIABLE, this.sessionId);
		environment.put(COMMAND_VARIABLE, mark);
		return PseudoTerminal.start(request, environment, COMMAND_VARIABLE + "=" + mark, this.enclosure, this.freezer,
				this.guard, this.readers, listener);
	}

	/**
	 * Set a variable for all that is started from now on.
	 */
	void export(String name, String value) {
		this.exported.put(name, value);
	}

	private static String newMark() {
		return new BigInteger(128, RANDOM).setBit(128).toString(16);
	}

	private Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>(this.enclosure.environment());
		environment.putAll(this.exported);
		environment.put(Sandbox.SESSION_VARIABLE, this.sessionId);
		return environment;
	}

	private Map<String, String> environment(String mark) {
		Map<String, String> environment = environment();
		environment.put(COMMAND_VARIABLE, mark);
		return environment;
	}

	private String script(Command command, String mark) {
		StringBuilder line = new StringBuilder("printf '").append(MarkedOutput.beginning(mark)).append("' >&2\n");
		line.append("export ").append(COMMAND_VARIABLE).append('=').append(mark);
		this.exported
			.forEach((name, value) -> line.append(' ').append(name).append('=').append(ShellWords.quote(value)));
		line.append('\n')
			.append(this.guard.fileLimit())
			.append("cd -- ")
			.append(ShellWords.quote(command.directory()))
			.append(" && ");
		line.append(this.ownProcessGroup ? SETSID : "");
		if (!command.environment().isEmpty()) {
			line.append(ENV);
			command.environment()
				.forEach((name, value) -> line.append(ShellWords.quote(name + "=" + value)).append(' '));
		}
		line.append(this.enclosure.environment().getOrDefault("SHELL", "/bin/sh"));
		if (command.line().length() > MAX_ARGUMENT_CHARACTERS) {
			// Too long for an argument: it comes by a pipe of its own.
			line.append(" -c 'eval \"exec 3<&-\n$(cat <&3)\"' 3<<'")
				.append(mark)
				.append("' </dev/null\n")
				.append(command.line())
				.append('\n')
				.append(mark)
				.append('\n');
		}
		else {
			line.append(" -c -- ").append(ShellWords.quote(command.line())).append(" </dev/null\n");
		}
		return line + "c=$?; printf '\\n" + mark + " %d\\n' $c; printf '\\n" + mark + " %d\\n' $c >&2; exec >&- 2>&-\n";
	}

	private static void send(Process process, String script) {
		try {
			OutputStream stdin = process.getOutputStream();
			stdin.write(script.getBytes(StandardCharsets.UTF_8));
			stdin.flush();
		}
		catch (IOException ex) {
			// The shell is already gone; its exit code and error output tell why.
		}
	}

	private static int exitCode(Process process, @Nullable Integer printed) throws InterruptedException {
		if (printed != null) {
			return printed;
		}
		if (!process.waitFor(DRAIN_MILLIS, TimeUnit.MILLISECONDS)) {
			process.destroyForcibly();
		}
		return process.waitFor();
	}

	private static void awaitEnd(MarkedOutput stdout, MarkedOutput stderr) throws InterruptedException {
		try {
			CompletableFuture.allOf(stdout.closed(), stderr.closed()).get(DRAIN_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			// A process that escaped holds the pipe: what has been read is what there is.
		}
	}

	private CommandResult result(MarkedOutput stdout, MarkedOutput stderr, int exitCode, boolean timedOut,
			String limits) {
		StringBuilder errors = new StringBuilder(stderr.text());
		noteCut(errors, "stdout", stdout);
		noteCut(errors, "stderr", stderr);
		limits.lines().forEach((line) -> note(errors, line));
		return new CommandResult(stdout.text(), errors.toString(), exitCode, timedOut);
	}

	private void noteCut(StringBuilder errors, String name, MarkedOutput output) {
		if (output.isCut()) {
			note(errors, "%s was cut: the first %s of %s bytes are kept".formatted(name, this.maxOutputBytes,
					output.length()));
		}
	}

	private static void note(StringBuilder errors, String note) {
		errors.append(errors.isEmpty() || errors.charAt(errors.length() - 1) == '\n' ? "" : "\n")
			.append("[agentbay-local] ")
			.append(note)
			.append('\n');
	}

	static void closeQuietly(Process process) {
		try {
			process.getOutputStream().close();
		}
		catch (IOException ex) {
			// Nobody reads it any more.
		}
	}

}
