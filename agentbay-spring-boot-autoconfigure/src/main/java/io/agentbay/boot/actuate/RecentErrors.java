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

package io.agentbay.boot.actuate;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.agentbay.observation.CallObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the calls that failed last. Without their messages, unless they are wanted:
 * they may quote what a user wrote.
 *
 * @since 0.1.0
 */
public final class RecentErrors implements ObservationHandler<CallObservationContext> {

	private static final int LIMIT = 20;

	private static final int LONGEST_MESSAGE = 500;

	private final Deque<RecentError> errors = new ArrayDeque<>();

	private final boolean includeMessage;

	/**
	 * Create a memory.
	 * @param includeMessage whether to remember what was said of the failures as well, up
	 * to 500 characters; it may quote the service and what users wrote
	 */
	public RecentErrors(boolean includeMessage) {
		this.includeMessage = includeMessage;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof CallObservationContext;
	}

	@Override
	public void onStop(CallObservationContext context) {
		if (!"none".equals(context.failure())) {
			add(new RecentError(Instant.now(), context.operation(), context.failure(),
					this.includeMessage ? shortened(context.failureMessage()) : null, context.requestId(),
					context.sessionId()));
		}
	}

	private static @Nullable String shortened(@Nullable String message) {
		return (message == null || message.length() <= LONGEST_MESSAGE) ? message
				: message.substring(0, LONGEST_MESSAGE) + "…";
	}

	private synchronized void add(RecentError error) {
		if (this.errors.size() == LIMIT) {
			this.errors.removeLast();
		}
		this.errors.addFirst(error);
	}

	/**
	 * Return the last failures.
	 * @return at most 20, the latest first
	 */
	public synchronized List<RecentError> errors() {
		return List.copyOf(this.errors);
	}

	/**
	 * A call that failed.
	 *
	 * @param at when it ended
	 * @param operation the action or tool
	 * @param failure why it failed: a kind of failure or the name of an exception
	 * @param message what was said of it, {@code null} if nothing was or messages are not
	 * wanted
	 * @param requestId the id of the request, {@code null} if there is none
	 * @param sessionId the session, {@code null} if the call was for none
	 */
	public record RecentError(Instant at, String operation, String failure, @Nullable String message,
			@Nullable String requestId, @Nullable String sessionId) {

	}

}
