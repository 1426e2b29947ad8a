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

import java.util.List;

import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextSync;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.ContextApi;
import io.agentbay.internal.api.ContextData;
import io.agentbay.internal.context.ContextAnswers;
import io.agentbay.session.CreateSessionOptions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks up the contexts that a new session is to mount by their names.
 */
final class ContextNames {

	private final ContextApi api;

	private final @Nullable String regionId;

	ContextNames(ContextApi api, @Nullable String regionId) {
		this.api = api;
		this.regionId = regionId;
	}

	/**
	 * Find the contexts by their names, one after the other.
	 * @return the options without names
	 */
	Mono<CreateSessionOptions> resolve(CreateSessionOptions options) {
		Mono<List<ContextSync>> copied = Flux.fromIterable(options.contextsByName())
			.concatMap((named) -> id(named.name()).map(named::toContextSync))
			.collectList();
		Mono<List<ContextMount>> mounted = Flux.fromIterable(options.contextMountsByName())
			.concatMap((named) -> id(named.name()).map(named::toContextMount))
			.collectList();
		return copied.flatMap((syncs) -> mounted.map((mounts) -> options.mutate()
			.contextSyncs((all) -> all.addAll(syncs))
			.contextsByName(List::clear)
			.contextMounts((all) -> all.addAll(mounts))
			.contextMountsByName(List::clear)
			.build()));
	}

	private Mono<String> id(String name) {
		return this.api.getContext(name, true, this.regionId).map((reply) -> {
			requireFound(reply, name);
			return ContextAnswers.found(reply, name).id();
		});
	}

	private static void requireFound(ApiReply<ContextData> reply, String name) {
		if (!reply.success()) {
			throw reply.outcome().withMessage("Context '%s': %s".formatted(name, reply.errorMessage())).toException();
		}
	}

}
