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
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import io.agentbay.local.TestClient.ToolAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A session that wants too much of the machine is stopped and told so; others go on.
 */
@Timeout(240)
abstract class LimitSuite {

	private static final long MEBIBYTE = 1024L * 1024;

	private final Isolation isolation;

	private final boolean controlGroups;

	LimitSuite(Isolation isolation, boolean controlGroups) {
		this.isolation = isolation;
		this.controlGroups = controlGroups;
	}

	@Test
	void aForkBombIsStopped() {
		String sleep = "sleep 57." + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
		with((settings) -> settings.maxProcesses(30), (client) -> {
			// As sh, since bash waits for a quarter of a minute whether it can fork after
			// all.
			JsonNode result = client.shell(client.createSession(),
					"exec sh -c 'i=0; while [ $i -lt 100 ]; do " + sleep + " & i=$((i+1)); done; wait'");
			assertThat(result.path("exit_code").intValue()).isNotZero();
			assertThat(result.path("stderr").stringValue())
				.contains("limit of 30 processes and threads (maxProcesses, --max-processes)");
			assertThat(MachineProcesses.commandLinesContaining(sleep).size()).isLessThanOrEqualTo(30);
		});
	}

	@Test
	void whoEatsMemoryIsKilled() {
		assumePython();
		with((settings) -> settings.maxMemoryBytes(64 * MEBIBYTE), (client) -> {
			JsonNode result = client.shell(client.createSession(),
					"python3 -c 'import time; eaten = [bytearray(1048576) for i in range(400)]; time.sleep(60)'");
			assertThat(result.path("exit_code").intValue()).isEqualTo(137);
			assertThat(result.path("stderr").stringValue())
				.contains("limit of 64 MiB of memory (maxMemoryBytes, --max-memory)");
		});
	}

	@Test
	void codeThatEatsMemoryIsToldWhyItsInterpreterEnded() {
		assumePython();
		with((settings) -> settings.maxMemoryBytes(128 * MEBIBYTE), (client) -> {
			String session = client.createSession("ImageId", "code_latest");
			ToolAnswer answer = client.tool(session, "run_code",
					Map.of("language", "python", "code", "import time\nx = b'x' * 500_000_000\ntime.sleep(60)"));
			assertThat(TestClient.MAPPER.readTree(answer.text()).path("executionError").stringValue())
				.startsWith("InterpreterError")
				.contains("limit of 128 MiB of memory");
		});
	}

	@Test
	void aFileDoesNotGrowBeyondTheDisk() {
		with((settings) -> settings.maxDiskBytes(8 * MEBIBYTE), (client) -> {
			String session = client.createSession();
			JsonNode result = client.shell(session, "head -c 100000000 /dev/zero > ~/large");
			assertThat(result.path("exit_code").intValue()).isNotZero();
			assertThat(result.path("stderr").stringValue()).contains("limit of 8 MiB of files (maxDiskBytes");
			ToolAnswer refused = client.tool(session, "write_file", Map.of("path", "more", "content", "x"));
			assertThat(refused.error()).isTrue();
			assertThat(refused.text()).contains("limit of 8 MiB of files (maxDiskBytes, --max-disk)");
			assertThat(client.shell(session, "echo more > ~/more").path("exit_code").intValue()).isNotZero();
			assertThat(client.shell(session, "rm ~/large ~/more").path("exit_code").intValue()).isZero();
			assertThat(client.shell(session, "echo again > ~/again").path("exit_code").intValue()).isZero();
			assertThat(client.tool(session, "write_file", Map.of("path", "more", "content", "x")).error()).isFalse();
		});
	}

	@Test
	void whoFillsTheDiskWithManyFilesIsKilled() {
		with((settings) -> settings.maxDiskBytes(8 * MEBIBYTE), (client) -> {
			JsonNode result = client.shell(client.createSession(),
					"i=0; while [ $i -lt 40 ]; do head -c 1000000 /dev/zero > f$i; i=$((i+1)); done; sleep 60");
			assertThat(result.path("exit_code").intValue()).isEqualTo(137);
			assertThat(result.path("stderr").stringValue()).contains("limit of 8 MiB of files");
		});
	}

	@Test
	void whatTheFilesystemToolsWriteCounts() {
		with((settings) -> settings.maxDiskBytes(2 * MEBIBYTE), (client) -> {
			String session = client.createSession();
			String half = "x".repeat((int) MEBIBYTE);
			assertThat(client.tool(session, "write_file", Map.of("path", "a", "content", half)).error()).isFalse();
			ToolAnswer refused = client.tool(session, "write_file", Map.of("path", "b", "content", half));
			assertThat(refused.error()).isTrue();
			assertThat(refused.text()).contains("limit of 2 MiB of files");
		});
	}

	/**
	 * Do something with a runtime, and see that it can still be used afterwards.
	 */
	private void with(Consumer<LocalAgentBayBuilder> settings, Consumer<TestClient> work) {
		LocalAgentBayBuilder builder = LocalAgentBay.builder()
			.isolation(this.isolation)
			.controlGroups(this.controlGroups);
		settings.accept(builder);
		try (LocalAgentBay runtime = builder.start()) {
			TestClient client = new TestClient(runtime);
			String other = client.createSession();
			work.accept(client);
			for (String session : List.of(other, client.createSession())) {
				JsonNode result = client.shell(session, "echo works > file && sleep 0 & wait; cat file");
				assertThat(result.path("stdout").stringValue()).isEqualTo("works\n");
				assertThat(result.path("stderr").stringValue()).isEmpty();
			}
		}
		assertThat(controlGroups()).isEmpty();
	}

	private static void assumePython() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "python3 is missing");
	}

	/** Those of other runtimes come and go meanwhile. */
	private static List<Path> controlGroups() {
		String prefix = "agentbay-local-" + ProcessHandle.current().pid() + "-";
		List<Path> found = new ArrayList<>();
		try {
			Files.walkFileTree(Path.of("/sys/fs"), Set.of(), 8, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
					if (directory.getFileName().toString().startsWith(prefix)) {
						found.add(directory);
					}
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(Path file, IOException ex) {
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException ex) {
					return FileVisitResult.CONTINUE;
				}

			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return found;
	}

}
