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

package io.agentbay.ownership;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.error.AgentBayException;
import io.agentbay.ownership.InstanceLocks.InstanceLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Ends the sessions of instances that died before they could do it themselves, and no
 * others: a session is ended only while the lock of its instance is held, and the lock of
 * an instance that lives cannot be taken.
 *
 * @since 0.1.0
 */
public final class SessionReaper {

	private static final Logger logger = LoggerFactory.getLogger(SessionReaper.class);

	private static final int PARALLEL_DELETES = 8;

	private final ReactiveAgentBay agentBay;

	private final LiveInstance self;

	/**
	 * Create a reaper.
	 * @param agentBay lists and ends sessions
	 * @param self the run of the application that looks for its dead siblings
	 */
	public SessionReaper(ReactiveAgentBay agentBay, LiveInstance self) {
		Assert.notNull(agentBay, "'agentBay' must not be null");
		Assert.notNull(self, "'self' must not be null");
		this.agentBay = agentBay;
		this.self = self;
	}

	/**
	 * Look once for sessions of dead instances of this application, and end them.
	 * @return what was found; an error when the sessions could not be listed to the end
	 */
	public Mono<ReapResult> reap() {
		return this.agentBay.listOwned(this.self.owner().name()).collectList().flatMap((sessions) -> {
			Findings findings = new Findings();
			return Flux.fromIterable(byInstance(sessions, findings).entrySet())
				.concatMap((entry) -> reap(entry.getKey(), entry.getValue(), findings))
				.then(Mono.fromSupplier(findings::result));
		}).doOnNext(SessionReaper::log);
	}

	private Map<String, List<String>> byInstance(List<OwnedSession> sessions, Findings findings) {
		Map<String, List<String>> found = new LinkedHashMap<>();
		for (OwnedSession session : sessions) {
			String instance = session.instance();
			if (instance == null || !this.self.sees(instance)) {
				findings.unattributed.add(session.sessionId());
			}
			else if (instance.equals(this.self.owner().instance())) {
				findings.alive++;
			}
			else {
				found.computeIfAbsent(instance, (key) -> new ArrayList<>()).add(session.sessionId());
			}
		}
		return found;
	}

	private Mono<Void> reap(String instance, List<String> sessionIds, Findings findings) {
		return Mono.fromCallable(() -> new Attempt(this.self.locks().tryLock(instance)))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((attempt) -> {
				InstanceLock lock = attempt.lock();
				if (lock == null) {
					findings.alive += sessionIds.size();
					return Mono.<Void>empty();
				}
				return Mono.usingWhen(Mono.just(lock), (held) -> delete(sessionIds, held, findings),
						SessionReaper::release);
			})
			.onErrorResume(IOException.class, (ex) -> {
				sessionIds.forEach((id) -> findings.failed.put(id, "the lock of its instance: " + ex.getMessage()));
				return Mono.empty();
			});
	}

	private Mono<Void> delete(List<String> sessionIds, InstanceLock lock, Findings findings) {
		return Flux.fromIterable(sessionIds)
			.flatMap((id) -> renew(lock).then(Mono.defer(() -> this.agentBay.delete(id)))
				.thenReturn("")
				.onErrorResume((ex) -> ex instanceof AgentBayException || ex instanceof IOException,
						(ex) -> Mono.just(String.valueOf(ex.getMessage())))
				.doOnNext((problem) -> findings.add(id, problem)), PARALLEL_DELETES)
			.then();
	}

	/**
	 * Deleting takes a while; an instance that only stood still may have its lock again.
	 */
	private static Mono<Void> renew(InstanceLock lock) {
		return Mono.<Void>fromCallable(() -> {
			if (!lock.renew()) {
				throw new IOException("The lock of its instance was lost");
			}
			return null;
		}).subscribeOn(Schedulers.boundedElastic());
	}

	private static Mono<Void> release(InstanceLock lock) {
		return Mono.<Void>fromCallable(() -> {
			lock.close();
			return null;
		}).subscribeOn(Schedulers.boundedElastic());
	}

	private static void log(ReapResult result) {
		if (!result.deleted().isEmpty()) {
			logger.warn("Ended {} session(s) of instances that had died: {}", result.deleted().size(),
					result.deleted());
		}
		if (!result.failed().isEmpty()) {
			logger.warn("Could not end sessions of instances that had died: {}", result.failed());
		}
		if (!result.unattributed().isEmpty()) {
			logger.warn("Nobody can tell whether these sessions are still in use, they are left alone: {}",
					result.unattributed());
		}
	}

	/** A lock that was taken, or not. */
	private record Attempt(@Nullable InstanceLock lock) {
	}

	/** Filled from one subscription, one signal after the other. */
	private static final class Findings {

		private final List<String> deleted = new ArrayList<>();

		private final Map<String, String> failed = new LinkedHashMap<>();

		private final List<String> unattributed = new ArrayList<>();

		private int alive;

		synchronized void add(String sessionId, String problem) {
			if (problem.isEmpty()) {
				this.deleted.add(sessionId);
			}
			else {
				this.failed.put(sessionId, problem);
			}
		}

		ReapResult result() {
			return new ReapResult(this.deleted, this.failed, this.unattributed, this.alive);
		}

	}

}
