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

package io.agentbay.internal.shell;

import java.time.Duration;

import io.agentbay.error.CallFailedException;
import io.agentbay.error.CallInterruptedException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Repeats what a session does at most once, however often it is told to.
 */
final class Repeated {

	/** For how long the session is asked again. */
	static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

	private Repeated() {
	}

	/** Repeat it for a minute when its answer is lost, then tell why. */
	static <T> Mono<T> within(Mono<T> call) {
		return Mono.defer(() -> {
			long end = System.nanoTime() + PATIENCE.toNanos();
			return call.retryWhen(Retry.from((signals) -> signals.concatMap((signal) -> {
				boolean over = System.nanoTime() - end >= 0;
				return (over || !isWorthIt(signal.failure())) ? Mono.error(signal.failure())
						: Mono.delay(pause(signal.totalRetries()));
			})));
		});
	}

	static Duration pause(long failures) {
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	static boolean isWorthIt(Throwable failure) {
		if (failure instanceof ServiceException refused) {
			FailureKind kind = refused.failureKind();
			return kind == FailureKind.THROTTLED || kind == FailureKind.TIMEOUT || kind == FailureKind.SERVICE;
		}
		return failure instanceof CallFailedException && !(failure instanceof CallInterruptedException);
	}

}
