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
 * A session that was created or found.
 *
 * @param outcome how the operation ended
 * @param sessionOrNull the session, {@code null} on failure
 * @param warnings what went wrong on the way although there is a session, such as a
 * context that could not be loaded; empty if all is well
 */
public record SessionResult(Outcome outcome, @Nullable Session sessionOrNull,
		List<String> warnings) implements Result<SessionResult> {

	public SessionResult {
		warnings = List.copyOf(warnings);
	}

	/**
	 * Return whether there is a session, but not all that was asked for.
	 * @return whether there are warnings
	 */
	public boolean isDegraded() {
		return success() && !this.warnings.isEmpty();
	}

	/**
	 * Return the session.
	 * @return the session, never {@code null}
	 * @throws io.agentbay.error.ServiceException if the operation failed
	 */
	public Session session() {
		if (this.sessionOrNull == null) {
			throw this.outcome.toException();
		}
		return this.sessionOrNull;
	}

}
