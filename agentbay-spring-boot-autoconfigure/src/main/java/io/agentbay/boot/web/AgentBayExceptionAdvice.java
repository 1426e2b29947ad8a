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

import io.agentbay.error.AgentBayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Answers failures that no other handler of the application answers, in Spring MVC and in
 * WebFlux. Those that are not the caller's fault are logged, for nobody else does.
 *
 * @since 0.1.0
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class AgentBayExceptionAdvice {

	private static final Logger logger = LoggerFactory.getLogger(AgentBayExceptionAdvice.class);

	private final AgentBayProblemDetails problems;

	/**
	 * Create the advice.
	 * @param problems makes the answers
	 */
	public AgentBayExceptionAdvice(AgentBayProblemDetails problems) {
		Assert.notNull(problems, "'problems' must not be null");
		this.problems = problems;
	}

	/**
	 * Answer a failure.
	 * @param ex the failure
	 * @return the answer, {@code null} where another one, such as a stream of events, has
	 * begun and breaks off
	 */
	@ExceptionHandler
	public @Nullable ResponseEntity<ProblemDetail> failed(AgentBayException ex) {
		if (isTooLate(RequestContextHolder.getRequestAttributes())) {
			logger.warn("Broke off an answer that had begun", ex);
			return null;
		}
		ResponseEntity<ProblemDetail> answer = this.problems.answer(ex);
		if (answer.getStatusCode().is5xxServerError()) {
			logger.warn("Answered with status {}", answer.getStatusCode().value(), ex);
		}
		return answer;
	}

	/** WebFlux does not ask an advice then. */
	private static boolean isTooLate(@Nullable RequestAttributes request) {
		return request instanceof ServletRequestAttributes mvc && mvc.getResponse() != null
				&& mvc.getResponse().isCommitted();
	}

}
