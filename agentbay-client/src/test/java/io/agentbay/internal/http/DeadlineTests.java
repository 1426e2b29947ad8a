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

package io.agentbay.internal.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.connection.RetryPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("failure")
class DeadlineTests {

	@Test
	void theEarlierDeadlineHolds() {
		Mono<Duration> remaining = Mono
			.deferContextual((context) -> Mono.just(Deadline.from(context, Duration.ofDays(9)).remaining()));
		Mono<Duration> nested = Deadline.within(Duration.ofSeconds(1), Deadline.within(Duration.ofHours(1), remaining));
		assertThat(nested.block()).isLessThanOrEqualTo(Duration.ofSeconds(1));
		Mono<Duration> reversed = Deadline.within(Duration.ofHours(1),
				Deadline.within(Duration.ofSeconds(1), remaining));
		assertThat(reversed.block()).isLessThanOrEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void pollingEndsWithTheFinalAnswer() {
		AtomicInteger asked = new AtomicInteger();
		StepVerifier
			.withVirtualTime(() -> new Polling(Duration.ofSeconds(1), Duration.ofSeconds(2))
				.until(Mono.fromCallable(asked::incrementAndGet), (answer) -> answer == 4, Duration.ofMinutes(1)))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(4))
			.thenAwait(Duration.ofSeconds(1))
			.expectNext(4)
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void pollingEndsWithTheLastAnswerWhenTimeIsUp() {
		AtomicInteger asked = new AtomicInteger();
		StepVerifier
			.withVirtualTime(() -> new Polling(Duration.ofSeconds(1), Duration.ofSeconds(1))
				.until(Mono.fromCallable(asked::incrementAndGet), (answer) -> false, Duration.ofSeconds(10)))
			.thenAwait(Duration.ofSeconds(11))
			.expectNextMatches((answer) -> answer >= 9 && answer <= 10)
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void backoffGrowsWithinItsBounds() {
		RetryPolicy policy = new RetryPolicy(5, Duration.ofMillis(200), Duration.ofSeconds(1));
		assertThat(policy.backoff(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
		assertThat(policy.backoff(2)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
		assertThat(policy.backoff(60)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
	}

}
