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
import java.util.Map;

import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ListSessionsRequest;
import io.agentbay.internal.api.Page;
import io.agentbay.internal.api.SessionEntry;
import io.agentbay.internal.observe.Awaited;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds sessions by labels. What a list offers is only a candidate: a session that is to
 * be used or ended says itself that it carries the labels, since a list that ignored them
 * would lead to the sessions of others.
 */
final class LabelledSessions {

	private static final int CANDIDATES = 10;

	private final AgentBayApi api;

	LabelledSessions(AgentBayApi api) {
		this.api = api;
	}

	/**
	 * Find the sessions that carry labels which few do.
	 * @param labels the labels, the client's own as well
	 * @return the ids of sessions that carry all of them
	 */
	Flux<String> carrying(Map<String, String> labels) {
		return this.api.listSession(new ListSessionsRequest(labels, CANDIDATES, null, null, null))
			.flatMapIterable((reply) -> {
				Page<SessionEntry> page = reply.orElseThrow().data();
				return (page != null) ? page.items() : List.<SessionEntry>of();
			})
			.map(SessionEntry::sessionId)
			.filterWhen((sessionId) -> labelsOf(sessionId)
				.map((carried) -> carried.entrySet().containsAll(labels.entrySet())), 1);
	}

	/**
	 * Read the labels of a session.
	 * @param sessionId the session
	 * @return all its labels, those of the client as well; none if the session is gone
	 */
	Mono<Map<String, String>> labelsOf(String sessionId) {
		return Awaited.refusal(FailureKind.SESSION_GONE, this.api.getLabel(sessionId)).map((reply) -> {
			if (reply.outcome().failedWith(FailureKind.SESSION_GONE)) {
				return Map.of();
			}
			Map<String, String> labels = reply.orElseThrow().data();
			return (labels != null) ? labels : Map.of();
		});
	}

}
