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
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

@Tag("failure")
class MeterTests {

	private static final Duration LIMIT = Duration.ofMillis(800);

	@Test
	void nothingThatMovesIsToldInTheTimeThatItWas() {
		StepVerifier.withVirtualTime(() -> received(Flux.never()))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(799))
			.thenAwait(Duration.ofMillis(200))
			.expectErrorMatches(
					(ex) -> ex instanceof TimeoutException && "no byte moved for 800 ms".equals(ex.getMessage()))
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void aStandstillInTheMiddleIsNoticed() {
		StepVerifier
			.withVirtualTime(() -> received(Flux.interval(Duration.ofMillis(500)).take(5).concatWith(Flux.never())))
			.thenAwait(Duration.ofMillis(2500))
			.expectNextCount(5)
			.expectNoEvent(Duration.ofMillis(799))
			.thenAwait(Duration.ofMillis(200))
			.expectError(TimeoutException.class)
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void whoTakesNothingIsGivenAllTheTime() {
		StepVerifier.withVirtualTime(() -> received(Flux.range(0, 3).map(Long::valueOf)), 1)
			.expectNextCount(1)
			.thenAwait(Duration.ofHours(1))
			.thenRequest(2)
			.expectNextCount(2)
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	private static Flux<DataBuffer> received(Flux<Long> ticks) {
		Meter meter = new Meter(-1, (bytes, total) -> {
		});
		Flux<DataBuffer> buffers = ticks.map((tick) -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[1]));
		return meter.measured(buffers).takeUntilOther(meter.standstill(LIMIT).then(Mono.never()));
	}

}
