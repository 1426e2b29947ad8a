package io.agentbay.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

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
