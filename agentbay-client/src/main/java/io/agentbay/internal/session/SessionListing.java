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

import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ListSessionsRequest;
import io.agentbay.internal.api.Paging;
import io.agentbay.internal.api.SessionEntry;
import io.agentbay.internal.http.Deadline;
import io.agentbay.ownership.OwnedSession;
import io.agentbay.paging.Page;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.SessionSummary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Lists sessions. The service only knows marks of the next page.
 */
final class SessionListing {

	private static final int FIRST_PAGE = 10;

	private static final int WHOLE_LIST_PAGE = 50;

	private final AgentBayApi api;

	private final LabelledSessions sessions;

	private final Duration limit;

	SessionListing(AgentBayApi api, Duration limit) {
		this.api = api;
		this.sessions = new LabelledSessions(api);
		this.limit = limit;
	}

	Mono<Page<SessionSummary>> page(SessionQuery query) {
		return Deadline.within(this.limit, read(query, FIRST_PAGE, query.pageToken()));
	}

	/**
	 * Each page has the time of an operation: the reader may take its time between them.
	 */
	Flux<SessionSummary> all(SessionQuery query) {
		return Paging.items(read(query, WHOLE_LIST_PAGE, query.pageToken()),
				(token) -> read(query, WHOLE_LIST_PAGE, token));
	}

	/**
	 * List the sessions of an owner, each with the instance that its labels tell.
	 */
	Flux<OwnedSession> owned(String owner) {
		Assert.hasText(owner, "'owner' must not be empty");
		// The labels are asked for when the list is complete: meanwhile it would change.
		Flux<OwnedSession> sessions = allCarrying(Map.of(Labels.OWNER, owner)).map(SessionSummary::sessionId)
			.collectList()
			.flatMapIterable((sessionIds) -> sessionIds)
			.concatMap((sessionId) -> this.sessions.labelsOf(sessionId)
				.filter((labels) -> owner.equals(labels.get(Labels.OWNER)))
				.map((labels) -> new OwnedSession(sessionId, labels.get(Labels.INSTANCE))));
		return Deadline.within(this.limit, sessions);
	}

	/** Also labels of the client itself. */
	private Flux<SessionSummary> allCarrying(Map<String, String> labels) {
		return Paging.items(read(labels, WHOLE_LIST_PAGE, null, null, null),
				(token) -> read(labels, WHOLE_LIST_PAGE, null, null, token));
	}

	private Mono<Page<SessionSummary>> read(SessionQuery query, int size, @Nullable String token) {
		return read(query.labels(), (query.pageSize() != null) ? query.pageSize() : size, query.status(),
				query.imageId(), token);
	}

	private Mono<Page<SessionSummary>> read(Map<String, String> labels, int size, @Nullable SessionStatus status,
			@Nullable String imageId, @Nullable String token) {
		return this.api
			.listSession(
					new ListSessionsRequest(labels, size, token, (status != null) ? status.value() : null, imageId))
			.map((reply) -> page(reply.orElseThrow().data()));
	}

	private static Page<SessionSummary> page(io.agentbay.internal.api.@Nullable Page<SessionEntry> page) {
		if (page == null) {
			return new Page<>(List.of(), null, null);
		}
		return new Page<>(page.items()
			.stream()
			.map((entry) -> new SessionSummary(entry.sessionId(), SessionStatus.of(entry.status()),
					entry.appInstanceId(), entry.imageId()))
			.toList(), page.nextToken(), page.totalCount());
	}

}
