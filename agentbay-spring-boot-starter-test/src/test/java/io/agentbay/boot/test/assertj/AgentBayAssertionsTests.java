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

package io.agentbay.boot.test.assertj;

import io.agentbay.AgentBay;
import io.agentbay.command.CommandResult;
import io.agentbay.error.FailureKind;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import io.agentbay.session.Session;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.agentbay.boot.test.assertj.AgentBayAssertions.assertThat;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.atLeast;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.atMost;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.never;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AgentBayAssertions}.
 */
class AgentBayAssertionsTests {

	private static final OperationResult REFUSED = new OperationResult(
			Outcome.failure(FailureKind.THROTTLED, "Throttling.User", "slow down", "R-1"));

	private static final OperationResult DONE = new OperationResult(Outcome.success("R-2"));

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final AgentBay agentBay = AgentBay.builder()
		.apiKey(this.service.apiKey())
		.endpoint(this.service.endpoint().toString())
		.build();

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.service.close();
	}

	@Test
	void whatAnApplicationDidIsAsserted() {
		assertThat(this.service).receivedNothing().hasNoLiveSessions();
		try (Session session = this.agentBay.create().session()) {
			assertThat(session.command().run("echo here")).succeeded().returns("here\n", CommandResult::stdout);
			assertThat(session.command().run("false")).failed();
			assertThat(this.service).hasLiveSessions(1);
		}
		assertThat(this.service).received("CreateMcpSession", times(1))
			.received("DeleteSessionAsync")
			.received("ListSession", never())
			.receivedToolCall("shell", times(2))
			.receivedToolCall("shell")
			.receivedToolCall("run_code", atMost(1))
			.hasNoLiveSessions();
	}

	@Test
	void aResultThatIsNotAsExpectedSaysWhatItIs() {
		assertThat(REFUSED).failed()
			.failedWith(FailureKind.THROTTLED)
			.hasErrorCode("Throttling.User")
			.hasErrorMessageContaining("slow");
		assertThat(failureOf(() -> assertThat(REFUSED).succeeded()))
			.contains("THROTTLED (code Throttling.User, request R-1): slow down");
		assertThat(failureOf(() -> assertThat(REFUSED).failedWith(FailureKind.QUOTA))).contains("QUOTA")
			.contains("THROTTLED");
		assertThat(failureOf(() -> assertThat(REFUSED).hasErrorCode("Other"))).contains("Throttling.User");
		assertThat(failureOf(() -> assertThat(REFUSED).hasErrorMessageContaining("fast"))).contains("slow down");
		assertThat(failureOf(() -> assertThat(DONE).failed())).contains("R-2");
		assertThat(failureOf(() -> assertThat(DONE).failedWith(FailureKind.QUOTA))).contains("R-2");
		assertThat(failureOf(() -> assertThat((@Nullable OperationResult) null).succeeded()))
			.contains("not to be null");
	}

	@Test
	void callsThatAreNotAsExpectedAreCounted() {
		this.agentBay.create().session().close();
		assertThat(failureOf(() -> assertThat(this.service).received("CreateMcpSession", times(2))))
			.contains("CreateMcpSession: 2 times. Found: once.")
			.contains("DeleteSessionAsync=1");
		assertThat(failureOf(() -> assertThat(this.service).received("ListSession"))).contains("at least once")
			.contains("Found: never");
		assertThat(failureOf(() -> assertThat(this.service).receivedToolCall("shell", atLeast(2))))
			.contains("at least 2 times");
		assertThat(failureOf(() -> assertThat(this.service).received("CreateMcpSession", never()))).contains("never");
		assertThat(failureOf(() -> assertThat(this.service).receivedNothing())).contains("CreateMcpSession=1");
		assertThat(failureOf(() -> assertThat(this.service).hasLiveSessions(1))).contains("there are 0");
	}

	@Test
	void aDescriptionIsPartOfTheFailure() {
		assertThat(failureOf(() -> assertThat(REFUSED).as("the upload").succeeded())).startsWith("[the upload]");
	}

	private static String failureOf(ThrowingCallable assertion) {
		var failure = assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).actual();
		return String.valueOf(failure.getMessage());
	}

}
