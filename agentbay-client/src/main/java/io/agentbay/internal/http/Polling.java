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
import java.util.function.Predicate;

import io.agentbay.error.CallTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks again and again, with growing pauses that block no thread, until the answer is
 * final or the deadline of the operation is over.
 *
 * @param firstPause the pause after the first answer
 * @param longestPause the longest pause
 */
public record Polling(Duration firstPause, Duration longestPause) {

	private static final double GROWTH = 1.5;

	/**
	 * Ask until the answer is final.
	 * @param question asks once
	 * @param isFinal tells whether an answer is final
	 * @param limit the longest time for all of it, unless the operation has an earlier
	 * deadline
	 * @param <T> the type of the answers
	 * @return the final answer, or the last one when time was up
	 */
	public <T> Mono<T> until(Mono<T> question, Predicate<T> isFinal, Duration limit) {
		Mono<T> asking = Mono
			.deferContextual((context) -> ask(question, isFinal, Deadline.from(context, limit), this.firstPause, null));
		return Deadline.within(limit, asking);
	}

	private <T> Mono<T> ask(Mono<T> question, Predicate<T> isFinal, Deadline deadline, Duration pause,
			@Nullable T last) {
		return question.onErrorResume(CallTimeoutException.class, (ex) -> lastOrError(last, deadline, ex))
			.flatMap((answer) -> {
				if (isFinal.test(answer) || !deadline.leavesMoreThan(pause)) {
					return Mono.just(answer);
				}
				Duration longer = Duration.ofMillis((long) (pause.toMillis() * GROWTH));
				Duration next = (longer.compareTo(this.longestPause) < 0) ? longer : this.longestPause;
				return Mono.delay(pause).then(Mono.defer(() -> ask(question, isFinal, deadline, next, answer)));
			});
	}

	/** A question that the deadline cut off leaves what was known before it. */
	private static <T> Mono<T> lastOrError(@Nullable T last, Deadline deadline, CallTimeoutException ex) {
		return (last != null && deadline.remaining().isZero()) ? Mono.just(last) : Mono.error(ex);
	}

}
