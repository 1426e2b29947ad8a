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

package io.agentbay.boot.test.assertj;

import io.agentbay.error.FailureKind;
import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.assertj.core.api.AbstractObjectAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link Result}. What it holds is reached by {@code returns},
 * {@code extracting} and {@code satisfies}.
 *
 * @param <R> the type of the result
 */
public final class ResultAssert<R extends Result<?>> extends AbstractObjectAssert<ResultAssert<R>, R> {

	ResultAssert(@Nullable R actual) {
		super(actual, ResultAssert.class);
	}

	/**
	 * Verify that the operation did what it was asked to.
	 * @return these assertions
	 */
	public ResultAssert<R> succeeded() {
		Outcome outcome = outcome();
		if (!outcome.success()) {
			failWithMessage("Expected the operation to succeed, but it failed with %s", describe(outcome));
		}
		return this;
	}

	/**
	 * Verify that the operation failed, for whatever reason.
	 * @return these assertions
	 */
	public ResultAssert<R> failed() {
		if (outcome().success()) {
			failWithMessage("Expected the operation to fail, but it succeeded: %s", this.actual);
		}
		return this;
	}

	/**
	 * Verify that the operation failed for a reason.
	 * @param kind the reason
	 * @return these assertions
	 */
	public ResultAssert<R> failedWith(FailureKind kind) {
		failed();
		Outcome outcome = outcome();
		if (!outcome.failedWith(kind)) {
			failWithMessage("Expected the operation to fail with %s, but it failed with %s", kind, describe(outcome));
		}
		return this;
	}

	/**
	 * Verify that the operation failed with a code of the service.
	 * @param errorCode the code
	 * @return these assertions
	 */
	public ResultAssert<R> hasErrorCode(String errorCode) {
		failed();
		Outcome outcome = outcome();
		if (!errorCode.equals(outcome.errorCode())) {
			failWithMessage("Expected the operation to fail with the code %s, but it failed with %s", errorCode,
					describe(outcome));
		}
		return this;
	}

	/**
	 * Verify that the operation failed and what the failure says.
	 * @param text a part of the message
	 * @return these assertions
	 */
	public ResultAssert<R> hasErrorMessageContaining(String text) {
		failed();
		Outcome outcome = outcome();
		if (outcome.errorMessage() == null || !outcome.errorMessage().contains(text)) {
			failWithMessage("Expected the operation to fail with a message that contains \"%s\", but it failed with %s",
					text, describe(outcome));
		}
		return this;
	}

	private Outcome outcome() {
		isNotNull();
		return this.actual.outcome();
	}

	private static String describe(Outcome outcome) {
		return "%s (code %s, request %s): %s".formatted(outcome.failureKind(), outcome.errorCode(), outcome.requestId(),
				outcome.errorMessage());
	}

}
