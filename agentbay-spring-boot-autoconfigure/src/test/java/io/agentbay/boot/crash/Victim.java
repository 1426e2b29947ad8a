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

package io.agentbay.boot.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@link CrashingApplication} in a process of its own, and what it has said.
 */
final class Victim implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Process process;

	private final Thread reader = new Thread(this::read, "victim");

	private final Set<String> held = new HashSet<>();

	private final Set<String> released = new HashSet<>();

	private final StringBuilder output = new StringBuilder();

	private Victim(Process process) {
		this.process = process;
		this.reader.start();
	}

	static Victim start(Launch launch, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(launch.options());
		command.addAll(List.of("-cp", launch.classPath(), CrashingApplication.class.getName()));
		command.addAll(arguments);
		return new Victim(new ProcessBuilder(command).redirectErrorStream(true).start());
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			String line = lines.readLine();
			while (line != null) {
				hear(line);
				line = lines.readLine();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private synchronized void hear(String line) {
		if (line.startsWith(CrashingApplication.HOLDS)) {
			this.held.add(line.substring(CrashingApplication.HOLDS.length()));
		}
		else if (line.startsWith(CrashingApplication.RELEASES)) {
			this.released.add(line.substring(CrashingApplication.RELEASES.length()));
		}
		else {
			this.output.append(line).append('\n');
		}
	}

	void awaitWork() {
		Awaitility.await()
			.atMost(PATIENCE)
			.failFast(() -> assertThat(this.process.isAlive()).as(output()).isTrue())
			.until(() -> !held().isEmpty());
	}

	/** Let it live for a while, unless it ends by itself. */
	void live(long millis) throws InterruptedException {
		this.process.waitFor(millis, TimeUnit.MILLISECONDS);
	}

	/** Wait until it has ended by itself, after it was asked to. */
	void awaitEnd() throws InterruptedException {
		assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(output()).isTrue();
	}

	/** Ask it to end, as an operator does. */
	void terminate() {
		this.process.toHandle().destroy();
	}

	/** The sessions that it has relied on, given up or not. */
	synchronized Set<String> held() {
		return Set.copyOf(this.held);
	}

	/** The sessions that it has given up. */
	synchronized Set<String> released() {
		return Set.copyOf(this.released);
	}

	synchronized String output() {
		return this.output.toString();
	}

	/** Kill it, and hear its last words, which the process itself would drop. */
	@Override
	public void close() {
		this.process.toHandle().destroyForcibly();
		this.process.onExit().join();
		Awaitility.await().atMost(PATIENCE).until(() -> !this.reader.isAlive());
	}

}
