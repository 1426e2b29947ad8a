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
 * The service, or something between it and the client, answered what is not a valid
 * reply: not JSON, cut in the middle, too large, a redirect.
 *
 * @since 0.1.0
 */
public class InvalidReplyException extends CallFailedException {

	private static final long serialVersionUID = 1L;

	private final int status;

	/**
	 * Create an exception.
	 * @param message what is wrong with the reply
	 * @param details what was being done
	 * @param status the HTTP status of the reply, 0 if not known
	 * @param cause the cause, or {@code null}
	 */
	public InvalidReplyException(String message, CallDetails details, int status, @Nullable Throwable cause) {
		super(message, details, cause);
		this.status = status;
	}

	/**
	 * Return the HTTP status of the reply.
	 * @return the status, 0 if not known
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Return whether the status says that the request was not carried out: a redirect or
	 * a client error other than a time-out.
	 * @return whether it was refused
	 */
	public boolean isRefusal() {
		return this.status >= 300 && this.status < 500 && this.status != 408;
	}

}
