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

import io.agentbay.context.ReactiveContextManager;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.http.Deadline;
import io.agentbay.internal.http.Polling;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import io.agentbay.session.SessionStatus;
import reactor.core.publisher.Mono;

/**
 * Ends sessions and waits until they have ended.
 */
final class SessionDeletion {

	private static final Polling ENDING = new Polling(Duration.ofMillis(50), Duration.ofSeconds(1));

	private final AgentBayApi api;

	private final Duration limit;

	SessionDeletion(AgentBayApi api, Duration limit) {
		this.api = api;
		this.limit = limit;
	}

	Mono<Deleted> delete(String sessionId, boolean saveContexts) {
		Mono<Outcome> saving = saveContexts ? save(sessionId) : Mono.just(Outcome.success(null));
		return Deadline.within(this.limit, saving.flatMap((saved) -> end(sessionId).map((ended) -> {
			boolean hasEnded = ended.success();
			return new Deleted(hasEnded, (hasEnded && !saved.success()) ? notSaved(saved) : ended);
		})));
	}

	private Mono<Outcome> end(String sessionId) {
		return this.api.deleteSessionAsync(sessionId).flatMap((reply) -> {
			if (reply.outcome().failedWith(FailureKind.SESSION_GONE)) {
				return Mono.just(Outcome.success(reply.requestId()));
			}
			return reply.success() ? awaitEnd(sessionId, reply.outcome()) : Mono.just(reply.outcome());
		});
	}

	private Mono<Outcome> awaitEnd(String sessionId, Outcome accepted) {
		Mono<Boolean> question = this.api.getSessionDetail(sessionId)
			.map((reply) -> reply.outcome().failedWith(FailureKind.SESSION_GONE)
					|| (reply.data() != null && SessionStatus.of(reply.data().status()).isEnded()))
			.onErrorResume(AgentBayException.class, (ex) -> Mono.just(false));
		return ENDING.until(question, (ended) -> ended, this.limit)
			.map((ended) -> ended ? accepted : Outcome.failure(FailureKind.TIMEOUT, null,
					"Timeout: the service accepted to end session " + sessionId + ", but the session still exists",
					accepted.requestId()));
	}

	private Mono<Outcome> save(String sessionId) {
		return new ReactiveContextManager(this.api.contexts(), sessionId, this.limit.dividedBy(2)).sync()
			.map(OperationResult::outcome)
			.onErrorResume(AgentBayException.class, (ex) -> Mono
				.just(Outcome.failure(FailureKind.SERVICE, null, String.valueOf(ex.getMessage()), ex.requestId())));
	}

	private static Outcome notSaved(Outcome saved) {
		return saved.withMessage("The session has ended, but its contexts were not saved: " + saved.errorMessage());
	}

	/**
	 * What ending a session led to.
	 */
	record Deleted(boolean ended, Outcome outcome) {
	}

}
