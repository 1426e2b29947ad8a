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

package io.agentbay.ai.governance.observation;

import java.util.List;

import io.agentbay.ai.UsedSession;
import io.agentbay.ai.governance.Governed;
import io.agentbay.ai.governance.ToolCallInterceptor;
import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolGovernance;
import io.agentbay.ai.governance.ToolOutcome;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What is observed of calls.
 */
class ObservationInterceptorTests {

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final ToolGovernance governance = new ToolGovernance(List.<ToolCallInterceptor>of(
			new ObservationInterceptor(this.registry), (call, chain) -> call.arguments().text().contains("rm")
					? ToolOutcome.notCalled(ToolDecision.deny("rule", null), "no") : chain.proceed(call)));

	private final Governed governed = new Governed();

	@Test
	void decisionAndOutcomeAreTags() {
		this.governance.decorate(this.governed.tool("run", (name, arguments) -> {
			UsedSession.report("s-1");
			return "done";
		})).call("{}");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasSingleObservationThat()
			.hasNameEqualTo("agentbay.ai.tool.call")
			.hasLowCardinalityKeyValue("tool", "run")
			.hasLowCardinalityKeyValue("decision", "ALLOWED")
			.hasLowCardinalityKeyValue("outcome", "ANSWERED")
			.hasHighCardinalityKeyValue("agentbay.ai.tool.call.session", "s-1")
			.hasBeenStopped();
	}

	@Test
	void whatIsNotCalledIsObservedToo() {
		this.governance.decorate(this.governed.tool("run")).call("{\"command\": \"rm x\"}");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasSingleObservationThat()
			.hasLowCardinalityKeyValue("decision", "DENIED")
			.hasLowCardinalityKeyValue("outcome", "NOT_CALLED");
	}

	@Test
	void failuresAreErrors() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.governance.decorate(this.governed.tool("run", (name, arguments) -> {
				throw new IllegalStateException("gone");
			})).call("{}"));
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasSingleObservationThat()
			.hasLowCardinalityKeyValue("outcome", "FAILED")
			.hasError();
	}

	@Test
	void whatTheToolDoesIsAChildOfTheCall() {
		Observation[] seen = new Observation[1];
		Observation.createNotStarted("spring.ai.tool", this.registry)
			.observe(() -> this.governance.decorate(this.governed.tool("run", (name, arguments) -> {
				seen[0] = this.registry.getCurrentObservation();
				return "done";
			})).call("{}"));
		assertThat(seen[0].getContextView().getName()).isEqualTo("agentbay.ai.tool.call");
		assertThat(seen[0].getContextView().getParentObservation().getContextView().getName())
			.isEqualTo("spring.ai.tool");
	}

}
