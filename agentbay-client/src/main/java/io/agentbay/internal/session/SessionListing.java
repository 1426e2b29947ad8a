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
import java.util.Objects;

import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.ListSessionsRequest;
import io.agentbay.internal.api.Page;
import io.agentbay.internal.api.SessionEntry;
import io.agentbay.internal.http.Deadline;
import io.agentbay.ownership.OwnedSession;
import io.agentbay.result.Outcome;
import io.agentbay.session.SessionListResult;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.SessionSummary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Lists sessions. The service only knows marks of the next page: a page by number is
 * reached by reading those before it.
 */
final class SessionListing {

	private static final int WHOLE_LIST_PAGE = 50;

	private final AgentBayApi api;

	private final Duration limit;

	SessionListing(AgentBayApi api, Duration limit) {
		this.api = api;
		this.limit = limit;
	}

	Mono<SessionListResult> page(Map<String, String> labels, int page, int size, @Nullable SessionStatus status) {
		Labels.check(labels);
		Assert.isTrue(page >= 1, () -> "'page' must be at least 1, but is " + page);
		Assert.isTrue(size >= 1, () -> "'limit' must be at least 1, but is " + size);
		return Deadline.within(this.limit, walk(labels, page, size, status, 1, null));
	}

	private Mono<SessionListResult> walk(Map<String, String> labels, int page, int size, @Nullable SessionStatus status,
			int current, @Nullable String token) {
		return read(labels, size, status, token).flatMap((reply) -> {
			if (current == page || !reply.success()) {
				return Mono.just(result(reply, size));
			}
			String next = nextToken(reply);
			return (next != null) ? walk(labels, page, size, status, current + 1, next)
					: Mono.just(beyondTheEnd(page, current, size, reply));
		});
	}

	Flux<SessionSummary> all(Map<String, String> labels, @Nullable SessionStatus status) {
		Labels.check(labels);
		return allCarrying(labels, status);
	}

	/**
	 * List the sessions of an owner, each with the instance that its labels tell.
	 */
	Flux<OwnedSession> owned(String owner) {
		Assert.hasText(owner, "'owner' must not be empty");
		return allCarrying(Map.of(Labels.OWNER, owner), null).map(SessionSummary::sessionId)
			.concatMap((sessionId) -> this.api.getLabel(sessionId)
				.filter((reply) -> !reply.outcome().failedWith(FailureKind.SESSION_GONE))
				.map((reply) -> new OwnedSession(sessionId,
						(reply.data() != null) ? reply.data().get(Labels.INSTANCE) : null)));
	}

	private Flux<SessionSummary> allCarrying(Map<String, String> labels, @Nullable SessionStatus status) {
		return read(labels, WHOLE_LIST_PAGE, status, null).expand((reply) -> {
			String next = nextToken(reply);
			return (next != null) ? read(labels, WHOLE_LIST_PAGE, status, next) : Mono.empty();
		}).concatMapIterable((reply) -> result(reply.orElseThrow(), WHOLE_LIST_PAGE).sessions());
	}

	private Mono<ApiReply<Page<SessionEntry>>> read(Map<String, String> labels, int size,
			@Nullable SessionStatus status, @Nullable String token) {
		return this.api
			.listSession(new ListSessionsRequest(labels, size, token, (status != null) ? status.value() : null));
	}

	private static @Nullable String nextToken(ApiReply<Page<SessionEntry>> reply) {
		return (reply.data() != null) ? reply.data().nextToken() : null;
	}

	private static SessionListResult result(ApiReply<Page<SessionEntry>> reply, int size) {
		Page<SessionEntry> page = reply.data();
		if (page == null) {
			return new SessionListResult(reply.outcome(), List.of(), null, size, null);
		}
		List<SessionSummary> sessions = page.items()
			.stream()
			.map((entry) -> new SessionSummary(entry.sessionId(), SessionStatus.of(entry.status())))
			.toList();
		return new SessionListResult(reply.outcome(), sessions, page.nextToken(),
				Objects.requireNonNullElse(page.maxResults(), size), page.totalCount());
	}

	private static SessionListResult beyondTheEnd(int page, int last, int size, ApiReply<Page<SessionEntry>> reply) {
		Outcome outcome = Outcome.failure(FailureKind.INVALID_ARGUMENT, null,
				"Cannot reach page %d: no more pages after page %d".formatted(page, last), reply.requestId());
		return new SessionListResult(outcome, List.of(), null, size,
				(reply.data() != null) ? reply.data().totalCount() : null);
	}

}
