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

import org.jspecify.annotations.Nullable;

/**
 * Root of all exceptions of the AgentBay client. Messages never hold a key or a token.
 */
public class AgentBayException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String requestId;

	/**
	 * Create an exception that belongs to no known request.
	 * @param message what happened and, where possible, what to do
	 * @param cause the cause, or {@code null}
	 */
	public AgentBayException(String message, @Nullable Throwable cause) {
		this(message, null, cause);
	}

	/**
	 * Create an exception.
	 * @param message what happened and, where possible, what to do
	 * @param requestId the service's id of the request, or {@code null} if it is not
	 * known
	 * @param cause the cause, or {@code null}
	 */
	public AgentBayException(String message, @Nullable String requestId, @Nullable Throwable cause) {
		super((requestId != null) ? message + " (request id " + requestId + ")" : message, cause);
		this.requestId = requestId;
	}

	/**
	 * Return the id that the service gave the request, to be quoted to its support.
	 * @return the request id, or {@code null} when no answer arrived
	 */
	public @Nullable String requestId() {
		return this.requestId;
	}

}
