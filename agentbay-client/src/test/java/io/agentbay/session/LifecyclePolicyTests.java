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

package io.agentbay.session;

import java.time.Duration;
import java.time.Instant;

import io.agentbay.AgentBay;
import io.agentbay.error.ServiceException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.clock.ManualClock;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * When the service releases sessions by itself, by the clock of the local runtime.
 */
class LifecyclePolicyTests {

	private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T08:00:00Z"));

	private final LocalAgentBay runtime = LocalAgentBay.builder().clock(this.clock).start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	private String create(LifecyclePolicy policy) {
		return this.agentBay.create((options) -> options.lifecyclePolicy(policy)).id();
	}

	private void awaitEnd(String id) {
		await().atMost(Duration.ofSeconds(30)).until(() -> !this.runtime.liveSessionIds().contains(id));
	}

	@Test
	@Capability({ "20.1" })
	void theDefaultsAreFiveMinutesWithoutUseAndHalfAnHour() {
		assertThat(LifecyclePolicy.defaults().idleReleaseTimeout()).isEqualTo(Duration.ofMinutes(5));
		assertThat(LifecyclePolicy.defaults().maxRuntime()).isEqualTo(Duration.ofMinutes(30));
		String id = create(LifecyclePolicy.defaults());
		this.clock.advance(Duration.ofMinutes(4));
		assertThat(this.runtime.liveSessionIds()).contains(id);
		this.clock.advance(Duration.ofMinutes(2));
		awaitEnd(id);
	}

	@Test
	@Capability({ "20.2", "20.4", "20.5" })
	void theLongestTimeEndsASessionThatIsInUse() {
		String id = create(LifecyclePolicy.defaults()
			.withIdleReleaseTimeout(Duration.ofMinutes(20))
			.withMaxRuntime(Duration.ofMinutes(45)));
		for (int minutes = 0; minutes < 40; minutes += 10) {
			this.clock.advance(Duration.ofMinutes(10));
			this.agentBay.get(id).keepAlive();
		}
		assertThat(this.runtime.liveSessionIds()).contains(id);
		this.clock.advance(Duration.ofMinutes(6));
		awaitEnd(id);
	}

	@Test
	@Capability({ "20.3" })
	void aManualReleaseIsWaitedForInVain() {
		String id = create(LifecyclePolicy.manualRelease());
		this.clock.advance(Duration.ofDays(30));
		assertThat(this.agentBay.get(id).command().run("echo alive").requireSuccess().stdout()).isEqualTo("alive\n");
		this.agentBay.delete(id);
		awaitEnd(id);
	}

	@Test
	@Capability({ "20.6" })
	void secondsAreStillTaken() {
		String id = this.agentBay.create((options) -> options.idleReleaseTimeout(Duration.ofSeconds(90))).id();
		this.clock.advance(Duration.ofSeconds(80));
		assertThat(this.runtime.liveSessionIds()).contains(id);
		this.clock.advance(Duration.ofSeconds(20));
		awaitEnd(id);
	}

	@Test
	void whatMakesNoSenseIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> LifecyclePolicy.defaults().withIdleReleaseTimeout(Duration.ofSeconds(90)))
			.withMessageContaining("'idleReleaseTimeout'")
			.withMessageContaining("whole minutes");
		assertThatIllegalArgumentException().isThrownBy(() -> LifecyclePolicy.defaults().withMaxRuntime(Duration.ZERO));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> LifecyclePolicy.manualRelease().withMaxRuntime(Duration.ofMinutes(5)))
			.withMessageContaining("manual release");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CreateSessionOptions.of((options) -> options.idleReleaseTimeout(Duration.ofMinutes(5))
				.lifecyclePolicy(LifecyclePolicy.defaults())))
			.withMessageContaining("exclude each other");
		assertThatExceptionOfType(ServiceException.class)
			.isThrownBy(() -> create(LifecyclePolicy.defaults().withMaxRuntime(Duration.ofDays(3650))));
	}

}
