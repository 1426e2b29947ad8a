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

package io.agentbay.observation;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call while it is observed.
 *
 * @since 0.1.0
 */
public class CallObservationContext extends Observation.Context {

	private final AgentBayObservation type;

	private final String operation;

	private final @Nullable String sessionId;

	private volatile @Nullable CallDetails ended;

	private volatile @Nullable FailureKind failure;

	private volatile @Nullable String message;

	private volatile boolean cancelled;

	/**
	 * Create a context.
	 * @param type what is observed
	 * @param operation the action or tool
	 * @param sessionId the session, or {@code null} if the call is for none
	 */
	public CallObservationContext(AgentBayObservation type, String operation, @Nullable String sessionId) {
		this.type = type;
		this.operation = operation;
		this.sessionId = sessionId;
	}

	/**
	 * Return what is observed.
	 * @return the type
	 */
	public AgentBayObservation type() {
		return this.type;
	}

	/**
	 * Return the action or tool.
	 * @return its name
	 */
	public String operation() {
		return this.operation;
	}

	/**
	 * Return the session.
	 * @return its id, or {@code null} if the call is for none
	 */
	public @Nullable String sessionId() {
		return this.sessionId;
	}

	/**
	 * Return the service's id of the request.
	 * @return the id, or {@code null} as long as there is no answer
	 */
	public @Nullable String requestId() {
		CallDetails ended = this.ended;
		if (ended != null) {
			return ended.requestId();
		}
		return (getError() instanceof AgentBayException ex) ? ex.requestId() : null;
	}

	/**
	 * Return how the call ended.
	 * @return {@code SUCCESS}, {@code REFUSED}, {@code ERROR}, {@code CANCELLED} or,
	 * while it runs, {@code UNKNOWN}
	 */
	public String outcome() {
		if (getError() != null) {
			return "ERROR";
		}
		if (this.ended != null) {
			return (this.failure == null) ? "SUCCESS" : "REFUSED";
		}
		return this.cancelled ? "CANCELLED" : "UNKNOWN";
	}

	/**
	 * Return why the call failed.
	 * @return a {@link FailureKind}, the simple name of an exception, or {@code none}
	 */
	public String failure() {
		Throwable error = getError();
		if (error != null) {
			return error.getClass().getSimpleName();
		}
		FailureKind kind = this.failure;
		return (kind != null) ? kind.name() : "none";
	}

	/**
	 * Return what was said of the failure. It may quote the service and what users wrote,
	 * so it is for people who may see that, and neither for tags nor for keys of spans.
	 * @return the message, {@code null} if there is none or the call has not failed
	 */
	public @Nullable String failureMessage() {
		Throwable error = getError();
		return (error != null) ? error.getMessage() : this.message;
	}

	/**
	 * Tell that the call was answered.
	 * @param details what is known of it, with the id of its request
	 * @param failure why the service refused, {@code null} if it did not
	 * @param message what it said, {@code null} if it did not refuse
	 */
	public void ended(CallDetails details, @Nullable FailureKind failure, @Nullable String message) {
		this.failure = failure;
		this.message = message;
		this.ended = details;
	}

	/**
	 * Tell that nobody waits for the call any longer.
	 */
	public void cancelled() {
		this.cancelled = true;
	}

}
