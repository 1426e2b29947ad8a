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

package io.agentbay.boot.web;

import io.agentbay.boot.pool.PoolExhaustedException;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallInterruptedException;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.ServiceException;
import io.agentbay.error.StreamBrokenException;

import org.springframework.http.HttpStatus;

/**
 * What a failure is for the caller of a web application.
 *
 * @param status the status of the answer
 * @param type the last part of the type of the problem
 * @param detail what happened, without a word of the service
 */
record Problem(HttpStatus status, String type, String detail) {

	static Problem of(AgentBayException ex) {
		if (ex instanceof ServiceException refusal) {
			return of(refusal.failureKind());
		}
		if (ex instanceof OutcomeUnknownException) {
			return new Problem(HttpStatus.BAD_GATEWAY, "outcome-unknown",
					"It is not known whether this was carried out.");
		}
		if (ex instanceof CallTimeoutException) {
			return new Problem(HttpStatus.GATEWAY_TIMEOUT, "timeout", "The service did not answer in time.");
		}
		if (ex instanceof ConnectionFailedException) {
			return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unreachable", "The service cannot be reached.");
		}
		if (ex instanceof InvalidReplyException) {
			return new Problem(HttpStatus.BAD_GATEWAY, "invalid-reply", "The service gave an answer that is no use.");
		}
		if (ex instanceof StreamBrokenException) {
			return new Problem(HttpStatus.BAD_GATEWAY, "stream-broken", "The answer of the service broke off.");
		}
		if (ex instanceof PartialFailureException) {
			return new Problem(HttpStatus.BAD_GATEWAY, "partial-failure", "Only a part of this was carried out.");
		}
		if (ex instanceof PoolExhaustedException) {
			return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "pool-exhausted", "No session became free in time.");
		}
		if (ex instanceof CallInterruptedException) {
			return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "interrupted", "The work was interrupted.");
		}
		return new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "failed", "The work in the session failed.");
	}

	private static Problem of(FailureKind kind) {
		return switch (kind) {
			case SESSION_GONE -> new Problem(HttpStatus.GONE, "session-gone", "The session has ended.");
			case NOT_FOUND -> new Problem(HttpStatus.NOT_FOUND, "not-found", "The service does not know of this.");
			case SESSION_STATE -> new Problem(HttpStatus.CONFLICT, "session-state",
					"The session is in a state that does not allow this.");
			case CONFLICT ->
				new Problem(HttpStatus.CONFLICT, "conflict", "Something else is in a state that does not allow this.");
			case INVALID_ARGUMENT ->
				new Problem(HttpStatus.BAD_REQUEST, "invalid-argument", "The service did not accept an argument.");
			case THROTTLED -> new Problem(HttpStatus.TOO_MANY_REQUESTS, "throttled", "There are too many requests.");
			case QUOTA -> new Problem(HttpStatus.SERVICE_UNAVAILABLE, "quota", "A limit of the account is used up.");
			case TIMEOUT -> new Problem(HttpStatus.GATEWAY_TIMEOUT, "timeout", "The service ran out of time.");
			case TOOL -> new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "tool", "A tool in the session failed.");
			case AUTHENTICATION ->
				new Problem(HttpStatus.BAD_GATEWAY, "authentication", "The service does not accept this application.");
			case SERVICE -> new Problem(HttpStatus.BAD_GATEWAY, "service", "The service failed.");
		};
	}

}
