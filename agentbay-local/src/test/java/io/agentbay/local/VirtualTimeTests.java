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
import java.time.Instant;
import java.util.List;

import io.agentbay.local.clock.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A working day of sessions passes while a test waits. The time told is that of the
 * machine at that moment; the limit is far above it on purpose.
 */
@Timeout(120)
class VirtualTimeTests {

	private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

	private static final Duration WORKING_DAY = Duration.ofHours(8);

	private static final Duration STEP = Duration.ofMinutes(30);

	private final ManualClock clock = new ManualClock(START);

	@Test
	void eightHoursOfSessionsTakeAMoment() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().clock(this.clock).maxSessionTime(WORKING_DAY).start()) {
			TestClient client = new TestClient(runtime);
			ContextClient contexts = new ContextClient(client);
			String context = contexts.create("day");
			String idle = client.createSession("Timeout", "300");
			String polled = client.createSession("Timeout", "3600");
			String saved = client.createSession("Timeout", "86400", "PersistenceDataList", ContextClient
				.list(List.of(ContextClient.mount(context, "/tmp/data", "{\"uploadPolicy\":{\"period\":1800}}"))));
			contexts.await(saved, context, "/tmp/data", "download");
			contexts.write(saved, "/tmp/data/a", "saved");
			String url = contexts.uploadUrl(context, "/elsewhere");
			long begin = System.nanoTime();
			live(client, polled, Duration.ofMinutes(50));
			awaitSessions(runtime, List.of(polled, saved));
			assertThat(PlainHttp.put(url, "in time").statusCode()).isEqualTo(200);
			live(client, polled, Duration.ofMinutes(20));
			assertThat(PlainHttp.put(url, "too late").statusCode()).isEqualTo(403);
			await().pollInterval(Duration.ofMillis(5))
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(contexts.stored(context, "/tmp/data/a")).isEqualTo("saved"));
			live(client, polled, WORKING_DAY.minusMinutes(71));
			awaitSessions(runtime, List.of(polled, saved));
			this.clock.advance(Duration.ofMinutes(1));
			awaitSessions(runtime, List.of());
			Duration took = Duration.ofNanos(System.nanoTime() - begin);
			assertThat(this.clock.now()).isEqualTo(START.plus(WORKING_DAY));
			assertThat(took).isLessThan(Duration.ofSeconds(30));
			System.out.printf("Eight hours of three sessions: %d ms%n", took.toMillis());
		}
	}

	/**
	 * Let time pass, during which a client asks again and again how a session is and
	 * keeps it alive.
	 */
	private void live(TestClient client, String polled, Duration span) {
		Instant end = this.clock.now().plus(span);
		while (this.clock.now().isBefore(end)) {
			Duration left = Duration.between(this.clock.now(), end);
			this.clock.advance((left.compareTo(STEP) < 0) ? left : STEP);
			client.call("RefreshSessionIdleTime", "SessionId", polled).ok();
			assertThat(client.call("GetSession", "SessionId", polled).ok().path("Data").path("Status").stringValue())
				.isEqualTo("RUNNING");
		}
	}

	private static void awaitSessions(LocalAgentBay runtime, List<String> expected) {
		await().pollInterval(Duration.ofMillis(5))
			.atMost(Duration.ofSeconds(30))
			.until(() -> runtime.liveSessionIds().equals(expected));
	}

}
