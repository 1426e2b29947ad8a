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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Too many requests.
 *
 * @see FailureKind#THROTTLED
 * @since 0.1.0
 */
public class ThrottledException extends ServiceException {

	private static final long serialVersionUID = 1L;

	private final @Nullable Duration retryAfter;

	ThrottledException(@Nullable String errorCode, String message, CallDetails details) {
		this(errorCode, message, details, null);
	}

	/**
	 * Create an exception.
	 * @param errorCode the service's code, or {@code null}
	 * @param message the service's message
	 * @param details what was being done
	 * @param retryAfter how long the service asks to wait, {@code null} if it does not
	 * say
	 */
	public ThrottledException(@Nullable String errorCode, String message, CallDetails details,
			@Nullable Duration retryAfter) {
		super(FailureKind.THROTTLED, errorCode, message, details);
		this.retryAfter = retryAfter;
	}

	/**
	 * Return how long the service asks to wait before the next call.
	 * @return the time, {@code null} if it does not say
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
