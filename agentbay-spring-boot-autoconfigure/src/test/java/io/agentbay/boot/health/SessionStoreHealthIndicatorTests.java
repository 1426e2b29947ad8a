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

package io.agentbay.boot.health;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.boot.keyed.SessionStore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SessionStoreHealthIndicator}.
 */
class SessionStoreHealthIndicatorTests {

	private final SessionStore store = Mockito.mock(SessionStore.class);

	@Test
	void aStoreThatIsReadIsUp() {
		BDDMockito.given(this.store.size()).willReturn(3L);
		assertThat(health(Duration.ofSeconds(30))).isEqualTo(Health.up().withDetail("sessions", 3L).build());
	}

	@Test
	void aStoreThatCannotBeReadIsDown() {
		BDDMockito.given(this.store.size()).willThrow(new IllegalStateException("the disk is broken"));
		Health health = health(Duration.ofSeconds(30));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reason", "unreadable")
			.containsEntry("error", "java.lang.IllegalStateException: the disk is broken");
	}

	@Test
	void aStoreThatDoesNotAnswerIsNotWaitedForAndAskedAgainOnlyAfterwards() {
		CountDownLatch answer = new CountDownLatch(1);
		AtomicInteger questions = new AtomicInteger();
		BDDMockito.given(this.store.size()).willAnswer((call) -> {
			questions.incrementAndGet();
			answer.await();
			return 1L;
		});
		SessionStoreHealthIndicator indicator = new SessionStoreHealthIndicator(this.store, Duration.ofMillis(200));
		for (int check = 0; check < 3; check++) {
			Health health = indicator.health();
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("reason", "timeout");
		}
		assertThat(questions).hasValue(1);
		answer.countDown();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> indicator.health().getStatus().equals(Status.UP));
	}

	@Test
	void theTimeMustBeLongerThanZero() {
		assertThatIllegalArgumentException().isThrownBy(() -> health(Duration.ZERO)).withMessageContaining("'timeout'");
	}

	private Health health(Duration timeout) {
		return new SessionStoreHealthIndicator(this.store, timeout).health();
	}

}
