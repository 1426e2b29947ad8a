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

package io.agentbay.internal.answer;

import java.time.Duration;
import java.util.Objects;

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.error.ThrottledException;
import org.jspecify.annotations.Nullable;

/**
 * How an operation ended: the part that all results have in common.
 *
 * @param success whether the operation did what it was asked to
 * @param requestId the service's id of the request; on the direct link the id that the
 * client gave it; {@code null} if there was none
 * @param failureKind why it failed, {@code null} on success
 * @param errorCode the service's code of the failure, {@code null} on success or if it
 * gave none
 * @param errorMessage the failure in words, {@code null} on success
 * @param retryAfter how long the service asks to wait, {@code null} if it does not
 */
public record Outcome(boolean success, CallDetails details, @Nullable FailureKind failureKind,
		@Nullable String errorCode, @Nullable String errorMessage, @Nullable Duration retryAfter) {

	public Outcome {
		if (success == (failureKind != null)) {
			throw new IllegalArgumentException("failureKind must be given for failures, and for failures only");
		}
	}

	/**
	 * Create the outcome of an operation that succeeded.
	 * @param requestId the id of the request, or {@code null}
	 * @return the outcome
	 */
	public static Outcome success(@Nullable String requestId) {
		return success(CallDetails.ofRequest(requestId));
	}

	/**
	 * Create the outcome of a call that succeeded.
	 * @param details the call
	 * @return the outcome
	 */
	public static Outcome success(CallDetails details) {
		return new Outcome(true, details, null, null, null, null);
	}

	/**
	 * Create the outcome of an operation that failed.
	 * @param kind why it failed
	 * @param errorCode the service's code, or {@code null}
	 * @param errorMessage the failure in words
	 * @param requestId the id of the request, or {@code null}
	 * @return the outcome
	 */
	public static Outcome failure(FailureKind kind, @Nullable String errorCode, String errorMessage,
			@Nullable String requestId) {
		return failure(kind, errorCode, errorMessage, CallDetails.ofRequest(requestId));
	}

	/**
	 * Create the outcome of a call that failed.
	 * @param kind why it failed
	 * @param errorCode the service's code, or {@code null}
	 * @param errorMessage the failure in words
	 * @param details the call
	 * @return the outcome
	 */
	public static Outcome failure(FailureKind kind, @Nullable String errorCode, String errorMessage,
			CallDetails details) {
		return new Outcome(false, details, kind, errorCode, errorMessage, null);
	}

	/**
	 * Return the id of the request.
	 * @return the request id, or {@code null} if there was none
	 */
	public @Nullable String requestId() {
		return this.details.requestId();
	}

	/**
	 * Return whether the operation failed for the given reason.
	 * @param kind the reason
	 * @return whether it failed for it
	 */
	public boolean failedWith(FailureKind kind) {
		return this.failureKind == kind;
	}

	/**
	 * Return this failure with another message.
	 * @param message the message
	 * @return a changed copy
	 */
	public Outcome withMessage(String message) {
		return new Outcome(this.success, this.details, this.failureKind, this.errorCode, message, this.retryAfter);
	}

	/**
	 * Return this failure with the time that the service asks to wait.
	 * @param pause the time, zero if it does not ask for any
	 * @return a changed copy
	 */
	public Outcome withRetryAfter(Duration pause) {
		return new Outcome(this.success, this.details, this.failureKind, this.errorCode, this.errorMessage,
				pause.isZero() ? null : pause);
	}

	/**
	 * Return this failure as an exception.
	 * @return the exception that matches {@link #failureKind()}
	 * @throws IllegalStateException if the operation succeeded
	 */
	public ServiceException toException() {
		if (this.failureKind == null) {
			throw new IllegalStateException("The operation succeeded");
		}
		String message = Objects.requireNonNullElse(this.errorMessage, "The operation failed");
		return (this.failureKind == FailureKind.THROTTLED)
				? new ThrottledException(this.errorCode, message, this.details, this.retryAfter)
				: ServiceException.of(this.failureKind, this.errorCode, message, this.details);
	}

}
