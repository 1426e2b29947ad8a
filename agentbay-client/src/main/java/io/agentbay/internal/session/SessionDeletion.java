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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.context.DefaultReactiveContextManager;
import io.agentbay.internal.http.Deadline;
import io.agentbay.internal.http.Polling;
import io.agentbay.internal.observe.Awaited;
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

	/**
	 * End a session.
	 * @param sessionId the session
	 * @param saveContexts whether to save its contexts before
	 * @return completes when it has ended and, if asked for, its contexts were saved
	 */
	Mono<Void> delete(String sessionId, boolean saveContexts) {
		Mono<Optional<AgentBayException>> saving = saveContexts ? save(sessionId) : Mono.just(Optional.empty());
		return Deadline.within(this.limit, saving.flatMap((unsaved) -> end(sessionId).flatMap((ended) -> {
			if (!ended.success()) {
				ServiceException failure = ended.toException();
				unsaved.ifPresent(failure::addSuppressed);
				return Mono.error(failure);
			}
			return unsaved.isEmpty() ? Mono.empty() : Mono.error(notSaved(sessionId, unsaved.get()));
		})));
	}

	/** The session has ended all the same. */
	private static PartialFailureException notSaved(String sessionId, AgentBayException reason) {
		List<String> completed = new ArrayList<>(List.of(sessionId));
		List<AgentBayException> failures = List.of(reason);
		if (reason instanceof PartialFailureException partial) {
			completed.addAll(partial.completed());
			failures = partial.failures();
		}
		return new PartialFailureException(
				"The session has ended, but its contexts were not saved: " + reason.getMessage(),
				new CallDetails("DeleteSessionAsync", sessionId, reason.requestId()), completed, failures);
	}

	private Mono<Outcome> end(String sessionId) {
		return Awaited.refusal(FailureKind.SESSION_GONE, this.api.deleteSessionAsync(sessionId)).flatMap((reply) -> {
			if (reply.outcome().failedWith(FailureKind.SESSION_GONE)) {
				return Mono.just(Outcome.success(reply.requestId()));
			}
			return reply.success() ? awaitEnd(sessionId, reply.outcome()) : Mono.just(reply.outcome());
		});
	}

	private Mono<Outcome> awaitEnd(String sessionId, Outcome accepted) {
		Mono<Boolean> question = Awaited.refusal(FailureKind.SESSION_GONE, this.api.getSessionDetail(sessionId))
			.map((reply) -> reply.outcome().failedWith(FailureKind.SESSION_GONE)
					|| (reply.data() != null && SessionStatus.of(reply.data().status()).isEnded()))
			.onErrorResume(AgentBayException.class, (ex) -> Mono.just(false));
		return ENDING.until(question, (ended) -> ended, this.limit)
			.map((ended) -> ended ? accepted : Outcome.failure(FailureKind.TIMEOUT, null,
					"Timeout: the service accepted to end session " + sessionId + ", but the session still exists",
					accepted.details()));
	}

	/** Return why not all contexts were saved, nothing if they were. */
	private Mono<Optional<AgentBayException>> save(String sessionId) {
		return new DefaultReactiveContextManager(this.api.contexts(), sessionId, this.limit.dividedBy(2)).sync()
			.thenReturn(Optional.<AgentBayException>empty())
			.onErrorResume(AgentBayException.class, (ex) -> Mono.just(Optional.of(ex)));
	}

}
