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

import java.time.Duration;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Each API call and each tool call is one observation.
 */
class CallObservationTests {

	private final ScriptedServer server = new ScriptedServer();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final AgentBay agentBay = this.server.client()
		.observationRegistry(this.registry)
		.retryPolicy(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1)))
		.build();

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	void anApiCallIsTaggedWithActionAndOutcome() {
		this.server.answers(Replies.session());
		this.agentBay.get(Replies.SESSION);
		assertThat(this.registry).hasNumberOfObservationsEqualTo(1)
			.hasObservationWithNameEqualTo("agentbay.api.call")
			.that()
			.hasBeenStarted()
			.hasBeenStopped()
			.hasContextualNameEqualTo("agentbay GetSession")
			.hasLowCardinalityKeyValue("agentbay.action", "GetSession")
			.hasLowCardinalityKeyValue("outcome", "SUCCESS")
			.hasLowCardinalityKeyValue("failure", "none")
			.hasHighCardinalityKeyValue("agentbay.request.id", "R-1")
			.hasHighCardinalityKeyValue("agentbay.session.id", Replies.SESSION);
	}

	@Test
	void severalAttemptsAreOneObservation() {
		this.server.hangsUp().hangsUp().answers(Replies.session());
		this.agentBay.get(Replies.SESSION);
		assertThat(this.registry).hasNumberOfObservationsEqualTo(1);
	}

	@Test
	void aRefusalIsTaggedWithItsKind() {
		this.server.answers(400, Replies.gone());
		Refusal.of(() -> this.agentBay.get(Replies.SESSION));
		assertThat(this.registry).hasSingleObservationThat()
			.hasLowCardinalityKeyValue("outcome", "REFUSED")
			.hasLowCardinalityKeyValue("failure", "SESSION_GONE");
	}

	@Test
	void anErrorIsTaggedWithItsException() {
		this.server.hangsUp().hangsUp().hangsUp();
		assertThat(catchThrowable(() -> this.agentBay.get(Replies.SESSION))).isNotNull();
		assertThat(this.registry).hasSingleObservationThat()
			.hasError()
			.hasLowCardinalityKeyValue("outcome", "ERROR")
			.hasLowCardinalityKeyValue("failure", "ConnectionFailedException");
	}

	@Test
	void aToolCallIsTheParentOfItsApiCall() {
		this.server.answers(Replies.session()).answers(Replies.toolText("{\"stdout\":\"\",\"exit_code\":0}"));
		var session = this.agentBay.get(Replies.SESSION);
		this.registry.clear();
		session.command().run("ls");
		assertThat(this.registry).hasNumberOfObservationsEqualTo(2)
			.hasObservationWithNameEqualTo("agentbay.tool.call")
			.that()
			.hasLowCardinalityKeyValue("agentbay.tool", "shell")
			.doesNotHaveParentObservation();
		assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.api.call")
			.that()
			.hasParentObservationContextMatching((parent) -> parent instanceof CallObservationContext context
					&& context.type() == AgentBayObservation.TOOL_CALL);
	}

	@Test
	void theObservationOfTheCallerIsTheParent() {
		this.server.answers(Replies.session());
		Observation outer = Observation.createNotStarted("outer", this.registry).start();
		try (Observation.Scope scope = outer.openScope()) {
			assertThat(scope).isNotNull();
			this.agentBay.get(Replies.SESSION);
		}
		outer.stop();
		assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.api.call")
			.that()
			.hasParentObservationEqualTo(outer);
	}

	@Test
	void aToolThatNobodyKnowsIsNotATag() {
		this.server.answers(Replies.session()).answers(Replies.toolError("Tool not found"));
		this.agentBay.get(Replies.SESSION).callTool("tool-4711", Map.of());
		assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.tool.call")
			.that()
			.hasLowCardinalityKeyValue("agentbay.tool", "other")
			.hasLowCardinalityKeyValue("failure", "TOOL");
	}

	@Test
	void everyKeyIsDocumented() {
		this.server.answers(Replies.session());
		this.agentBay.get(Replies.SESSION);
		for (AgentBayObservation observation : AgentBayObservation.values()) {
			assertThat(observation.getName()).startsWith("agentbay.");
			assertThat(observation.getLowCardinalityKeyNames()).isNotEmpty();
			assertThat(observation.getHighCardinalityKeyNames()).isNotEmpty();
		}
	}

}
