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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What it costs to have a runtime, and that nothing of it is left. The times told are
 * those of the machine at that moment; the limits are far above them on purpose.
 */
@Timeout(120)
class StartUpTests {

	private static final int ROUNDS = 15;

	@Test
	void aWarmJvmStartsItAndCreatesSessionsWithoutDelay() {
		List<Long> starts = new ArrayList<>();
		List<Long> sessions = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			long begin = System.nanoTime();
			try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
				starts.add(System.nanoTime() - begin);
				TestClient client = new TestClient(runtime);
				client.call("ListSession").ok();
				begin = System.nanoTime();
				client.createSession();
				sessions.add(System.nanoTime() - begin);
			}
		}
		assertThat(median(starts)).as("median start").isLessThan(Duration.ofSeconds(3));
		assertThat(median(sessions)).as("median creation of a session").isLessThan(Duration.ofSeconds(1));
		System.out.printf("Start of the runtime: %d ms, creation of a session: %d ms (medians)%n",
				median(starts).toMillis(), median(sessions).toMillis());
	}

	@Test
	void noThreadIsLeftWhenItHasStopped() {
		Set<Thread> before = threads();
		try (LocalAgentBay runtime = LocalAgentBay.builder().tlsPort(0).start()) {
			TestClient client = new TestClient(runtime);
			String session = client.createSession();
			client.shell(session, "sleep 60 & echo started");
			assertThat(ownThreads(before)).isNotEmpty();
		}
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(ownThreads(before)).isEmpty());
	}

	private static Set<Thread> threads() {
		return Set.copyOf(RuntimeThreads.all());
	}

	private static List<String> ownThreads(Set<Thread> before) {
		return RuntimeThreads.all().stream().filter((thread) -> !before.contains(thread)).map(Thread::getName).toList();
	}

	private static Duration median(List<Long> nanos) {
		Collections.sort(nanos);
		return Duration.ofNanos(nanos.get(nanos.size() / 2));
	}

}
