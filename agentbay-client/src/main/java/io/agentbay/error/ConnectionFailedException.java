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
 * The request did not reach the service, or its answer did not arrive, and calling again
 * is safe: either nothing was sent or the call has no effect when repeated.
 *
 * @since 0.1.0
 */
public class ConnectionFailedException extends CallFailedException {

	private static final long serialVersionUID = 1L;

	private final boolean sent;

	/**
	 * Create an exception.
	 * @param message what happened
	 * @param details what was being done
	 * @param cause the cause, or {@code null}
	 */
	public ConnectionFailedException(String message, CallDetails details, @Nullable Throwable cause) {
		this(message, details, cause, false);
	}

	/**
	 * Create an exception.
	 * @param message what happened
	 * @param details what was being done
	 * @param cause the cause, or {@code null}
	 * @param sent whether something was sent that has an effect, although doing it again
	 * changes nothing
	 */
	public ConnectionFailedException(String message, CallDetails details, @Nullable Throwable cause, boolean sent) {
		super(message, details, cause);
		this.sent = sent;
	}

	@Override
	public boolean mayHaveTakenEffect() {
		return this.sent;
	}

}
