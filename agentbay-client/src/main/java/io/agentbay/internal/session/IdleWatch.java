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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.http.Deadline;
import io.agentbay.internal.observe.Awaited;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.SessionSummary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notices that the service has released sessions because nobody used them, so that they
 * are forgotten. A list of the sessions that are alive answers for all of them; of those
 * that it does not have, a few are asked for, in case that it is not complete.
 */
final class IdleWatch {

	private static final Logger logger = LoggerFactory.getLogger(IdleWatch.class);

	private static final Duration PAUSE = Duration.ofSeconds(30);

	private static final int SAMPLE = 3;

	private final AgentBayApi api;

	private final SessionListing listing;

	private final SessionCache cache;

	private final Consumer<String> gone;

	private final Duration limit;

	private @Nullable Disposable looks;

	/**
	 * Create a watch, which does nothing yet.
	 * @param gone is told the id of each session that has ended
	 * @param limit the longest time for a look
	 */
	IdleWatch(AgentBayApi api, SessionListing listing, SessionCache cache, Consumer<String> gone, Duration limit) {
		this.api = api;
		this.listing = listing;
		this.cache = cache;
		this.gone = gone;
		this.limit = limit;
	}

	/** There is a session to look after. */
	synchronized void begin() {
		if (this.looks == null) {
			this.looks = Flux.interval(PAUSE).onBackpressureDrop().concatMap((tick) -> tick(), 1).subscribe();
		}
	}

	synchronized void close() {
		if (this.looks != null) {
			this.looks.dispose();
			this.looks = null;
		}
	}

	private Mono<Void> tick() {
		if (this.cache.sessions().isEmpty()) {
			close();
			return Mono.empty();
		}
		return look().onErrorResume((ex) -> {
			logger.debug("Whether idle sessions have been released could not be seen; they are looked for again", ex);
			return Mono.empty();
		});
	}

	private Mono<Void> look() {
		List<DefaultReactiveSession> due = this.cache.sessions()
			.stream()
			.filter((session) -> session.idleTime().isOver())
			.toList();
		if (due.isEmpty()) {
			return Mono.empty();
		}
		Mono<Set<String>> alive = (due.size() <= SAMPLE) ? Mono.just(Set.of())
				: this.listing.all(SessionQuery.all()).map(SessionSummary::sessionId).collect(Collectors.toSet());
		return Deadline.within(this.limit, alive.flatMap((ids) -> judge(due, ids)));
	}

	private Mono<Void> judge(List<DefaultReactiveSession> due, Set<String> alive) {
		due.stream()
			.filter((session) -> alive.contains(session.id()))
			.forEach((session) -> session.idleTime().wasSeenAlive());
		List<DefaultReactiveSession> missing = due.stream().filter((session) -> !alive.contains(session.id())).toList();
		return Flux.fromIterable(missing.subList(0, Math.min(SAMPLE, missing.size())))
			.concatMap(this::hasEnded)
			.all((ended) -> ended)
			.doOnNext((allEnded) -> {
				if (allEnded) {
					missing.forEach((session) -> this.gone.accept(session.id()));
				}
			})
			.then();
	}

	private Mono<Boolean> hasEnded(DefaultReactiveSession session) {
		return Awaited.refusal(FailureKind.SESSION_GONE, this.api.getSessionDetail(session.id())).map((reply) -> {
			boolean ended = reply.outcome().failedWith(FailureKind.SESSION_GONE)
					|| (reply.data() != null && SessionStatus.of(reply.data().status()).isEnded());
			if (ended) {
				this.gone.accept(session.id());
			}
			else {
				session.idleTime().wasSeenAlive();
			}
			return ended;
		});
	}

}
