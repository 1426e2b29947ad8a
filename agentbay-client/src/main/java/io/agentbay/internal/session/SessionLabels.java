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

import java.util.Map;
import java.util.function.Consumer;

import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ApiReply;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The labels of a session, as far as they are known. Those of the client itself stay,
 * whatever the application does with its own.
 */
final class SessionLabels {

	private final AgentBayApi api;

	private final String sessionId;

	private final Consumer<Outcome> notice;

	/**
	 * The client's own labels, {@code null} as long as they are not known.
	 */
	private volatile @Nullable Map<String, String> reserved;

	private volatile @Nullable Map<String, String> own;

	SessionLabels(AgentBayApi api, String sessionId, Consumer<Outcome> notice, @Nullable Map<String, String> reserved) {
		this.api = api;
		this.sessionId = sessionId;
		this.notice = notice;
		this.reserved = reserved;
	}

	@Nullable Map<String, String> known() {
		return this.own;
	}

	void wereSet(Map<String, String> labels) {
		this.own = Map.copyOf(labels);
	}

	/** Whether it carries these labels, as far as is known without asking. */
	boolean isMarked(Map<String, String> labels) {
		return labels.equals(this.reserved);
	}

	Mono<Map<String, String>> fetch() {
		return all().map(Labels::withoutReserved);
	}

	Mono<Void> set(Map<String, String> labels) {
		Labels.checkNotEmpty(labels);
		return reserved()
			.flatMap((reserved) -> noticed(this.api.setLabel(this.sessionId, Labels.merged(labels, reserved))))
			.doOnNext((reply) -> wereSet(labels))
			.then();
	}

	Mono<Void> withoutOwner() {
		return Mono.defer(() -> {
			Map<String, String> known = this.reserved;
			return (known != null && !Labels.tellOwner(known)) ? Mono.empty() : all().flatMap(this::withoutOwner);
		});
	}

	private Mono<Void> withoutOwner(Map<String, String> all) {
		if (!Labels.tellOwner(all)) {
			return Mono.empty();
		}
		Map<String, String> kept = Labels.withoutOwner(all);
		return noticed(this.api.setLabel(this.sessionId, kept))
			.doOnNext((reply) -> this.reserved = Labels.reservedOf(kept))
			.then();
	}

	private Mono<Map<String, String>> reserved() {
		return Mono.defer(() -> {
			Map<String, String> known = this.reserved;
			return (known != null) ? Mono.just(known) : all().map(Labels::reservedOf);
		});
	}

	private Mono<Map<String, String>> all() {
		return noticed(this.api.getLabel(this.sessionId)).map((reply) -> {
			Map<String, String> all = (reply.data() != null) ? reply.data() : Map.of();
			this.reserved = Labels.reservedOf(all);
			wereSet(Labels.withoutReserved(all));
			return all;
		});
	}

	private <T> Mono<ApiReply<T>> noticed(Mono<ApiReply<T>> call) {
		return call.doOnNext((reply) -> this.notice.accept(reply.outcome())).map(ApiReply::orElseThrow);
	}

}
