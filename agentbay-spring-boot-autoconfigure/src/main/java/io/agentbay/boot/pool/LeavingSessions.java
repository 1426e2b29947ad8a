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

import java.util.function.Function;

import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Sessions that do not come back.
 *
 * @param take gets one of a kind
 * @param defaultKind the kind where none is asked for
 */
record LeavingSessions(Function<CreateSessionOptions, Mono<ReactiveSession>> take,
		CreateSessionOptions defaultKind) implements ReactiveSessionSource {

	@Override
	public Mono<ReactiveSession> acquire() {
		return acquire(this.defaultKind);
	}

	@Override
	public Mono<ReactiveSession> acquire(CreateSessionOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return this.take.apply(options);
	}

}
