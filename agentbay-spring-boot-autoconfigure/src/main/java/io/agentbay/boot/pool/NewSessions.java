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

package io.agentbay.boot.pool;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * A new session for each use, deleted after it.
 */
final class NewSessions implements ReactiveSessionSource {

	private static final Logger logger = LoggerFactory.getLogger(NewSessions.class);

	private final ReactiveAgentBay client;

	NewSessions(ReactiveAgentBay client) {
		Assert.notNull(client, "'agentBay' must not be null");
		this.client = client;
	}

	@Override
	public Mono<ReactiveSession> acquire() {
		return handedOver(this.client.create());
	}

	@Override
	public Mono<ReactiveSession> acquire(CreateSessionOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return handedOver(this.client.create(options));
	}

	private static Mono<ReactiveSession> handedOver(Mono<ReactiveSession> creation) {
		return Handover.of(creation, (unwanted) -> delete(unwanted).subscribe());
	}

	/**
	 * What was done in the session is done: that it could not be deleted is no failure of
	 * that. It stays among the client's sessions, which are deleted at the end.
	 */
	static Mono<Void> delete(ReactiveSession session) {
		return session.close().onErrorResume((ex) -> {
			logger.warn("Session {} could not be deleted after use: {}", session.id(), ex.getMessage());
			return Mono.empty();
		});
	}

}
