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

package io.agentbay.error;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * What was being done when something went wrong.
 *
 * @param operation the action or tool, such as {@code CreateMcpSession} or {@code shell},
 * {@code null} if nothing was called
 * @param sessionId the session that it was done in, {@code null} if in none
 * @param requestId the service's id of the request, {@code null} if no answer arrived
 * @since 0.1.0
 */
@CheckReturnValue
public record CallDetails(@Nullable String operation, @Nullable String sessionId,
		@Nullable String requestId) implements Serializable {

	private static final CallDetails NONE = new CallDetails(null, null, null);

	/**
	 * Return the details of something that is not part of any call.
	 * @return empty details
	 */
	public static CallDetails none() {
		return NONE;
	}

	/**
	 * Create the details of a call.
	 * @param operation the action or tool
	 * @param sessionId the session, {@code null} for none
	 * @return the details, without a request id
	 */
	public static CallDetails of(String operation, @Nullable String sessionId) {
		return new CallDetails(operation, sessionId, null);
	}

	/**
	 * Create the details of a request of which no more is known.
	 * @param requestId the service's id of the request, or {@code null}
	 * @return the details
	 */
	public static CallDetails ofRequest(@Nullable String requestId) {
		return (requestId != null) ? new CallDetails(null, null, requestId) : NONE;
	}

	/**
	 * Return these details with the id of the request.
	 * @param requestId the id, {@code null} if none is known
	 * @return a changed copy
	 */
	public CallDetails withRequestId(@Nullable String requestId) {
		return new CallDetails(this.operation, this.sessionId, requestId);
	}

	/**
	 * Return these details with what is missing taken from others.
	 * @param others what is known elsewhere
	 * @return a changed copy
	 */
	public CallDetails or(CallDetails others) {
		return new CallDetails((this.operation != null) ? this.operation : others.operation,
				(this.sessionId != null) ? this.sessionId : others.sessionId,
				(this.requestId != null) ? this.requestId : others.requestId);
	}

}
