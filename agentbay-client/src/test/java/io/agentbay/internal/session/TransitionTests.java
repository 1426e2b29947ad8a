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

package io.agentbay.internal.session;

import java.time.Duration;

import io.agentbay.AgentBay;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.error.FailureKind;
import io.agentbay.session.Session;
import io.agentbay.session.WaitOptions;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Putting a session to sleep and waking it.
 */
@Tag("failure")
class TransitionTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(1);

	private static final WaitOptions WAIT = new WaitOptions(LONG, SHORT);

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().retryPolicy(RetryPolicy.none()).build();

	private Session session;

	@BeforeEach
	void find() {
		this.server.answers(Replies.session());
		this.session = this.agentBay.get(Replies.SESSION);
	}

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	@Capability("2.25")
	void pausingWaitsUntilTheSessionSleeps() {
		this.server.answers(Replies.ok()).answers(status("PAUSING")).answers(status("PAUSED"));
		this.session.pause(WAIT);
		assertThat(this.server.actions()).containsExactly("GetSession", "PauseSessionAsync", "GetSession",
				"GetSession");
		assertThat(this.server.requests().get(1).form()).containsEntry("SessionId", Replies.SESSION);
	}

	@Test
	@Capability("2.26")
	void resumingWaitsUntilTheSessionRuns() {
		this.server.answers(Replies.ok()).answers(status("RESUMING")).answers(status("RUNNING"));
		this.session.resume(WAIT);
		assertThat(this.server.actions()).contains("ResumeSessionAsync");
	}

	@Test
	void theStateFromBeforeMayStillShow() {
		this.server.answers(Replies.ok())
			.answers(status("RUNNING"))
			.answers(status("RUNNING"))
			.answers(status("PAUSED"));
		this.session.pause(WAIT);
		assertThat(this.server.requests()).hasSize(5);
	}

	@Test
	void aLookThatFailsDoesNotEndTheWait() {
		this.server.answers(Replies.ok())
			.hangsUp()
			.answers(500, "{\"Code\":\"InternalError\"}")
			.answers(status("PAUSED"));
		this.session.pause(WAIT);
		assertThat(this.server.requests()).hasSize(5);
	}

	@Test
	void aStateThatLeadsElsewhereIsAFailure() {
		this.server.answers(Replies.ok()).answers(status("DELETING"));
		var result = Refusal.of(() -> this.session.pause(WAIT));
		assertThat(result).hasMessageContaining("unexpected state DELETING");
	}

	@Test
	void aGoneSessionIsGone() {
		this.server.answers(Replies.ok()).answers(400, Replies.gone());
		assertThat(Refusal.of(() -> this.session.pause(WAIT)).failureKind()).isEqualTo(FailureKind.SESSION_GONE);
	}

	@Test
	void aRefusalIsAFailureAndNobodyWaits() {
		this.server.answers("{\"Code\":\"InvalidSession\",\"Message\":\"m\",\"Success\":false,\"RequestId\":\"R-9\"}");
		var result = Refusal.of(() -> this.session.resume());
		assertThat(result.requestId()).isEqualTo("R-9");
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void theWaitIsLimited() {
		this.server.answers(Replies.ok());
		for (int i = 0; i < 200; i++) {
			this.server.answers(status("PAUSING"));
		}
		var result = Refusal.of(() -> this.session.pause(new WaitOptions(Duration.ofMillis(60), Duration.ofMillis(5))));
		assertThat(result.failureKind()).isEqualTo(FailureKind.TIMEOUT);
		assertThat(result).hasMessageContaining("Timed out");
	}

	@Test
	@Capability({ "2.27", "2.28" })
	void beginningDoesNotWait() {
		this.server.answers(Replies.ok()).answers(Replies.ok());
		this.session.requestPause();
		this.session.requestResume();
		assertThat(this.server.actions()).containsExactly("GetSession", "PauseSessionAsync", "ResumeSessionAsync");
	}

	private static String status(String status) {
		return Replies.ok("{\"SessionId\":\"" + Replies.SESSION + "\",\"Status\":\"" + status + "\"}");
	}

}
