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
import java.util.ArrayList;
import java.util.List;

import io.agentbay.local.clock.ManualClock;
import io.agentbay.local.fault.Chaos;
import io.agentbay.local.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * What tests can do with the runtime: begin anew, let time pass, let calls go wrong at
 * random.
 */
@Timeout(120)
class ControlTests {

	private static final Fault BUSY = Fault.answer(503, "{\"Code\":\"Busy\",\"Success\":false}");

	private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));

	private final LocalAgentBay runtime = LocalAgentBay.builder()
		.clock(this.clock)
		.maxSessionTime(Duration.ofHours(8))
		.start();

	private final TestClient client = new TestClient(this.runtime);

	private final ContextClient contexts = new ContextClient(this.client);

	@AfterEach
	void close() {
		this.runtime.close();
	}

	@Test
	void afterAResetNothingIsLeftAndTheRuntimeGoesOn() {
		String session = this.client.createSession();
		this.client.shell(session, "sleep 60 & echo started");
		this.client.createSession();
		String context = this.contexts.create("kept");
		this.contexts.store(context, "/a", "text");
		this.runtime.faults().onNext("ListSession", BUSY);
		this.runtime.faults().chaos(Chaos.seeded(1, 1));
		this.runtime.reset();
		assertThat(this.runtime.liveSessionIds()).isEmpty();
		assertThat(this.runtime.journal().calls()).isEmpty();
		assertThat(this.runtime.faults().pending()).isFalse();
		assertThat(this.client.call("ListContexts").ok().path("Data").isEmpty()).isTrue();
		assertThat(this.client.call("GetSession", "SessionId", session).code()).isEqualTo("InvalidMcpSession.NotFound");
		assertThat(this.client.shell(this.client.createSession(), "echo on").path("stdout").stringValue())
			.isEqualTo("on\n");
	}

	@Test
	void eightHoursOfASessionPassAtOnce() {
		String busy = this.client.createSession();
		String idle = this.client.createSession();
		String context = this.contexts.create("urls");
		this.contexts.store(context, "/a", "text");
		String url = this.contexts.downloadUrl(context, "/a");
		long start = System.nanoTime();
		for (int minute = 4; minute < 8 * 60; minute += 4) {
			this.clock.advance(Duration.ofMinutes(4));
			this.client.call("RefreshSessionIdleTime", "SessionId", busy).ok();
			if (minute == 56) {
				assertThat(PlainHttp.get(url).statusCode()).isEqualTo(200);
			}
		}
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		assertThat(took).as("real time of eight hours").isLessThan(Duration.ofSeconds(10));
		assertThat(this.client.call("GetSession", "SessionId", idle).code()).isEqualTo("InvalidMcpSession.NotFound");
		assertThat(PlainHttp.get(url).statusCode()).isEqualTo(403);
		assertThat(this.client.call("GetSession", "SessionId", busy).ok()).isNotNull();
		this.clock.advance(Duration.ofMinutes(4));
		await().atMost(Duration.ofSeconds(20)).until(() -> this.runtime.liveSessionIds().isEmpty());
	}

	@Test
	void noUseKeepsASessionBeyondItsMaximum() {
		assertThatIllegalArgumentException().isThrownBy(() -> LocalAgentBay.builder().maxSessionTime(Duration.ZERO))
			.withMessage("maxSessionTime must be positive, not PT0S");
		String patient = this.client.createSession("Timeout", "604800");
		this.clock.advance(Duration.ofHours(8).minusSeconds(1));
		assertThat(this.runtime.liveSessionIds()).containsExactly(patient);
		this.clock.advance(Duration.ofSeconds(1));
		await().atMost(Duration.ofSeconds(20)).until(() -> this.runtime.liveSessionIds().isEmpty());
	}

	@Test
	void theSameSeedStrikesTheSameCalls() {
		this.runtime.faults().chaos(Chaos.seeded(42, 0.5).with(BUSY));
		List<Integer> first = statuses(30, false);
		this.runtime.faults().chaos(Chaos.seeded(42, 0.5).with(BUSY));
		assertThat(statuses(30, true)).isEqualTo(first).contains(200, 503);
		this.runtime.faults().chaos(Chaos.seeded(43, 0.5).with(BUSY));
		assertThat(statuses(30, false)).isNotEqualTo(first);
		assertThat(Chaos.seeded(42, 0.5)).hasToString("Chaos[seed=42, rate=0.5]");
	}

	@Test
	void chaosKeepsToItsRateAndItsActionsAndGivesWayToScriptedFaults() {
		this.runtime.faults().chaos(Chaos.seeded(7, 1).at("ListSession").with(BUSY));
		assertThat(statuses(10, false)).containsOnly(503);
		assertThat(this.client.call("ListContexts").status()).isEqualTo(200);
		this.runtime.faults().onNext("ListSession", Fault.answer(429, "{}"));
		assertThat(statuses(2, false)).containsExactly(429, 503);
		this.runtime.faults().chaos(Chaos.seeded(7, 0));
		assertThat(statuses(10, false)).containsOnly(200);
		assertThatIllegalArgumentException().isThrownBy(() -> Chaos.seeded(1, 1.5))
			.withMessage("rate must be from 0 to 1, not 1.5");
	}

	private List<Integer> statuses(int calls, boolean withOthersBetween) {
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < calls; i++) {
			statuses.add(this.client.call("ListSession").status());
			if (withOthersBetween) {
				this.client.call("ListContexts");
			}
		}
		return statuses;
	}

}
