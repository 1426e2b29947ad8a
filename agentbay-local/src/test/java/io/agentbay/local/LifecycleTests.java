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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * When sessions end by themselves. What tells minutes from seconds is that a longest time
 * comes with them.
 */
class LifecycleTests {

	private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T08:00:00Z"));

	private final LocalAgentBay runtime = LocalAgentBay.builder().clock(this.clock).start();

	private final TestClient client = new TestClient(this.runtime);

	@AfterEach
	void stop() {
		this.runtime.close();
	}

	private void awaitSessions(String... expected) {
		await().atMost(Duration.ofSeconds(30)).until(() -> this.runtime.liveSessionIds().equals(List.of(expected)));
	}

	@Test
	void aTimeWithALongestOneIsInMinutesAndOneAloneInSeconds() {
		String minutes = this.client.createSession("Timeout", "10", "MaxRuntime", "60");
		this.client.createSession("Timeout", "10");
		this.clock.advance(Duration.ofSeconds(11));
		awaitSessions(minutes);
		this.clock.advance(Duration.ofMinutes(9));
		awaitSessions(minutes);
		this.clock.advance(Duration.ofMinutes(1));
		awaitSessions();
	}

	@Test
	void useDoesNotLengthenTheLongestTime() {
		String session = this.client.createSession("Timeout", "10", "MaxRuntime", "12");
		this.clock.advance(Duration.ofMinutes(9));
		this.client.call("RefreshSessionIdleTime", "SessionId", session).ok();
		this.clock.advance(Duration.ofMinutes(2));
		awaitSessions(session);
		this.clock.advance(Duration.ofMinutes(1));
		awaitSessions();
	}

	@Test
	void aManualReleaseLastsUntilItComes() {
		String session = this.client.createSession("ManualRelease", "true");
		this.clock.advance(Duration.ofDays(100));
		awaitSessions(session);
		this.client.call("DeleteSessionAsync", "SessionId", session).ok();
		awaitSessions();
	}

	@ParameterizedTest
	@CsvSource({ "ManualRelease, true, Timeout, 5", "ManualRelease, true, MaxRuntime, 5", "Timeout, 5, MaxRuntime, 0",
			"Timeout, -1, MaxRuntime, 5", "Timeout, 5, MaxRuntime, x" })
	void whatMakesNoSenseIsRefused(String name, String value, String otherName, String otherValue) {
		assertThat(this.client.call("CreateMcpSession", name, value, otherName, otherValue).status()).isEqualTo(400);
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

}
