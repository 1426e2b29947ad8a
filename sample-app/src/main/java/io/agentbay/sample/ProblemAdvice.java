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

package io.agentbay.sample;

import java.net.URI;
import java.util.Locale;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.AuthenticationException;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.ServiceException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers failures as problem details (RFC 9457). The type tells them apart, the request
 * id is for the service's support.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

	/** The service answered and refused. */
	@ExceptionHandler
	ProblemDetail refused(ServiceException ex) {
		return problem(status(ex.failureKind()), ex.failureKind().name(), ex);
	}

	/** No usable answer. */
	@ExceptionHandler
	ProblemDetail notAnswered(AgentBayException ex) {
		if (ex instanceof CallTimeoutException) {
			return problem(HttpStatus.GATEWAY_TIMEOUT, "TIMEOUT", ex);
		}
		if (ex instanceof OutcomeUnknownException) {
			return problem(HttpStatus.BAD_GATEWAY, "OUTCOME_UNKNOWN", ex);
		}
		return problem(HttpStatus.BAD_GATEWAY,
				(ex instanceof AuthenticationException) ? "UNAUTHORIZED_AT_SERVICE" : "NO_ANSWER", ex);
	}

	/** The client refused an argument before it sent anything, and names it. */
	@ExceptionHandler
	ProblemDetail unusable(IllegalArgumentException ex) {
		return problem(HttpStatus.BAD_REQUEST, FailureKind.INVALID_ARGUMENT.name(), String.valueOf(ex.getMessage()));
	}

	private static HttpStatus status(FailureKind kind) {
		return switch (kind) {
			case SESSION_GONE, NOT_FOUND -> HttpStatus.NOT_FOUND;
			case INVALID_ARGUMENT -> HttpStatus.BAD_REQUEST;
			case THROTTLED -> HttpStatus.TOO_MANY_REQUESTS;
			case QUOTA -> HttpStatus.SERVICE_UNAVAILABLE;
			case TIMEOUT -> HttpStatus.GATEWAY_TIMEOUT;
			case TOOL -> HttpStatus.UNPROCESSABLE_CONTENT;
			case SERVICE -> HttpStatus.BAD_GATEWAY;
		};
	}

	private static ProblemDetail problem(HttpStatus status, String type, AgentBayException ex) {
		ProblemDetail problem = problem(status, type, String.valueOf(ex.getMessage()));
		if (ex.requestId() != null) {
			problem.setProperty("requestId", ex.requestId());
		}
		return problem;
	}

	private static ProblemDetail problem(HttpStatus status, String type, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("urn:agentbay:problem:" + type.toLowerCase(Locale.ROOT).replace('_', '-')));
		return problem;
	}

}
