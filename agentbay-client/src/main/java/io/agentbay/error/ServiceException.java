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
 * The service, or a tool in a session, refused what was asked for. Its subclasses tell
 * the kinds apart; {@link #of} makes the one for a kind, for fakes.
 *
 * @since 0.1.0
 */
public class ServiceException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	private final FailureKind failureKind;

	private final @Nullable String errorCode;

	/**
	 * Create an exception.
	 * @param failureKind the kind of failure
	 * @param errorCode the code, or {@code null}
	 * @param message the message
	 * @param details what was being done
	 */
	protected ServiceException(FailureKind failureKind, @Nullable String errorCode, String message,
			CallDetails details) {
		super(message, details, null);
		this.failureKind = failureKind;
		this.errorCode = errorCode;
	}

	/**
	 * Create the exception that matches a kind of failure.
	 * @param failureKind the kind
	 * @param errorCode the service's code, or {@code null} if it gave none
	 * @param message the service's message
	 * @param details what was being done
	 * @return the exception
	 */
	public static ServiceException of(FailureKind failureKind, @Nullable String errorCode, String message,
			CallDetails details) {
		return switch (failureKind) {
			case SESSION_GONE -> new SessionGoneException(errorCode, message, details);
			case SESSION_STATE -> new SessionStateException(errorCode, message, details);
			case CONFLICT -> new ConflictException(errorCode, message, details);
			case NOT_FOUND -> new NotFoundException(errorCode, message, details);
			case INVALID_ARGUMENT -> new ArgumentRefusedException(errorCode, message, details);
			case THROTTLED -> new ThrottledException(errorCode, message, details);
			case QUOTA -> new QuotaExceededException(errorCode, message, details);
			case TIMEOUT -> new ServiceTimeoutException(errorCode, message, details);
			case TOOL -> new ToolFailedException(errorCode, message, details);
			case AUTHENTICATION -> new AuthenticationException(errorCode, message, details);
			case SERVICE -> new ServiceException(failureKind, errorCode, message, details);
		};
	}

	/**
	 * Return why the operation was refused.
	 * @return the kind of failure
	 */
	public FailureKind failureKind() {
		return this.failureKind;
	}

	/**
	 * Return the service's own code, such as {@code PARAM_ERROR}.
	 * @return the code, or {@code null} if the service gave none
	 */
	public @Nullable String errorCode() {
		return this.errorCode;
	}

}
