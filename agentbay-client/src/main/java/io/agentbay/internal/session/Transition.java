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

package io.agentbay.internal.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.http.Polling;
import io.agentbay.session.Session;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.WaitOptions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Putting a session to sleep and waking it. The service begins the change, and its end
 * shows in the session's state.
 */
enum Transition {

	/** To sleep. */
	PAUSE(SessionStatus.PAUSED, SessionStatus.PAUSING, SessionStatus.RUNNING, AgentBayApi::pauseSessionAsync),

	/** Awake again. */
	RESUME(SessionStatus.RUNNING, SessionStatus.RESUMING, SessionStatus.PAUSED, AgentBayApi::resumeSessionAsync);

	private static final Duration FIRST_LOOK = Duration.ofMillis(100);

	private final SessionStatus target;

	private final SessionStatus underWay;

	private final SessionStatus source;

	private final BiFunction<AgentBayApi, String, Mono<ApiReply<Void>>> action;

	Transition(SessionStatus target, SessionStatus underWay, SessionStatus source,
			BiFunction<AgentBayApi, String, Mono<ApiReply<Void>>> action) {
		this.target = target;
		this.underWay = underWay;
		this.source = source;
		this.action = action;
	}

	Mono<ApiReply<Void>> begin(AgentBayApi api, String sessionId) {
		return this.action.apply(api, sessionId).map(ApiReply::orElseThrow);
	}

	Mono<Void> run(AgentBayApi api, String sessionId, WaitOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return begin(api, sessionId).flatMap((begun) -> await(api, sessionId, options, begun.outcome()));
	}

	private Mono<Void> await(AgentBayApi api, String sessionId, WaitOptions options, Outcome begun) {
		Duration pause = options.pollInterval();
		Duration first = (pause.compareTo(FIRST_LOOK) < 0) ? pause : FIRST_LOOK;
		AtomicReference<@Nullable SessionStatus> seen = new AtomicReference<>();
		Mono<Look> look = api.getSession(sessionId).map((reply) -> {
			seen.set((reply.data() != null) ? SessionStatus.of(reply.data().status()) : null);
			return new Look(reply.outcome(), seen.get());
		}).onErrorResume(AgentBayException.class, (ex) -> Mono.just(new Look(begun, seen.get())));
		return new Polling(first, pause).until(look, this::isFinal, options.timeout())
			.doOnNext((last) -> judge(last, sessionId, options.timeout()))
			.then();
	}

	/**
	 * The state from before still shows for a while after the change was accepted, and a
	 * look that failed says nothing: only what cannot lead to the target is final.
	 */
	private boolean isFinal(Look look) {
		if (look.outcome().failedWith(FailureKind.SESSION_GONE)) {
			return true;
		}
		SessionStatus status = look.status();
		return status != null && !status.equals(this.underWay) && !status.equals(this.source)
				&& !status.equals(SessionStatus.UNKNOWN);
	}

	private void judge(Look last, String sessionId, Duration timeout) {
		SessionStatus status = last.status();
		if (this.target.equals(status)) {
			return;
		}
		if (last.outcome().failedWith(FailureKind.SESSION_GONE)) {
			throw last.outcome().toException();
		}
		CallDetails details = last.outcome().details();
		if (isFinal(last)) {
			throw ServiceException.of(FailureKind.SERVICE, null,
					"Session %s is in the unexpected state %s on its way to %s".formatted(sessionId, status,
							this.target),
					details);
		}
		throw ServiceException.of(FailureKind.TIMEOUT, null, "Timed out: session %s did not become %s within %s seconds"
			.formatted(sessionId, this.target, timeout.toSeconds()), details);
	}

	/** One look at the state; the state seen before when the look failed. */
	private record Look(Outcome outcome, @Nullable SessionStatus status) {
	}

}
