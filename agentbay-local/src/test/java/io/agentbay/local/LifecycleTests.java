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

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.netty.ChannelBindException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Starting and closing a runtime.
 */
class LifecycleTests {

	@ParameterizedTest
	@EnumSource(value = Isolation.class, names = { "AUTO", "HOST" })
	void closingLeavesNoProcessNoThreadAndNoFile(Isolation isolation, @TempDir Path directory) throws Exception {
		String mark = UUID.randomUUID().toString();
		Path data = directory.resolve("not/there/yet");
		LocalAgentBay runtime = LocalAgentBay.builder().isolation(isolation).dataDirectory(data).start();
		TestClient client = new TestClient(runtime);
		for (int i = 0; i < 3; i++) {
			String session = client.createSession();
			client.shell(session, "nohup sh -c 'sleep 68; : " + mark + "' & setsid sh -c 'sleep 69; : " + mark
					+ "' & mkdir -p d/e; ln -s / d/root; chmod 0 d/e; echo x > f");
		}
		assertThat(MachineProcesses.commandLinesContaining(mark)).hasSizeGreaterThanOrEqualTo(6);
		runtime.close();
		runtime.close();
		assertThat(MachineProcesses.commandLinesContaining(mark)).isEmpty();
		assertThat(runtime.liveSessionIds()).isEmpty();
		try (Stream<Path> remains = Files.list(data)) {
			assertThat(remains).isEmpty();
		}
		await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(threads()).isEmpty());
	}

	@Test
	void closingDoesNotWaitForACommandThatRuns() throws Exception {
		LocalAgentBay runtime = LocalAgentBay.builder().start();
		TestClient client = new TestClient(runtime);
		String session = client.createSession();
		Thread caller = new Thread(() -> {
			try {
				client.shell(session, "sleep 70");
			}
			catch (RuntimeException | AssertionError ex) {
				// The connection closes under it.
			}
		});
		caller.start();
		await().atMost(Duration.ofSeconds(10)).until(() -> !runtime.journal().toolCalls("shell").isEmpty());
		Instant start = Instant.now();
		runtime.close();
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
		caller.join(5000);
		assertThat(caller.isAlive()).isFalse();
	}

	@Test
	void aWarmStartTakesLessThan150Milliseconds() {
		assertThatSoonTakesLessThan(Duration.ofMillis(150), () -> {
			try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
				return runtime.port();
			}
		});
	}

	@Test
	void aSessionIsCreatedInLessThan10Milliseconds() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			TestClient client = new TestClient(runtime);
			assertThatSoonTakesLessThan(Duration.ofMillis(10), client::createSession);
		}
	}

	/** Once warm, and when the machine is not busy with other things. */
	private static void assertThatSoonTakesLessThan(Duration limit, Supplier<?> work) {
		await().atMost(Duration.ofSeconds(30)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
			Instant before = Instant.now();
			assertThat(work.get()).isNotNull();
			return Duration.between(before, Instant.now());
		}, (took) -> took.compareTo(limit) < 0);
	}

	@Test
	void theServerListensOnTheLoopbackAddressOnly() throws Exception {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start(); ServerSocket other = new ServerSocket()) {
			assertThat(runtime.endpoint()).hasHost("127.0.0.1").hasPort(runtime.port());
			other.bind(new InetSocketAddress("127.0.0.2", runtime.port()));
			assertThat(other.isBound()).isTrue();
		}
	}

	@Test
	void aPortThatIsTakenIsToldAndLeavesNothing(@TempDir Path directory) throws Exception {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			assertThatExceptionOfType(ChannelBindException.class)
				.isThrownBy(() -> LocalAgentBay.builder().port(runtime.port()).dataDirectory(directory).start());
			assertThat(directory).isEmptyDirectory();
		}
	}

	@Test
	void everyRuntimeHasAKeyOfItsOwnUnlessOneIsGiven() {
		try (LocalAgentBay one = LocalAgentBay.builder().start();
				LocalAgentBay other = LocalAgentBay.builder().start();
				LocalAgentBay given = LocalAgentBay.builder().apiKey("mine").start()) {
			assertThat(one.apiKey()).matches("akm-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
				.isNotEqualTo(other.apiKey());
			assertThat(given.apiKey()).isEqualTo("mine");
		}
	}

	@Test
	void settingsThatMakeNoSenseAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> LocalAgentBay.builder().port(65536))
			.withMessage("port must be from 0 to 65535, not 65536");
		assertThatIllegalArgumentException().isThrownBy(() -> LocalAgentBay.builder().apiKey(" "))
			.withMessage("apiKey must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> LocalAgentBay.builder().maxOutputBytes(0))
			.withMessage("maxOutputBytes must be at least 1024, not 0");
		assertThatIllegalArgumentException().isThrownBy(() -> LocalAgentBay.builder().adbDevice(" "))
			.withMessage("adbDevice must not be blank");
		assertThatIllegalArgumentException().isThrownBy(() -> LocalAgentBay.builder().adbServerPort(0))
			.withMessage("adbServerPort must be from 1 to 65535, not 0");
	}

	private static Set<String> threads() {
		return RuntimeThreads.all().stream().filter(Thread::isAlive).map(Thread::getName).collect(Collectors.toSet());
	}

}
