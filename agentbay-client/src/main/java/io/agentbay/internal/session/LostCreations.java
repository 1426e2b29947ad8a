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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.agentbay.internal.api.AgentBayApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Sessions that may exist although nobody holds them: the answer to creating them was
 * lost, or nobody waited for it any longer. Looks for them by their label some more times
 * in the background, and ends those that show up.
 */
final class LostCreations {

	private static final Logger logger = LoggerFactory.getLogger(LostCreations.class);

	/** Lists of the service lag behind; the last look is well past any lag seen. */
	private static final List<Duration> LOOKS = List.of(Duration.ofSeconds(3), Duration.ofSeconds(30),
			Duration.ofMinutes(2));

	private static final Duration GLANCE_PAUSE = Duration.ofSeconds(2);

	private static final int SECOND_GLANCES = 4;

	private final LabelledSessions sessions;

	private final Function<String, Mono<Void>> deletion;

	private final List<Duration> looks;

	private final Duration glancePause;

	private final Set<Map<String, String>> pending = ConcurrentHashMap.newKeySet();

	private final Disposable.Composite searches = Disposables.composite();

	LostCreations(AgentBayApi api, Function<String, Mono<Void>> deletion) {
		this(api, deletion, LOOKS, GLANCE_PAUSE);
	}

	LostCreations(AgentBayApi api, Function<String, Mono<Void>> deletion, List<Duration> looks, Duration glancePause) {
		this.glancePause = glancePause;
		this.sessions = new LabelledSessions(api);
		this.deletion = deletion;
		this.looks = List.copyOf(looks);
	}

	/**
	 * Take over a create whose outcome nobody will learn.
	 * @param mark the labels that only the session carries that it may have made
	 */
	void add(Map<String, String> mark) {
		if (this.pending.add(mark)) {
			this.searches.add(search(mark).subscribe());
		}
	}

	/**
	 * Return the labels of creates that are still looked for.
	 */
	Set<Map<String, String>> pending() {
		return Set.copyOf(this.pending);
	}

	/**
	 * Stop looking, and say what has not shown up.
	 */
	void close() {
		this.searches.dispose();
		this.pending.forEach((mark) -> logger.warn("A session with the label {} may exist that nobody holds; if it "
				+ "does, the service releases it when its idle time is over", mark));
		this.pending.clear();
	}

	private Mono<Void> search(Map<String, String> mark) {
		return Flux.fromIterable(this.looks)
			.concatMap((pause) -> Mono.delay(pause).then(look(mark)))
			.takeUntil((ended) -> ended)
			.any((ended) -> ended)
			.doOnNext((ended) -> finish(mark, ended))
			.then();
	}

	private void finish(Map<String, String> mark, boolean ended) {
		this.pending.remove(mark);
		if (!ended) {
			logger.info("No session with the label {} has shown up; its creation is taken as not carried out", mark);
		}
	}

	/** A look that fails has seen nothing, and is taken again soon. */
	private Mono<Boolean> look(Map<String, String> mark) {
		return this.sessions.carrying(mark)
			.concatMap((sessionId) -> this.deletion.apply(sessionId)
				.doOnSuccess((nothing) -> logger
					.warn("Session {} was created although nobody learned of it, and has been ended", sessionId))
				.doOnError((ex) -> logger.warn(
						"Session {} was created although nobody learned of it, and could not be ended: {}", sessionId,
						ex.getMessage()))
				.thenReturn(sessionId))
			.hasElements()
			.retryWhen(Retry.fixedDelay(SECOND_GLANCES, this.glancePause))
			.onErrorResume((ex) -> {
				logger.debug("Looking for a lost session failed", ex);
				return Mono.just(false);
			});
	}

}
