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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A program of the machine, outside of all sessions, that whoever starts the runtime
 * wants to have beside it. It is spoken with line by line.
 */
public final class MachineProgram implements AutoCloseable {

	private static final long LOOK_MILLIS = 5;

	private final Process process;

	private final BufferedReader answers;

	private MachineProgram(Process process) {
		this.process = process;
		this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Start a program.
	 * @param command a command for the shell
	 * @return the program, which has to be closed
	 * @throws IOException if there is no shell
	 */
	public static MachineProgram start(String command) throws IOException {
		return new MachineProgram(
				new ProcessBuilder("/bin/sh", "-c", command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
	}

	/**
	 * Say something and wait for the answer. Reading from a pipe cannot be interrupted,
	 * waiting for the end of a process can.
	 * @param line what to say
	 * @return a line, {@code null} if the program has ended
	 * @throws IOException if the program does not listen
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public @Nullable String ask(String line) throws IOException, InterruptedException {
		OutputStream questions = this.process.getOutputStream();
		questions.write((line + "\n").getBytes(StandardCharsets.UTF_8));
		questions.flush();
		while (!this.answers.ready() && this.process.isAlive()) {
			this.process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
		}
		return this.answers.readLine();
	}

	/**
	 * End it and what it has started.
	 */
	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
	}

}
