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

/**
 * One attempt to exchange a request for an answer failed. Turned into a public exception
 * once it is clear that it is not repeated.
 */
public final class AttemptFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final boolean sent;

	private final boolean timedOut;

	AttemptFailedException(String message, boolean sent, boolean timedOut, Throwable cause) {
		super(message, cause);
		this.sent = sent;
		this.timedOut = timedOut;
	}

	/**
	 * Return whether any byte of the request may have left this machine.
	 * @return whether it may have
	 */
	public boolean isSent() {
		return this.sent;
	}

	/**
	 * Return whether it failed because something took too long.
	 * @return whether it did
	 */
	public boolean isTimedOut() {
		return this.timedOut;
	}

	/**
	 * Return why it failed.
	 * @return the reason
	 */
	public String reason() {
		String message = getMessage();
		return (message != null) ? message : "no reason known";
	}

}
