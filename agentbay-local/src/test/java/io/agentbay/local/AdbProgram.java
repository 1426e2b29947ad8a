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

package io.agentbay.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Debian's {@code adb} with a server, a home and a key of its own, apart from those of
 * whoever runs the tests.
 */
final class AdbProgram implements AutoCloseable {

	private static final long LIMIT_SECONDS = 60;

	private final Path home;

	private final int port;

	AdbProgram(Path home) throws IOException {
		OptionalPrograms.require("adb", "adb");
		this.home = home;
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
		Files.createDirectories(home.resolve(".android"));
		run("keygen", home.resolve(".android/adbkey").toString());
	}

	String publicKey() throws IOException {
		return Files.readString(this.home.resolve(".android/adbkey.pub"));
	}

	int port() {
		return this.port;
	}

	/**
	 * Run it and wait for its end.
	 */
	Output run(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of("/usr/bin/adb", "-P", String.valueOf(this.port)));
		command.addAll(List.of(arguments));
		Path stdout = Files.createTempFile(this.home, "out", "");
		Path stderr = Files.createTempFile(this.home, "err", "");
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(stdout.toFile())
			.redirectError(stderr.toFile());
		builder.environment().put("HOME", this.home.toString());
		builder.environment().remove("ANDROID_SERIAL");
		builder.environment().remove("ADB_SERVER_SOCKET");
		builder.environment().put("ANDROID_SDK_HOME", this.home.toString());
		builder.environment().put("ADB_MDNS_AUTO_CONNECT", "0");
		Process process = builder.start();
		try {
			process.getOutputStream().close();
			assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("adb has ended").isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
		finally {
			process.destroyForcibly();
		}
		return new Output(process.exitValue(), Files.readAllBytes(stdout), Files.readString(stderr));
	}

	@Override
	public void close() throws IOException {
		run("kill-server");
	}

	/**
	 * What it has said.
	 *
	 * @param exitCode its exit code
	 * @param bytes its output
	 * @param stderr its error output
	 */
	record Output(int exitCode, byte[] bytes, String stderr) {

		String text() {
			return new String(this.bytes, StandardCharsets.UTF_8);
		}

	}

}
