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

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallInterruptedException;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.MissingApiKeyException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.ServiceException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.ThrottledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link AgentBayProblemDetails}.
 */
class AgentBayProblemDetailsTests {

	private static final CallDetails CALL = new CallDetails("shell", "s-1", "R-1");

	private final AgentBayProblemDetails problems = new AgentBayProblemDetails(false);

	@ParameterizedTest
	@CsvSource({ "SESSION_GONE, 410", "NOT_FOUND, 404", "SESSION_STATE, 409", "CONFLICT, 409", "INVALID_ARGUMENT, 400",
			"THROTTLED, 429", "QUOTA, 503", "TIMEOUT, 504", "TOOL, 422", "AUTHENTICATION, 502", "SERVICE, 502" })
	void aRefusalHasTheStatusOfItsKind(FailureKind kind, int status) {
		ProblemDetail problem = this.problems.detail(refusal(kind));
		assertThat(problem.getStatus()).isEqualTo(status);
		assertThat(problem.getType())
			.hasToString("urn:agentbay:problem:" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
		assertThat(problem.getProperties()).containsOnly(Map.entry("requestId", "R-1"));
	}

	@ParameterizedTest
	@MethodSource
	void aCallThatFailedHasTheStatusOfItsException(AgentBayException ex, int status, String type) {
		ProblemDetail problem = this.problems.detail(ex);
		assertThat(problem.getStatus()).isEqualTo(status);
		assertThat(problem.getType()).hasToString("urn:agentbay:problem:" + type);
	}

	static Stream<?> aCallThatFailedHasTheStatusOfItsException() {
		return Stream.of(arguments(new OutcomeUnknownException("lost", CALL, null), 502, "outcome-unknown"),
				arguments(new CallTimeoutException("late", CALL, null), 504, "timeout"),
				arguments(new ConnectionFailedException("refused", CALL, null), 503, "unreachable"),
				arguments(new InvalidReplyException("no JSON", CALL, 200, null), 502, "invalid-reply"),
				arguments(new StreamBrokenException(StreamBrokenException.Reason.OVERFLOW, "slow", CALL, null), 502,
						"stream-broken"),
				arguments(new PartialFailureException("half", CALL, List.of(), List.of(refusal(FailureKind.TOOL))), 502,
						"partial-failure"),
				arguments(new CallInterruptedException("stopped", CALL, null), 503, "interrupted"),
				arguments(new MissingApiKeyException("no key"), 500, "failed"));
	}

	@ParameterizedTest
	@EnumSource
	void whatTheServiceSaysIsLeftOutUnlessItIsAskedFor(FailureKind kind) {
		assertThat(this.problems.detail(refusal(kind)).getDetail()).isNotBlank().doesNotContain("secret.txt");
		assertThat(new AgentBayProblemDetails(true).detail(refusal(kind)).getDetail()).contains("secret.txt");
	}

	@Test
	void theTimeThatTheServiceAsksToWaitIsPassedOn() {
		ThrottledException throttled = new ThrottledException("Throttling", "slow down", CALL, Duration.ofMillis(1500));
		assertThat(this.problems.answer(throttled).getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
		assertThat(this.problems.answer(refusal(FailureKind.THROTTLED)).getHeaders().headerNames())
			.doesNotContain(HttpHeaders.RETRY_AFTER);
	}

	private static ServiceException refusal(FailureKind kind) {
		return ServiceException.of(kind, "Code", "secret.txt is not readable", CALL);
	}

}
