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

import io.agentbay.error.FailureKind;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.WaitOptions;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions that sleep, over real sockets: real processes that really stop.
 */
class PauseScenarioTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration STEP = Duration.ofMillis(20);

	private static final WaitOptions WAIT = new WaitOptions(LIMIT, STEP);

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aSessionSleepsRefusesToolsAndGoesOnWhereItWas(boolean directLink) {
		try (LocalAgentBay runtime = LocalAgentBay.builder().directLink(directLink).start();
				AgentBay agentBay = client(runtime);
				Session session = agentBay.create()) {
			String pid = session.command().run("sleep 300 >/dev/null 2>&1 & echo $!").requireSuccess().output().strip();
			session.pause(WAIT);
			assertThat(session.fetchStatus()).isEqualTo(SessionStatus.PAUSED);
			var refused = Refusal.of(() -> session.command().run("echo too early"));
			assertThat(refused.errorCode()).isEqualTo("IncorrectSessionStatus");
			session.resume(WAIT);
			assertThat(session.fetchStatus()).isEqualTo(SessionStatus.RUNNING);
			assertThat(session.command().run("kill -0 " + pid + " && echo alive").requireSuccess().output())
				.isEqualTo("alive\n");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whatDoesNotFitTheStateIsRefused(boolean directLink) {
		try (LocalAgentBay runtime = LocalAgentBay.builder().directLink(directLink).start();
				AgentBay agentBay = client(runtime);
				Session session = agentBay.create()) {
			assertThat(Refusal.of(() -> session.resume(WAIT)).errorCode()).isEqualTo("IncorrectSessionStatus");
			session.pause(WAIT);
			assertThat(Refusal.of(() -> session.pause(WAIT)).failureKind()).isEqualTo(FailureKind.SESSION_STATE);
			session.delete();
			assertThat(runtime.liveSessionIds()).isEmpty();
		}
	}

	private static AgentBay client(LocalAgentBay runtime) {
		return LocalClient.of(runtime).build();
	}

}
