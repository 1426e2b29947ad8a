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
import io.agentbay.error.ServiceException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a refusal of the service.
 *
 * @since 0.1.0
 */
public final class ServiceExceptionAssert extends AbstractThrowableAssert<ServiceExceptionAssert, ServiceException> {

	ServiceExceptionAssert(@Nullable ServiceException actual) {
		super(actual, ServiceExceptionAssert.class);
	}

	/**
	 * Verify why the service refused.
	 * @param kind the reason
	 * @return these assertions
	 */
	public ServiceExceptionAssert hasKind(FailureKind kind) {
		isNotNull();
		if (this.actual.failureKind() != kind) {
			failWithMessage("Expected a refusal of kind %s, but it is %s", kind, refusal());
		}
		return this;
	}

	/**
	 * Verify the service's code of the refusal.
	 * @param errorCode the code
	 * @return these assertions
	 */
	public ServiceExceptionAssert hasErrorCode(String errorCode) {
		isNotNull();
		if (!errorCode.equals(this.actual.errorCode())) {
			failWithMessage("Expected a refusal with the code %s, but it is %s", errorCode, refusal());
		}
		return this;
	}

	private String refusal() {
		return "%s (code %s): %s".formatted(this.actual.failureKind(), this.actual.errorCode(),
				this.actual.getMessage());
	}

}
