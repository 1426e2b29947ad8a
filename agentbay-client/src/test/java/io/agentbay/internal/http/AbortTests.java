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

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes on ends when something else fails, for whoever waits and at its source.
 */
class AbortTests {

	private final TestPublisher<String> source = TestPublisher.create();

	private final Sinks.Empty<Void> failure = Sinks.empty();

	private final IllegalStateException reason = new IllegalStateException("from a test");

	@Test
	void aCallIsCancelledByTheFailure() {
		StepVerifier.create(Abort.on(this.source.mono(), this.failure.asMono()))
			.then(() -> this.failure.tryEmitError(this.reason))
			.verifyErrorMatches((ex) -> ex == this.reason);
		this.source.assertCancelled();
	}

	@Test
	void aStreamIsCancelledByTheFailureAfterWhatHasCome() {
		StepVerifier.create(Abort.on(this.source.flux(), this.failure.asMono()))
			.then(() -> this.source.next("one"))
			.expectNext("one")
			.then(() -> this.failure.tryEmitError(this.reason))
			.verifyErrorMatches((ex) -> ex == this.reason);
		this.source.assertCancelled();
	}

	@Test
	void aStreamThatIsNotReadIsCancelledAsWell() {
		StepVerifier.create(Abort.on(this.source.flux(), this.failure.asMono()), 0)
			.then(() -> this.failure.tryEmitError(this.reason))
			.verifyErrorMatches((ex) -> ex == this.reason);
		this.source.assertCancelled();
	}

	@Test
	void whatEndsInTimeIsNotWatchedAnyLonger() {
		StepVerifier.create(Abort.on(this.source.flux(), this.failure.asMono()))
			.then(() -> this.source.emit("one", "two"))
			.expectNext("one", "two")
			.verifyComplete();
		StepVerifier.create(Abort.on(Mono.just("one"), this.failure.asMono())).expectNext("one").verifyComplete();
		this.source.assertNotCancelled();
		assertThat(this.failure.currentSubscriberCount()).isZero();
	}

	@Test
	void onlyAFailureEndsIt() {
		StepVerifier.withVirtualTime(() -> Abort.on(Flux.interval(Duration.ofSeconds(1)).take(3), Mono.just("done")))
			.expectSubscription()
			.thenAwait(Duration.ofSeconds(3))
			.expectNext(0L, 1L, 2L)
			.verifyComplete();
		StepVerifier.create(Abort.on(Mono.just("one").hide(), Mono.empty())).expectNext("one").verifyComplete();
	}

}
