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

package io.agentbay.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.error.AgentBayException;
import io.agentbay.filesystem.WriteMode;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Many threads, one client, and nothing left behind.
 */
@Tag("failure")
class ConcurrencyTests {

	private static final int THREADS = 64;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	@AfterEach
	void stop() {
		this.runtime.close();
	}

	@Test
	void manyThreadsShareOneClientAndOneSession() throws Exception {
		try (AgentBay agentBay = client(); Session session = agentBay.create()) {
			everybody((number) -> {
				for (int i = 0; i < 10; i++) {
					String path = "/tmp/" + number;
					session.fileSystem().write(path, i + "\n", WriteMode.APPEND);
					assertThat(session.fileSystem().read(path).lines()).hasSize(i + 1);
					assertThat(session.fetchStatus().value()).isEqualTo("RUNNING");
				}
				return 0;
			});
			assertThat(session.fileSystem().list("/tmp")).hasSizeGreaterThanOrEqualTo(THREADS);
		}
	}

	@Test
	void stormsOfCreatingAndClosingLeaveNothing() throws Exception {
		try (AgentBay agentBay = client()) {
			everybody((number) -> {
				for (int i = 0; i < 3; i++) {
					try (Session session = agentBay.create()) {
						assertThat(session.fetchStatus().value()).isEqualTo("RUNNING");
					}
				}
				return 0;
			});
			assertThat(agentBay.cachedSessions()).isEmpty();
			Awaitility.await().atMost(PATIENCE).until(() -> this.runtime.liveSessionIds().isEmpty());
		}
	}

	@Test
	void closingWhileCallsRunEndsThemAll() throws Exception {
		AgentBay agentBay = client();
		Session session = agentBay.create();
		CountDownLatch running = new CountDownLatch(THREADS);
		AtomicInteger refused = new AtomicInteger();
		Thread closer = new Thread(() -> {
			try {
				running.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			agentBay.close();
		});
		closer.start();
		everybody((number) -> {
			running.countDown();
			while (true) {
				try {
					session.fetchStatus();
				}
				catch (AgentBayException | IllegalStateException ex) {
					refused.incrementAndGet();
					return 0;
				}
			}
		});
		closer.join(PATIENCE.toMillis());
		assertThat(closer.isAlive()).isFalse();
		assertThat(refused).hasValue(THREADS);
	}

	@Test
	void clientsThatComeAndGoLeaveNoThreadAndNoFile() throws Exception {
		assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "the system does not show open files");
		use();
		long files = openFiles();
		int threads = clientThreads();
		for (int i = 0; i < 10; i++) {
			use();
		}
		Awaitility.await().atMost(PATIENCE).until(() -> clientThreads() <= threads && openFiles() <= files + 5);
	}

	private void use() throws Exception {
		try (AgentBay agentBay = client(); Session session = agentBay.create()) {
			List<Callable<Integer>> calls = new ArrayList<>();
			IntStream.range(0, 8).forEach((i) -> calls.add(() -> {
				session.fetchStatus();
				return 0;
			}));
			all(calls);
		}
	}

	private AgentBay client() {
		return LocalClient.of(this.runtime).build();
	}

	private static void everybody(Work work) throws Exception {
		List<Callable<Integer>> calls = new ArrayList<>();
		IntStream.range(0, THREADS).forEach((number) -> calls.add(() -> work.run(number)));
		all(calls);
	}

	private static void all(List<Callable<Integer>> calls) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(calls.size());
		try {
			List<Future<Integer>> results = threads.invokeAll(calls, PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
			for (Future<Integer> result : results) {
				result.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static int clientThreads() {
		return (int) Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("agentbay-http"))
			.count();
	}

	private static long openFiles() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
			return files.count();
		}
	}

	/** What each thread does. */
	private interface Work {

		int run(int number) throws Exception;

	}

}
