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

package io.agentbay.boot.health;

import java.time.Duration;
import java.util.Objects;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayHealthIndicator}.
 */
class AgentBayHealthIndicatorTests {

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final ReactiveAgentBay agentBay = client(this.service.apiKey());

	@AfterEach
	void close() {
		this.agentBay.close();
		this.service.close();
	}

	@Test
	void upAfterOneCheapCallThatChangesNothing() {
		Health health = health(this.agentBay);
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsOnlyKeys("cachedSessions", "responseMillis")
			.containsEntry("cachedSessions", 0);
		assertThat(this.service.journal().calls()).singleElement()
			.satisfies((call) -> assertThat(call.action()).isEqualTo("ListSession"));
	}

	@Test
	void wrongKeyIsToldWithoutIt() {
		try (ReactiveAgentBay intruder = client("akm-wrong")) {
			Health health = health(intruder);
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("reason", "unauthorized").containsKey("requestId");
			assertThat(health.toString()).doesNotContain("akm-wrong");
		}
	}

	@Test
	void unreachableServiceIsTold() {
		this.service.close();
		Health health = health(this.agentBay);
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reason", "unreachable").doesNotContainKey("requestId");
	}

	@Test
	void slowServiceIsNotWaitedFor() {
		this.service.faults().onNext("ListSession", Fault.delay(Duration.ofSeconds(60)));
		Health health = health(this.agentBay, Duration.ofMillis(200));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reason", "timeout");
	}

	@Test
	void slowAnswerIsToldAndNoFailure() {
		Health health = new AgentBayHealthIndicator(this.agentBay, Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO)
			.health(true)
			.block();
		assertThat(health).isNotNull();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("reason", "slow");
	}

	@Test
	void outcomeIsValidForAWhile() {
		AgentBayHealthIndicator indicator = new AgentBayHealthIndicator(this.agentBay, Duration.ofSeconds(10),
				Duration.ofSeconds(10), Duration.ofHours(1));
		assertThat(indicator.health(true).block()).isEqualTo(indicator.health(true).block());
		assertThat(this.service.journal().calls("ListSession")).hasSize(1);
	}

	@Test
	void throttledServiceIsNeitherUpNorDown() {
		this.service.faults().onNext("ListSession", refusal(429, "Throttling.User"));
		Health health = health(this.agentBay);
		assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(health.getDetails()).containsEntry("reason", "throttled").containsEntry("requestId", "R-7");
	}

	@Test
	void usedUpQuotaIsTold() {
		this.service.faults().onNext("ListSession", refusal(400, "QuotaExceeded"));
		assertThat(health(this.agentBay).getDetails()).containsEntry("reason", "quota");
	}

	@Test
	void serviceThatRunsOutOfTimeIsTold() {
		this.service.faults().onNext("ListSession", refusal(504, "GatewayTimeout"));
		assertThat(health(this.agentBay).getDetails()).containsEntry("reason", "timeout");
	}

	@Test
	void failureOfTheServiceIsTold() {
		this.service.faults().onNext("ListSession", refusal(500, "InternalError"));
		Health health = health(this.agentBay);
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reason", "refused").containsEntry("requestId", "R-7");
	}

	@Test
	void unreadableReplyIsTold() {
		this.service.faults().onNext("ListSession", Fault.malformedBody());
		assertThat(health(this.agentBay).getDetails()).containsEntry("reason", "invalid-reply");
	}

	private static Fault refusal(int status, String code) {
		return Fault.answer(status, "{\"Code\":\"%s\",\"Message\":\"refused\",\"RequestId\":\"R-7\"}".formatted(code));
	}

	private static Health health(ReactiveAgentBay client) {
		return health(client, Duration.ofSeconds(10));
	}

	private static Health health(ReactiveAgentBay client, Duration timeout) {
		return Objects.requireNonNull(
				new AgentBayHealthIndicator(client, timeout, Duration.ofSeconds(10), Duration.ZERO).health(true)
					.block());
	}

	private ReactiveAgentBay client(String key) {
		return ReactiveAgentBay.builder()
			.apiKey(key)
			.endpoint(this.service.endpoint().toString())
			.retryPolicy(RetryPolicy.none())
			.buildReactive();
	}

}
