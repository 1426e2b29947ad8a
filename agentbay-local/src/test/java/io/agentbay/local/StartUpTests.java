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
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Nothing of a runtime is left when it has stopped. How quick it is, the benchmarks tell.
 */
@Timeout(120)
class StartUpTests {

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

}
