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

import io.agentbay.error.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers: whether it succeeded, and if not, why. An operation that the
 * service refused is a failed result, not an exception; {@link #orElseThrow()} turns one
 * into the other. What prevented an answer altogether (no connection, a time-out, a
 * broken reply, a wrong key) is thrown.
 *
 * @param <R> the result's own type
 */
public interface Result<R extends Result<R>> {

	/**
	 * Return how the operation ended.
	 * @return the outcome
	 */
	Outcome outcome();

	/**
	 * Return whether the operation did what it was asked to.
	 * @return whether it succeeded
	 */
	default boolean success() {
		return outcome().success();
	}

	/**
	 * Return the id of the request, to be quoted to the service's support.
	 * @return the request id, or {@code null} if there was none
	 */
	default @Nullable String requestId() {
		return outcome().requestId();
	}

	/**
	 * Return why the operation failed.
	 * @return the kind of failure, or {@code null} on success
	 */
	default @Nullable FailureKind failureKind() {
		return outcome().failureKind();
	}

	/**
	 * Return the service's code of the failure.
	 * @return the code, or {@code null} on success or if the service gave none
	 */
	default @Nullable String errorCode() {
		return outcome().errorCode();
	}

	/**
	 * Return the failure in words.
	 * @return the message, or {@code null} on success
	 */
	default @Nullable String errorMessage() {
		return outcome().errorMessage();
	}

	/**
	 * Return this result if the operation succeeded.
	 * @return this result
	 * @throws io.agentbay.error.ServiceException if the operation failed
	 */
	@SuppressWarnings("unchecked")
	default R orElseThrow() {
		if (!success()) {
			throw outcome().toException();
		}
		return (R) this;
	}

}
