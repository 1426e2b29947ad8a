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

package io.agentbay.observation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.agentbay.AgentBay;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.AuthenticationException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link CallListener}.
 */
class CallListenerTests {

	private final ScriptedServer server = new ScriptedServer();

	private final List<CallAttempt> attempts = new CopyOnWriteArrayList<>();

	private final CallListener remembering = new CallListener() {

		@Override
		public void onAttempt(CallAttempt attempt) {
			CallListenerTests.this.attempts.add(attempt);
		}

	};

	private final AgentBay agentBay = this.server.client().callListener(this.remembering).build();

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	void everyAttemptIsToldWithItsNumberAndTheLastOneWithTheRequestId() {
		this.server.hangsUp().answers(503, "{}").answers(Replies.session());
		this.agentBay.get(Replies.SESSION);
		assertThat(this.attempts)
			.extracting(CallAttempt::number, CallAttempt::outcome, CallAttempt::failure, CallAttempt::requestId)
			.containsExactly(tuple(1, AttemptOutcome.NO_ANSWER, "ConnectionFailedException", null),
					tuple(2, AttemptOutcome.REFUSED, "SERVICE", null), tuple(3, AttemptOutcome.SUCCESS, null, "R-1"));
		assertThat(this.attempts).allSatisfy((attempt) -> {
			assertThat(attempt.operation()).isEqualTo("GetSession");
			assertThat(attempt.sessionId()).isEqualTo(Replies.SESSION);
			assertThat(attempt.duration()).isPositive();
		});
	}

	@Test
	void aToolIsToldByItsAction() {
		this.server.answers(Replies.session()).answers(Replies.toolText("{\"stdout\":\"\",\"exit_code\":0}"));
		this.agentBay.get(Replies.SESSION).command().run("true");
		assertThat(this.attempts).extracting(CallAttempt::operation).containsExactly("GetSession", "CallMcpTool");
	}

	@Test
	void aRefusalIsToldByItsKind() {
		this.server.answers(400, Replies.gone());
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> this.agentBay.get(Replies.SESSION));
		assertThat(this.attempts).singleElement()
			.returns(AttemptOutcome.REFUSED, CallAttempt::outcome)
			.returns("SESSION_GONE", CallAttempt::failure);
	}

	@Test
	void whatIsLookedForAndNotThereIsNoRefusal() {
		this.server.answers(400, Replies.gone());
		assertThat(this.agentBay.find(Replies.SESSION)).isEmpty();
		assertThat(this.attempts).singleElement()
			.returns(AttemptOutcome.SUCCESS, CallAttempt::outcome)
			.returns(null, CallAttempt::failure);
	}

	@Test
	void aSessionThatIsGoneAsItShallBeIsNoRefusal() {
		this.server.answers(Replies.session()).answers(Replies.ok()).answers(400, Replies.gone());
		this.agentBay.create().delete();
		assertThat(this.attempts).extracting(CallAttempt::operation)
			.containsExactly("CreateMcpSession", "DeleteSessionAsync", "GetSessionDetail");
		assertThat(this.attempts).extracting(CallAttempt::outcome).containsOnly(AttemptOutcome.SUCCESS);
	}

	@Test
	void aKeyThatIsNotAcceptedIsARefusal() {
		this.server.answers(401, "{\"RequestId\":\"R-2\",\"Code\":\"NOT_LOGIN\"}");
		assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> this.agentBay.get(Replies.SESSION));
		assertThat(this.attempts).singleElement()
			.returns("AUTHENTICATION", CallAttempt::failure)
			.returns("R-2", CallAttempt::requestId);
	}

	@Test
	void anUnreadableAnswerIsToldAsSuch() {
		this.server.answers("no JSON");
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(() -> this.agentBay.get(Replies.SESSION));
		assertThat(this.attempts).singleElement().returns(AttemptOutcome.INVALID_REPLY, CallAttempt::outcome);
	}

	@Test
	void anAttemptThatNobodyWaitsForIsToldOnce() {
		this.server.keepsSilent();
		Disposable waiting = this.agentBay.reactive().get(Replies.SESSION).subscribe();
		Awaitility.await().until(() -> !this.server.requests().isEmpty());
		waiting.dispose();
		assertThat(this.attempts).singleElement().returns(AttemptOutcome.CANCELLED, CallAttempt::outcome);
	}

	@Test
	void cancellingThePauseBeforeARepetitionTellsNothingTwice() {
		this.server.answers(503, "{}", "Retry-After: 60");
		Disposable waiting = this.agentBay.reactive().get(Replies.SESSION).subscribe();
		Awaitility.await().until(() -> this.attempts.size() == 1);
		waiting.dispose();
		assertThat(this.attempts).singleElement().returns(AttemptOutcome.REFUSED, CallAttempt::outcome);
	}

	@Test
	void aListenerThatThrowsDisturbsNeitherTheCallNorOtherListeners() {
		CallListener broken = new CallListener() {

			@Override
			public void onAttempt(CallAttempt attempt) {
				throw new IllegalStateException("broken");
			}

		};
		this.server.answers(Replies.session());
		try (AgentBay client = this.server.client().callListener(broken).callListener(this.remembering).build()) {
			assertThat(client.get(Replies.SESSION).id()).isEqualTo(Replies.SESSION);
		}
		assertThat(this.attempts).hasSize(1);
	}

	@Test
	void theObservationOfACallThatFailedHasTheRequestId() {
		CallObservationContext context = new CallObservationContext(AgentBayObservation.API_CALL, "GetSession", null);
		context.setError(new AgentBayException("failed", CallDetails.ofRequest("R-3"), null));
		assertThat(context.requestId()).isEqualTo("R-3");
	}

}
