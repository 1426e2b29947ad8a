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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.agentbay.connection.RetryPolicy;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.internal.json.Json;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.Session;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * One create, one session, also when the answer is lost.
 */
@Tag("failure")
class SessionCreationTests {

	private static final String FOUND = "{\"Code\":\"ok\",\"Success\":true,\"RequestId\":\"R-7\",\"Data\":"
			+ "[{\"SessionId\":\"" + Replies.SESSION + "\",\"SessionStatus\":\"RUNNING\"}]}";

	private static final String NOTHING = "{\"Code\":\"ok\",\"Success\":true,\"RequestId\":\"R-7\",\"Data\":[]}";

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client()
		.retryPolicy(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(1)))
		.operationTimeout(Duration.ofSeconds(2))
		.build();

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	void aLostAnswerIsMadeGoodByFindingTheSession() {
		this.server.hangsUp()
			.answers(NOTHING)
			.answers(FOUND)
			.answersTheLabelsOfTheCreatedSession()
			.answers(Replies.session());
		assertThat(this.agentBay.create().id()).isEqualTo(Replies.SESSION);
		assertThat(this.server.actions()).containsExactly("CreateMcpSession", "ListSession", "ListSession", "GetLabel",
				"GetSession");
		String mark = Json.MAPPER.readTree(this.server.requests().get(0).form().get("Labels"))
			.get("agentbay-creation")
			.asString();
		assertThat(this.server.requests().get(1).form().get("Labels"))
			.isEqualTo("{\"agentbay-creation\":\"" + mark + "\"}");
		assertThat(this.agentBay.cachedSessions()).hasSize(1);
	}

	@Test
	void anUnreadableAnswerIsMadeGoodByFindingTheSession() {
		this.server.answers(200, "garbage")
			.answers(FOUND)
			.answersTheLabelsOfTheCreatedSession()
			.answers(Replies.session());
		assertThat(this.agentBay.create().id()).isEqualTo(Replies.SESSION);
	}

	@Test
	void aSessionWithoutTheLabelIsSomebodyElses() {
		this.server.hangsUp().answersOtherwise((request) -> switch (request.query().get("Action")) {
			case "ListSession" -> FOUND;
			case "GetLabel" -> Replies.labels("{\"agentbay-creation\":\"another\"}");
			default -> "";
		});
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(this.agentBay::create)
			.withMessageContaining("no session shows up");
		assertThat(this.server.actions()).doesNotContain("GetSession", "DeleteSessionAsync");
		assertThat(this.agentBay.cachedSessions()).isEmpty();
	}

	@Test
	void aClientThatIsClosedWhileItLooksDoesNotKnow() throws Exception {
		this.server.hangsUp().answersOtherwise((request) -> NOTHING);
		CompletableFuture<Throwable> created = CompletableFuture
			.supplyAsync(() -> catchThrowable(this.agentBay::create));
		Awaitility.await().until(() -> this.server.actions().contains("ListSession"));
		this.agentBay.close();
		assertThat(created.get()).isInstanceOf(OutcomeUnknownException.class);
	}

	@Test
	void aSessionThatDoesNotShowUpIsAnUnknownOutcomeThatNamesItsLabel() {
		this.server.hangsUp();
		for (int i = 0; i < 30; i++) {
			this.server.answers(NOTHING);
		}
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(this.agentBay::create)
			.withMessageContaining("agentbay-creation");
		assertThat(this.server.actions()).containsOnlyOnce("CreateMcpSession");
	}

	@Test
	void aSessionWithWhichNothingCanBeDoneIsAnUnknownOutcomeThatNamesIt() {
		this.server.hangsUp().answers(FOUND).answersTheLabelsOfTheCreatedSession().hangsUp().hangsUp();
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(this.agentBay::create)
			.withMessageContaining(Replies.SESSION);
	}

	@Test
	void aSessionThatIsFoundButNotShownIsAnUnknownOutcomeThatNamesIt() {
		String busy = "{\"Code\":\"ServiceUnavailable\",\"Message\":\"busy\",\"Success\":false}";
		this.server.hangsUp()
			.answers(FOUND)
			.answersTheLabelsOfTheCreatedSession()
			.answers(503, busy)
			.answers(503, busy);
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(this.agentBay::create)
			.withMessageContaining(Replies.SESSION)
			.withStackTraceContaining("ServiceUnavailable");
	}

	@Test
	void aCreateThatWasNeverSentIsRepeated() {
		this.server.goAway();
		assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(this.agentBay::create);
		assertThat(this.agentBay.cachedSessions()).isEmpty();
	}

	@Test
	void aDeletedSessionIsForgotten() {
		this.server.answers(Replies.session()).answers(400, Replies.gone());
		var session = this.agentBay.create();
		assertThat(this.agentBay.cachedSessions()).hasSize(1);
		session.close();
		assertThat(this.agentBay.cachedSessions()).isEmpty();
		assertThat(this.server.actions()).containsExactly("CreateMcpSession", "DeleteSessionAsync");
	}

	@Test
	void aSessionThatTurnsOutToBeGoneIsForgotten() {
		this.server.answers(Replies.session()).answers(400, Replies.gone());
		Session session = this.agentBay.create();
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> session.command().run("ls"));
		assertThat(this.agentBay.cachedSessions()).isEmpty();
	}

	@Test
	void aFailedDeleteKeepsTheSession() {
		this.server.answers(Replies.session())
			.answers("{\"Code\":\"InternalError\",\"Message\":\"m\",\"Success\":false,\"RequestId\":\"R-8\"}");
		var session = this.agentBay.create();
		var deleted = Refusal.of(() -> session.delete());
		assertThat(deleted.requestId()).isEqualTo("R-8");
		assertThat(this.agentBay.cachedSessions()).hasSize(1);
	}

	@Test
	void contextsThatWereNotSavedAreReportedAlthoughTheSessionEnded() {
		this.server.answers(Replies.session())
			.answers(Replies.ok())
			.answers(Replies.ok("{\"ContextStatus\":\"[{\\\"type\\\":\\\"data\\\",\\\"data\\\":\\\"[{\\\\\\\"contextId"
					+ "\\\\\\\":\\\\\\\"c-1\\\\\\\",\\\\\\\"path\\\\\\\":\\\\\\\"/d\\\\\\\",\\\\\\\"errorMessage\\\\\\\""
					+ ":\\\\\\\"disk full\\\\\\\",\\\\\\\"status\\\\\\\":\\\\\\\"Failed\\\\\\\",\\\\\\\"startTime\\\\\\\""
					+ ":1,\\\\\\\"finishTime\\\\\\\":2,\\\\\\\"taskType\\\\\\\":\\\\\\\"upload\\\\\\\"}]\\\"}]\"}"))
			.answers(400, Replies.gone());
		var session = this.agentBay.create();
		assertThatExceptionOfType(PartialFailureException.class)
			.isThrownBy(() -> session.delete(DeleteOption.SAVE_CONTEXTS))
			.withMessageContainingAll("has ended", "c-1", "disk full")
			.satisfies((ex) -> assertThat(ex.failures()).hasSize(1))
			.satisfies((ex) -> assertThat(ex.completed()).containsExactly(session.id()));
		assertThat(this.agentBay.cachedSessions()).isEmpty();
	}

}
