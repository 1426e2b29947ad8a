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

import java.net.URI;
import java.time.Duration;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.ThrottledException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.Assert;

/**
 * Makes problem details (RFC 9457) of failures. The status says whose fault it is, the
 * type {@code urn:agentbay:problem:…} which kind of failure, and the property
 * {@code requestId} is for the support of the service. What the service says is left out
 * of the detail unless it is asked for: it may quote what users wrote.
 *
 * @since 0.1.0
 */
public class AgentBayProblemDetails {

	private static final String TYPE = "urn:agentbay:problem:";

	private final boolean includeMessage;

	/**
	 * Create a mapping.
	 * @param includeMessage whether the detail is the message of the failure
	 */
	public AgentBayProblemDetails(boolean includeMessage) {
		this.includeMessage = includeMessage;
	}

	/**
	 * Make the problem detail of a failure.
	 * @param ex the failure
	 * @return the problem detail
	 */
	public ProblemDetail detail(AgentBayException ex) {
		Assert.notNull(ex, "'ex' must not be null");
		Problem problem = Problem.of(ex);
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(),
				this.includeMessage ? String.valueOf(ex.getMessage()) : problem.detail());
		detail.setType(URI.create(TYPE + problem.type()));
		if (ex.requestId() != null) {
			detail.setProperty("requestId", ex.requestId());
		}
		return detail;
	}

	/**
	 * Make the whole answer: the problem detail, and how long to wait if the service
	 * asked to.
	 * @param ex the failure
	 * @return the answer
	 */
	public ResponseEntity<ProblemDetail> answer(AgentBayException ex) {
		ProblemDetail detail = detail(ex);
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(detail.getStatus())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		Duration pause = (ex instanceof ThrottledException throttled) ? throttled.retryAfter() : null;
		if (pause != null) {
			answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, pause.plusMillis(999).toSeconds())));
		}
		return answer.body(detail);
	}

}
