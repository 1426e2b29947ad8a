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

package io.agentbay.internal.http;

import java.time.Duration;

import io.agentbay.AgentBay;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A service that is down is not buried under repeats.
 */
@Tag("failure")
class RetryBudgetTests {

	private static final Duration SHORT = Duration.ofMillis(1);

	@Test
	void whenEveryCallFailsTheRequestsStayNearTheCalls() {
		try (ScriptedServer server = new ScriptedServer();
				AgentBay agentBay = server.client().retryPolicy(new RetryPolicy(3, SHORT, SHORT, 0.2, 5)).build()) {
			for (int request = 0; request < 200; request++) {
				server.hangsUp();
			}
			for (int call = 0; call < 50; call++) {
				assertThatExceptionOfType(ConnectionFailedException.class)
					.isThrownBy(() -> agentBay.get(Replies.SESSION));
			}
			assertThat(server.requests()).hasSizeBetween(60, 50 + 10 + 5);
		}
	}

	@Test
	void callsThatSucceedEarnRepeatsForOneThatFails() {
		RetryBudget budget = new RetryBudget(0.5, 2);
		assertThat(budget.withdraw()).isTrue();
		assertThat(budget.withdraw()).isTrue();
		assertThat(budget.withdraw()).isFalse();
		budget.deposit();
		assertThat(budget.withdraw()).isFalse();
		budget.deposit();
		assertThat(budget.withdraw()).isTrue();
	}

	@Test
	void noMoreThanTheReserveIsSaved() {
		RetryBudget budget = new RetryBudget(1, 1);
		budget.deposit();
		budget.deposit();
		assertThat(budget.withdraw()).isTrue();
		assertThat(budget.withdraw()).isFalse();
	}

	@Test
	void aRatioOutsideItsRangeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(3, SHORT, SHORT, 1.5, 5))
			.withMessageContaining("maxRatio");
		assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(3, SHORT, SHORT, 0.5, -1))
			.withMessageContaining("reserve");
	}

}
