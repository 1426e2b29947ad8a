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

package io.agentbay.boot.keyed;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Redis for tests, on a port of its own and without files. {@code redis-server} of
 * Debian's package of that name.
 */
final class RedisServer implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/bin/redis-server");

	private static final int ATTEMPTS = 5;

	private final Process process;

	private final int port;

	private final LettuceConnectionFactory connections;

	private RedisServer(Process process, int port) {
		this.process = process;
		this.port = port;
		this.connections = connections(Duration.ofSeconds(60));
	}

	/** Where the environment installs all optional programs, its absence is a mistake. */
	static boolean isInstalled() {
		boolean installed = Files.isExecutable(PROGRAM);
		assertThat(installed || System.getenv("CI") == null).as("redis-server is missing in CI").isTrue();
		return installed;
	}

	static RedisServer start() throws IOException {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			int port = freePort();
			Process process = new ProcessBuilder(PROGRAM.toString(), "--port", String.valueOf(port), "--bind",
					"127.0.0.1", "--save", "", "--appendonly", "no")
				.redirectErrorStream(true)
				.start();
			if (isReady(process)) {
				return new RedisServer(process, port);
			}
			process.destroyForcibly();
		}
		throw new IOException("redis-server found no port");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** The server ends when somebody else has taken the port. */
	private static boolean isReady(Process process) throws IOException {
		BufferedReader output = process.inputReader();
		String line = output.readLine();
		while (line != null && !line.contains("eady to accept connections")) {
			line = output.readLine();
		}
		return line != null;
	}

	LettuceConnectionFactory connections() {
		return this.connections;
	}

	/** Of their own, which wait that long for an answer. */
	LettuceConnectionFactory connections(Duration timeout) {
		LettuceConnectionFactory connections = new LettuceConnectionFactory(
				new RedisStandaloneConfiguration("127.0.0.1", this.port),
				LettuceClientConfiguration.builder().commandTimeout(timeout).build());
		connections.start();
		return connections;
	}

	@Override
	public void close() {
		this.connections.destroy();
		this.process.destroyForcibly();
	}

}
