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

package io.agentbay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import io.agentbay.connection.RetryPolicy;
import io.agentbay.error.ArgumentRefusedException;
import io.agentbay.error.AuthenticationException;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidEndpointException;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.session.Session;
import io.agentbay.session.SessionQuery;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.tool.ToolCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What goes wrong, and what the caller is told: a failed result where the service
 * answered, an exception where it did not; with the request id where there is one.
 */
@Tag("failure")
class RefusalTests {

	private final ScriptedServer server = new ScriptedServer();

	private AgentBay agentBay = this.server.client()
		.retryPolicy(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5)))
		.build();

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	void aGoneSessionIsAFailedResultWithKindCodeAndRequestId() {
		this.server.answers(400, Replies.gone());
		var result = Refusal.of(() -> this.agentBay.get(Replies.SESSION));
		assertThat(result.failureKind()).isEqualTo(FailureKind.SESSION_GONE);
		assertThat(result.errorCode()).isEqualTo("InvalidMcpSession.NotFound");
		assertThat(result).hasMessageStartingWith("[InvalidMcpSession.NotFound] Resource [McpSession] is not found.");
		assertThat(result.requestId()).isEqualTo("R-5");
		assertThat(result).isInstanceOf(SessionGoneException.class).hasMessageContaining("R-5");
		assertThat(result.operation()).isEqualTo("GetSession");
		assertThat(result.sessionId()).isEqualTo(Replies.SESSION);
		assertThat(result.mayHaveTakenEffect()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "400, PARAM_ERROR, INVALID_ARGUMENT", "404, InvalidAction.NotFound, NOT_FOUND",
			"400, IncorrectSessionStatus, SESSION_STATE", "400, Context.InUse, CONFLICT",
			"400, PathAlreadyBound, CONFLICT", "200, Mount.TargetNotEmpty, CONFLICT",
			"400, Context.NameExists, CONFLICT", "409, Anything, CONFLICT", "400, Image.NotExists, INVALID_ARGUMENT",
			"429, Throttling.User, THROTTLED", "400, Throttling, THROTTLED", "403, QuotaExceeded.Session, QUOTA",
			"500, InternalError, SERVICE", "400, InvalidMcpSession.NotFound, SESSION_GONE",
			"504, GatewayTimeout, TIMEOUT" })
	void kindsAreToldApartByStatusAndCode(int status, String code, FailureKind kind) {
		String body = "{\"Code\":\"%s\",\"Message\":\"m\",\"RequestId\":\"R-9\",\"Success\":false}".formatted(code);
		this.server.answers(status, body).answers(status, body).answers(status, body);
		var result = Refusal.of(() -> this.agentBay.listPage(SessionQuery.all()));
		assertThat(result.failureKind()).isEqualTo(kind);
		assertThat(result.requestId()).isEqualTo("R-9");
	}

	@Test
	void aRefusalWithinHttp200IsAFailedResult() {
		this.server.answers("{\"Code\":\"PARAM_ERROR\",\"Message\":\"no\",\"RequestId\":\"R-2\",\"Success\":false}");
		var result = Refusal.of(() -> this.agentBay.create());
		assertThat(result).hasMessageStartingWith("[PARAM_ERROR] no");
		assertThat(result).isInstanceOf(ArgumentRefusedException.class);
	}

	@Test
	void aCreateThatFailsInItsDataIsAFailedResult() {
		this.server.answers(Replies.ok("{\"Success\":false,\"ErrMsg\":\"no capacity\"}"));
		var result = Refusal.of(() -> this.agentBay.create());
		assertThat(result).hasMessageStartingWith("no capacity");
		assertThat(result.requestId()).isEqualTo("R-1");
	}

	@Test
	void aCreateThatAnswersNoIdIsAFailedResult() {
		this.server.answers(Replies.ok("{\"Success\":true}"));
		assertThat(Refusal.of(() -> this.agentBay.create()).getMessage()).startsWith("SessionId not found in response");
	}

	@Test
	void aWrongKeyIsThrownWithoutTheKey() {
		this.server.answers(400, "{\"Code\":\"NOT_LOGIN\",\"Message\":\"not logged in\",\"RequestId\":\"R-3\"}");
		assertThatExceptionOfType(AuthenticationException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()))
			.withMessageContaining("API key")
			.satisfies((ex) -> assertThat(ex.requestId()).isEqualTo("R-3"))
			.satisfies((ex) -> assertThat(ex.toString()).doesNotContain(ScriptedServer.KEY));
		assertThat(this.server.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000\u0001\u0002", "", "<html>502</html>", "[1,2]", "\"text\"", "{\"Code\":", "null" })
	void garbageInsteadOfJsonIsThrown(String garbage) {
		this.server.answers(200, garbage);
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()))
			.withMessageContaining("ListSession")
			.withMessageContaining("HTTP 200");
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void bytesThatAreNoTextAreThrown() {
		byte[] garbage = new byte[5000];
		new Random(1).nextBytes(garbage);
		this.server.answers(502, garbage);
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(500).doesNotContain("\u0000"));
	}

	@Test
	void dataOfAnotherFormIsThrownWithTheRequestId() {
		this.server.answers(Replies.ok("{\"not\":\"a list\"}"));
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()))
			.withMessageContaining("R-1");
	}

	@Test
	void aRedirectIsNotFollowed() {
		try (ScriptedServer elsewhere = new ScriptedServer()) {
			this.server.answers(307, "", "Location: " + elsewhere.endpoint() + "/");
			assertThatExceptionOfType(InvalidReplyException.class)
				.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()));
			assertThat(elsewhere.requests()).isEmpty();
		}
	}

	@Test
	void aReplyThatIsTooLargeIsRefused() {
		this.agentBay.close();
		this.agentBay = this.server.client().maxReplySize(DataSize.ofKilobytes(2)).build();
		this.server.answers(200, new byte[100_000]);
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()))
			.withMessageContaining("maxReplySize");
	}

	@Test
	void aReadThatIsCutOffIsRepeated() {
		this.server.hangsUp().answersOnlyTheFirst(10, Replies.session()).answers(Replies.session());
		assertThat(this.agentBay.get(Replies.SESSION).id()).isEqualTo(Replies.SESSION);
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void aReadThatIsAlwaysCutOffFailsAfterThreeAttempts() {
		this.server.hangsUp().hangsUp().hangsUp();
		assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(() -> this.agentBay.get(Replies.SESSION));
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void aBusyServiceIsAskedAgain() {
		this.server.answers(503, "{\"Code\":\"ServiceUnavailable\",\"Message\":\"busy\",\"RequestId\":\"R-31\"}")
			.answers(429, "{\"Code\":\"Throttling\",\"Message\":\"slow\",\"RequestId\":\"R-32\"}", "Retry-After: 0")
			.answers(Replies.session());
		assertThat(this.agentBay.get(Replies.SESSION).id()).isEqualTo(Replies.SESSION);
	}

	@Test
	void aPauseBeyondTheDeadlineIsNotWaitedFor() {
		this.agentBay.close();
		this.agentBay = this.server.client().operationTimeout(Duration.ofSeconds(5)).build();
		this.server.answers(429, "{\"Code\":\"Throttling\",\"Message\":\"slow\",\"RequestId\":\"R-3\"}",
				"Retry-After: 3600");
		assertThat(Refusal.of(() -> this.agentBay.get(Replies.SESSION)).failureKind()).isEqualTo(FailureKind.THROTTLED);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void aCommandWhoseAnswerIsLostIsNotRepeated() {
		this.server.answers(Replies.session()).hangsUp();
		Session session = this.agentBay.get(Replies.SESSION);
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> session.command().run("touch x"))
			.withMessageContaining("CallMcpTool")
			.satisfies((ex) -> assertThat(ex.operation()).isEqualTo("CallMcpTool"));
		assertThat(this.server.actions()).containsExactly("GetSession", "CallMcpTool");
	}

	@Test
	void aCommandWhoseAnswerIsCutInTheMiddleIsNotRepeated() {
		this.server.answers(Replies.session()).answersOnlyTheFirst(20, Replies.toolText("{}"));
		Session session = this.agentBay.get(Replies.SESSION);
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> session.command().run("touch x"));
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void aCommandWhoseAnswerIsGarbageHasAnUnknownOutcome() {
		this.server.answers(Replies.session()).answers(200, "garbage");
		Session session = this.agentBay.get(Replies.SESSION);
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> session.command().run("touch x"))
			.withCauseInstanceOf(InvalidReplyException.class);
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void aCommandThatIsThrottledIsNotRepeated() {
		this.server.answers(Replies.session())
			.answers(429, "{\"Code\":\"Throttling\",\"Message\":\"slow\",\"RequestId\":\"R-3\"}");
		var result = Refusal.of(() -> this.agentBay.get(Replies.SESSION).command().run("touch x"));
		assertThat(result.failureKind()).isEqualTo(FailureKind.THROTTLED);
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void anAnswerThatDoesNotComeInTimeIsATimeOut() {
		this.agentBay.close();
		this.agentBay = this.server.client()
			.responseTimeout(Duration.ofMillis(100))
			.retryPolicy(RetryPolicy.none())
			.build();
		this.server.keepsSilent();
		assertThatExceptionOfType(CallTimeoutException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()))
			.withMessageContaining("ListSession");
	}

	@Test
	void theDeadlineOfTheOperationEndsRepeating() {
		this.agentBay.close();
		this.agentBay = this.server.client().operationTimeout(Duration.ofMillis(200)).build();
		this.server.keepsSilent().keepsSilent().keepsSilent();
		assertThatExceptionOfType(CallTimeoutException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()));
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void aToolCallThatDoesNotAnswerInItsOwnTimeHasAnUnknownOutcome() {
		this.server.answers(Replies.session()).keepsSilent();
		Session session = this.agentBay.get(Replies.SESSION);
		var call = ToolCall.of("shell", Map.of()).withReadTimeout(Duration.ofMillis(100));
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> session.callTool(call));
	}

	@Test
	void aClosedPortIsThrownAndCommandsAreSafeToRepeat() {
		this.server.answers(Replies.session());
		Session session = this.agentBay.get(Replies.SESSION);
		this.server.goAway();
		assertThatExceptionOfType(ConnectionFailedException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()))
			.withMessageContaining("ListSession");
		assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(() -> session.command().run("ls"));
	}

	@Test
	void aRefusalByTheDirectLinkIsCheckedAgainstTheService() {
		this.server.answers(Replies.sessionWithLink(this.server.endpoint() + "/link"))
			.answers(401, "nobody")
			.answers(400, Replies.gone());
		var result = Refusal.of(() -> this.agentBay.get(Replies.SESSION).command().run("ls"));
		assertThat(result.failureKind()).isEqualTo(FailureKind.SESSION_GONE);
	}

	@Test
	void aDirectLinkToAnotherMachineMustBeEncrypted() {
		this.server.answers(Replies.sessionWithLink("http://203.0.113.9/link"));
		Session session = this.agentBay.get(Replies.SESSION);
		assertThatExceptionOfType(InvalidEndpointException.class).isThrownBy(() -> session.command().run("ls"))
			.withMessageContaining("unencrypted");
	}

	@Test
	void aClosedClientSaysSo() {
		this.agentBay.close();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()))
			.withMessageContaining("closed");
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void toolErrorsKeepTheTextOfTheTool() {
		this.server.answers(Replies.session()).answers(Replies.toolError("no such file: ü"));
		var result = Refusal.of(() -> this.agentBay.get(Replies.SESSION).fileSystem().list("/nowhere"));
		assertThat(result.failureKind()).isEqualTo(FailureKind.TOOL);
		assertThat(result).hasMessageStartingWith("no such file: ü");
	}

	@Test
	void deepJsonIsThrown() {
		this.server.answers(200, ("{\"a\":".repeat(5000) + "1" + "}".repeat(5000)).getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(InvalidReplyException.class)
			.isThrownBy(() -> this.agentBay.listPage(SessionQuery.all()));
	}

}
