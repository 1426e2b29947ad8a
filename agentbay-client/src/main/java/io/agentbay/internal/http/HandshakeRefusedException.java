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

package io.agentbay.internal.http;

import io.agentbay.error.CallDetails;
import io.agentbay.error.ConnectionFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The other side does not open a WebSocket.
 */
public final class HandshakeRefusedException extends ConnectionFailedException {

	private static final long serialVersionUID = 1L;

	private final int status;

	/**
	 * Create an exception.
	 * @param status the HTTP status of the refusal
	 * @param details what was being done
	 * @param cause the cause, or {@code null}
	 */
	public HandshakeRefusedException(int status, CallDetails details, @Nullable Throwable cause) {
		super("The WebSocket was refused (HTTP %s)".formatted(status), details, cause);
		this.status = status;
	}

	/**
	 * Return the HTTP status of the refusal.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

}
