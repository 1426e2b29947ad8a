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

package io.agentbay.local.internal.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds the machine's programs.
 */
public final class Programs {

	/**
	 * The search path of commands in a session.
	 */
	public static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

	private static final long PROBE_SECONDS = 5;

	private Programs() {
	}

	/**
	 * The shell for the session's commands: people and models write bash.
	 */
	public static String shell() {
		return Files.isExecutable(Path.of("/bin/bash")) ? "/bin/bash" : "/bin/sh";
	}

	/**
	 * Find a program on the search path of this JVM or, failing that, on the usual one.
	 * @param name the program's name
	 */
	public static Optional<Path> find(String name) {
		return find(name, Stream.of(own(), PATH));
	}

	/**
	 * Find a program on the usual search path or, failing that, on that of this JVM:
	 * where it does not matter which one it is, the system's starts fastest.
	 * @param name the program's name
	 */
	public static Optional<Path> findInstalled(String name) {
		return find(name, Stream.of(PATH, own()));
	}

	/**
	 * How a shell names a program of the usual search path, whatever its own search path
	 * is.
	 * @param name the program's name
	 */
	public static String named(String name) {
		return find(name, Stream.of(PATH)).map(Path::toString).orElse(name);
	}

	/**
	 * Try whether a command works here.
	 * @param command the command, which ends soon and says nothing of interest
	 * @return whether it was started and ended in time without a failure
	 */
	public static boolean succeeds(List<String> command) {
		try {
			Process probe = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			try {
				return probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0;
			}
			finally {
				probe.destroyForcibly();
			}
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static String own() {
		return Objects.requireNonNullElse(System.getenv("PATH"), "");
	}

	private static Optional<Path> find(String name, Stream<String> paths) {
		return paths.flatMap((path) -> Arrays.stream(path.split(File.pathSeparator)))
			.filter((directory) -> directory.startsWith("/"))
			.map((directory) -> Path.of(directory, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
