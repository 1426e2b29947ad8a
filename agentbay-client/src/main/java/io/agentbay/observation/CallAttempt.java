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

package io.agentbay.observation;

import java.time.Duration;

import io.agentbay.error.CallDetails;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to call the service.
 *
 * @param call what was called, in which session, and the service's id of the request if
 * an answer arrived
 * @param number which attempt of the call it was, from 1
 * @param duration how long it took
 * @param outcome how it ended
 * @param failure why it failed: the name of a {@link io.agentbay.error.FailureKind} or
 * the simple name of an exception, {@code null} if it did not
 * @since 0.1.0
 */
public record CallAttempt(CallDetails call, int number, Duration duration, AttemptOutcome outcome,
		@Nullable String failure) {

	/**
	 * Return the action or tool.
	 * @return its name
	 */
	public @Nullable String operation() {
		return this.call.operation();
	}

	/**
	 * Return the session that the call was for.
	 * @return its id, {@code null} if it was for none
	 */
	public @Nullable String sessionId() {
		return this.call.sessionId();
	}

	/**
	 * Return the service's id of the request.
	 * @return the id, {@code null} if no answer arrived
	 */
	public @Nullable String requestId() {
		return this.call.requestId();
	}

}
