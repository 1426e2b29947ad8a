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

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.micrometer.observation.tck.TestObservationRegistryAssert.TestObservationRegistryAssertReturningObservationContextAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of each session that the client created is one observation.
 */
class SessionObservationTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final AgentBay agentBay = LocalClient.of(this.runtime).observationRegistry(this.registry).build();

	@AfterEach
	void close() {
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	void itLastsAsLongAsTheSession() {
		Session session = this.agentBay.create(CreateSessionOptions.builder().imageId("code_latest").build());
		assertThatLife().hasBeenStarted()
			.isNotStopped()
			.hasLowCardinalityKeyValue("image", "code_latest")
			.hasLowCardinalityKeyValue("outcome", "UNKNOWN")
			.hasHighCardinalityKeyValue("agentbay.session.id", session.id());
		session.delete();
		assertThatLife().hasBeenStopped()
			.hasContextualNameEqualTo("agentbay session")
			.hasLowCardinalityKeyValue("outcome", "DELETED");
	}

	@Test
	void aSessionThatEndedByItselfIsGone() {
		Session session = this.agentBay.create();
		try (AgentBay other = LocalClient.of(this.runtime).build()) {
			other.delete(session.id());
		}
		Refusal.of(() -> session.command().run("true"));
		assertThatLife().hasBeenStopped()
			.hasLowCardinalityKeyValue("image", "default")
			.hasLowCardinalityKeyValue("outcome", "GONE");
	}

	@Test
	void aClosedClientLeavesItsSessions() {
		this.agentBay.create();
		this.agentBay.close();
		this.agentBay.close();
		assertThatLife().hasBeenStopped().hasLowCardinalityKeyValue("outcome", "LEFT");
	}

	@Test
	void itDoesNotKeepTheRequestInTheMemory() {
		Observation request = Observation.start("request", this.registry);
		request.scoped(() -> this.agentBay.create());
		assertThatLife().doesNotHaveParentObservation();
	}

	@Test
	void sessionsOfOthersHaveNone() {
		try (AgentBay other = LocalClient.of(this.runtime).build()) {
			String id = other.create().id();
			this.agentBay.get(id);
		}
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasNumberOfObservationsWithNameEqualTo("agentbay.session", 0);
	}

	private TestObservationRegistryAssertReturningObservationContextAssert assertThatLife() {
		return TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("agentbay.session")
			.that();
	}

}
