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

import java.time.Duration;

import io.agentbay.AgentBay;
import io.agentbay.code.CodeError;
import io.agentbay.code.CodeResult;
import io.agentbay.command.CommandResult;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.agentbay.boot.test.assertj.AgentBayAssertions.assertThat;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.assertThatExceptionOfType;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.atLeast;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.atMost;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.never;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.times;

/**
 * Tests for {@link AgentBayAssertions}.
 */
class AgentBayAssertionsTests {

	private static final ServiceException REFUSED = ServiceException.of(FailureKind.THROTTLED, "Throttling.User",
			"slow down", CallDetails.ofRequest("R-1"));

	private static final CommandResult FAILED = CommandResult.builder("make").exitCode(2).stderr("no rule").build();

	private static final CommandResult DONE = CommandResult.builder("make").exitCode(0).stdout("built").build();

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
		try (Session session = this.agentBay.create()) {
			assertThat(session.command().run("echo here")).succeeded().returns("here\n", CommandResult::stdout);
			assertThat(session.command().run("false")).hasExitCode(1);
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
	void aCommandThatEndedOtherwiseSaysHow() {
		assertThat(FAILED).failed().hasExitCode(2);
		assertThat(DONE).succeeded().hasExitCode(0);
		assertThat(failureOf(() -> assertThat(FAILED).succeeded())).contains("ended with 2: 'make'")
			.contains("no rule");
		assertThat(failureOf(() -> assertThat(DONE).failed())).contains("ended with 0").contains("built");
		assertThat(failureOf(() -> assertThat(DONE).hasExitCode(1))).contains("to end with 1");
		assertThat(failureOf(() -> assertThat(DONE).timedOut())).contains("ended with 0");
		CommandResult slow = CommandResult.builder("make").exitCode(-1).timedOutAfter(Duration.ofSeconds(3)).build();
		assertThat(slow).failed().timedOut();
		assertThat(failureOf(() -> assertThat(slow).succeeded())).contains("was ended after PT3S");
		assertThat(failureOf(() -> assertThat((@Nullable CommandResult) null).succeeded())).contains("not to be null");
	}

	@Test
	void codeThatEndedOtherwiseSaysHow() {
		CodeResult failed = CodeResult.builder("int('x')")
			.stdout("begun")
			.stderr("a warning")
			.error(new CodeError("ValueError", "x", "line 1"))
			.build();
		CodeResult done = CodeResult.builder("1").build();
		assertThat(failed).failedWith("ValueError");
		assertThat(done).succeeded();
		assertThat(failureOf(() -> assertThat(failed).succeeded())).contains("ValueError: x")
			.contains("line 1")
			.contains("begun")
			.contains("a warning");
		assertThat(failureOf(() -> assertThat(failed).failedWith("TypeError"))).contains("ValueError");
		assertThat(failureOf(() -> assertThat(done).failedWith("TypeError"))).contains("ran to its end");
	}

	@Test
	void aRefusalOfAnotherKindSaysWhichItIs() {
		assertThat(REFUSED).hasKind(FailureKind.THROTTLED).hasErrorCode("Throttling.User").hasMessageContaining("slow");
		assertThat(failureOf(() -> assertThat(REFUSED).hasKind(FailureKind.QUOTA))).contains("QUOTA")
			.contains("THROTTLED (code Throttling.User): slow down (request id R-1)");
		assertThat(failureOf(() -> assertThat(REFUSED).hasErrorCode("Other"))).contains("Throttling.User");
	}

	@Test
	void callsThatAreNotAsExpectedAreCounted() {
		this.agentBay.create().close();
		assertThat(failureOf(() -> assertThat(this.service).received("CreateMcpSession", times(2))))
			.contains("CreateMcpSession: 2 times. Found: once.")
			.containsPattern("(?s)1\\. CreateMcpSession.*2\\. DeleteSessionAsync in session-");
		assertThat(failureOf(() -> assertThat(this.service).received("ListSession"))).contains("at least once")
			.contains("Found: never");
		assertThat(failureOf(() -> assertThat(this.service).receivedToolCall("shell", atLeast(2))))
			.contains("at least 2 times");
		assertThat(failureOf(() -> assertThat(this.service).received("CreateMcpSession", never()))).contains("never");
		assertThat(failureOf(() -> assertThat(this.service).receivedNothing())).contains("1. CreateMcpSession");
		try (Session session = this.agentBay.create()) {
			session.command().run("true");
			assertThat(failureOf(() -> assertThat(this.service).receivedToolCall("shell", never())))
				.containsPattern("[0-9]\\. shell \\([A-Za-z]+\\) in " + session.id());
		}
		assertThat(failureOf(() -> assertThat(this.service).hasLiveSessions(1))).contains("there are 0");
	}

	@Test
	void aDescriptionIsPartOfTheFailure() {
		assertThat(failureOf(() -> assertThat(FAILED).as("the build").succeeded())).startsWith("[the build]");
	}

	private static String failureOf(ThrowingCallable assertion) {
		var failure = assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).actual();
		return String.valueOf(failure.getMessage());
	}

}
