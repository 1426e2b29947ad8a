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

package io.agentbay.session;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A page of the sessions that are alive.
 *
 * @param outcome how the operation ended
 * @param sessions the sessions on the page, empty on failure
 * @param nextToken the service's mark of the next page, {@code null} on the last one
 * @param maxResults the size of a page
 * @param totalCount how many sessions there are on all pages, {@code null} if the service
 * did not say
 */
public record SessionListResult(Outcome outcome, List<SessionSummary> sessions, @Nullable String nextToken,
		int maxResults, @Nullable Integer totalCount) implements Result<SessionListResult> {

	public SessionListResult {
		sessions = List.copyOf(sessions);
	}

	/**
	 * Return the ids of the sessions on the page.
	 * @return the ids
	 */
	public List<String> sessionIds() {
		return this.sessions.stream().map(SessionSummary::sessionId).toList();
	}

	/**
	 * Return whether there is a page after this one.
	 * @return whether there is
	 */
	public boolean hasNext() {
		return this.nextToken != null;
	}

}
