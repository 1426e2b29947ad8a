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

package io.agentbay.boot.session;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.ReactiveSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A new session for each use, deleted after it.
 */
final class NewSessions implements SessionSource {

	private static final Logger logger = LoggerFactory.getLogger(NewSessions.class);

	private final ReactiveAgentBay client;

	NewSessions(ReactiveAgentBay client) {
		this.client = client;
	}

	@Override
	public Mono<SessionLease> acquire(CreateSessionParams params) {
		Mono<SessionLease> creation = this.client.create(params)
			.map((result) -> new SessionLease(result.session(), delete(result.session())));
		return Handover.of(creation, (unwanted) -> unwanted.release().subscribe());
	}

	/**
	 * What was done in the session is done: that it could not be deleted is no failure of
	 * that. It stays among the client's sessions, which are deleted at the end.
	 */
	static Mono<Void> delete(ReactiveSession session) {
		return session.delete().doOnNext((result) -> {
			if (!result.success()) {
				warn(session, result.errorMessage());
			}
		}).then().onErrorResume((ex) -> {
			warn(session, ex.getMessage());
			return Mono.empty();
		});
	}

	private static void warn(ReactiveSession session, @Nullable String reason) {
		logger.warn("Session {} could not be deleted after use: {}", session.id(), reason);
	}

}
