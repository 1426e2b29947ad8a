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

import java.util.ArrayList;
import java.util.List;

import io.agentbay.context.ContextByName;
import io.agentbay.context.ContextResult;
import io.agentbay.context.ContextSync;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.result.Outcome;
import io.agentbay.session.CreateSessionParams;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks up the contexts that a new session is to mount by their names.
 */
public final class ContextNames {

	private final ReactiveContextService contexts;

	public ContextNames(ReactiveContextService contexts) {
		this.contexts = contexts;
	}

	/**
	 * Find the contexts by their names, one after the other.
	 */
	public Mono<Resolved> resolve(CreateSessionParams params) {
		return Flux.fromIterable(params.contextsByName())
			.concatMap((named) -> this.contexts.get(named.name(), true).map((found) -> new Found(named, found)))
			.takeUntil((found) -> !found.context().success())
			.collectList()
			.map((all) -> resolved(params, all));
	}

	private static Resolved resolved(CreateSessionParams params, List<Found> all) {
		List<ContextSync> contexts = new ArrayList<>(params.contextSyncs());
		for (Found found : all) {
			if (!found.context().success()) {
				Outcome refusal = found.context().outcome();
				return new Resolved(params, refusal
					.withMessage("Context '%s': %s".formatted(found.named().name(), refusal.errorMessage())));
			}
			contexts.add(found.named().toContextSync(found.context().context().id()));
		}
		return new Resolved(params.withContextSyncs(contexts), null);
	}

	/**
	 * Parameters without names.
	 *
	 * @param params the parameters
	 * @param refusal why not all contexts were found, {@code null} if they were
	 */
	public record Resolved(CreateSessionParams params, @Nullable Outcome refusal) {
	}

	/** A name and what came of it. */
	private record Found(ContextByName named, ContextResult context) {
	}

}
