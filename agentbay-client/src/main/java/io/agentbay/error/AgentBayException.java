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

import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

/**
 * Anything that goes wrong between an application and AgentBay. {@link ServiceException}
 * is a refusal, {@link CallFailedException} a missing or unusable answer. A wrong
 * argument is an {@link IllegalArgumentException} instead, thrown before anything is
 * sent.
 *
 * @since 0.1.0
 */
public class AgentBayException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final CallDetails details;

	private final String plainMessage;

	/**
	 * Create an exception.
	 * @param message what happened and, where possible, what to do; what the details know
	 * is added to it
	 * @param details what was being done
	 * @param cause the cause, or {@code null}
	 */
	public AgentBayException(String message, CallDetails details, @Nullable Throwable cause) {
		super(message + described(details), cause);
		this.details = details;
		this.plainMessage = message;
	}

	/**
	 * Return what happened, without the ids that {@link #getMessage()} ends with: for
	 * models, and for people who cannot do anything with them.
	 * @return the message without ids
	 */
	public String plainMessage() {
		return this.plainMessage;
	}

	private static String described(CallDetails details) {
		StringJoiner described = new StringJoiner(", ", " (", ")").setEmptyValue("");
		if (details.sessionId() != null) {
			described.add("session " + details.sessionId());
		}
		if (details.requestId() != null) {
			described.add("request id " + details.requestId());
		}
		return described.toString();
	}

	/**
	 * Return what was being done.
	 * @return the details
	 */
	public CallDetails details() {
		return this.details;
	}

	/**
	 * Return the action or tool that was called.
	 * @return its name, {@code null} if nothing was called
	 */
	public @Nullable String operation() {
		return details().operation();
	}

	/**
	 * Return the id that the service gave the request, to be quoted to its support.
	 * @return the request id, {@code null} if no answer arrived
	 */
	public @Nullable String requestId() {
		return details().requestId();
	}

	/**
	 * Return the session that it was about.
	 * @return its id, {@code null} if it was about none
	 */
	public @Nullable String sessionId() {
		return details().sessionId();
	}

	/**
	 * Return whether some of what was asked for may have been done. Only after an
	 * {@link OutcomeUnknownException} may asking again do it twice.
	 * @return {@code false} if certainly nothing was done
	 */
	public boolean mayHaveTakenEffect() {
		return false;
	}

}
