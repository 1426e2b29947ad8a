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

package io.agentbay.internal.observe;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.observation.AttemptOutcome;
import io.agentbay.observation.CallAttempt;
import io.agentbay.observation.CallListener;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * An attempt that is under way, of whose end a listener is told once.
 */
public final class AttemptReport {

	private final CallListener listener;

	private final CallDetails call;

	private final int number;

	private final long begin = now();

	private final AtomicBoolean running = new AtomicBoolean(true);

	/**
	 * Begin an attempt.
	 * @param listener who is told of its end
	 * @param call what is called
	 * @param number which attempt it is, from 1
	 */
	public AttemptReport(CallListener listener, CallDetails call, int number) {
		this.listener = listener;
		this.call = call;
		this.number = number;
	}

	/**
	 * There is an answer.
	 * @param outcome what it says
	 */
	public void answered(Outcome outcome) {
		if (outcome.failureKind() == null) {
			end(AttemptOutcome.SUCCESS, null, outcome.requestId());
		}
		else {
			end(AttemptOutcome.REFUSED, outcome.failureKind().name(), outcome.requestId());
		}
	}

	/**
	 * There is no usable answer.
	 * @param ex what went wrong
	 */
	public void failed(Throwable ex) {
		String requestId = (ex instanceof AgentBayException told) ? told.requestId() : null;
		if (ex instanceof ServiceException refusal) {
			end(AttemptOutcome.REFUSED, refusal.failureKind().name(), requestId);
		}
		else {
			end((ex instanceof InvalidReplyException) ? AttemptOutcome.INVALID_REPLY : AttemptOutcome.NO_ANSWER,
					ex.getClass().getSimpleName(), requestId);
		}
	}

	/**
	 * No answer arrived.
	 * @param failure the simple name of the exception that it becomes unless the call is
	 * repeated
	 */
	public void notAnswered(Class<? extends AgentBayException> failure) {
		end(AttemptOutcome.NO_ANSWER, failure.getSimpleName(), null);
	}

	/**
	 * Nobody waits for the answer any longer.
	 */
	public void cancelled() {
		end(AttemptOutcome.CANCELLED, null, null);
	}

	private void end(AttemptOutcome outcome, @Nullable String failure, @Nullable String requestId) {
		if (this.running.compareAndSet(true, false)) {
			this.listener.onAttempt(new CallAttempt(this.call.withRequestId(requestId), this.number,
					Duration.ofNanos(now() - this.begin), outcome, failure));
		}
	}

	/** The scheduler's clock, as deadlines have it. */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
