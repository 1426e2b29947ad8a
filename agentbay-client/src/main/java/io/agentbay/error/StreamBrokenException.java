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
 * A stream ended before its end: something that belonged to it was lost, or may have
 * been. What had arrived before is right; what the stream stands for, such as code that
 * runs, may be going on in the session. A stream that completes without this has arrived
 * whole.
 *
 * @since 0.1.0
 */
public class StreamBrokenException extends CallFailedException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Create an exception.
	 * @param reason what broke the stream
	 * @param message what happened
	 * @param details what was being done
	 * @param cause the cause, or {@code null}
	 */
	public StreamBrokenException(Reason reason, String message, CallDetails details, @Nullable Throwable cause) {
		super(message, details, cause);
		this.reason = reason;
	}

	@Override
	public boolean mayHaveTakenEffect() {
		return true;
	}

	/**
	 * Return what broke the stream.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * What broke a stream.
	 */
	public enum Reason {

		/** The connection was lost; no answer to a heartbeat counts as such. */
		CONNECTION_LOST,

		/** A part of the stream is missing. */
		LOST_FRAME,

		/** A part of the stream could not be read. */
		INVALID_FRAME,

		/** The consumer was too slow, and what waited for it was too much. */
		OVERFLOW,

		/** The end did not come in time. */
		TIMEOUT,

		/** The channel was closed on this side. */
		CLOSED

	}

}
