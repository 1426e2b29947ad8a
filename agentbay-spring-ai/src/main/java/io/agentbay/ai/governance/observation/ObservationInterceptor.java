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

import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.ToolCallChain;
import io.agentbay.ai.governance.ToolCallInterceptor;
import io.agentbay.ai.governance.ToolOutcome;
import io.agentbay.ai.governance.observation.GovernanceObservation.HighCardinality;
import io.agentbay.ai.governance.observation.GovernanceObservation.LowCardinality;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.core.Ordered;

/**
 * Observes calls. Spring AI's own observation of a tool call is the parent, the calls of
 * the client that the tool makes are children.
 *
 * @since 0.1.0
 */
public class ObservationInterceptor implements ToolCallInterceptor, Ordered {

	private final ObservationRegistry registry;

	/**
	 * Create the interceptor.
	 * @param registry where calls are observed
	 */
	public ObservationInterceptor(ObservationRegistry registry) {
		this.registry = registry;
	}

	@Override
	public int getOrder() {
		return OBSERVATION_ORDER;
	}

	@Override
	public ToolOutcome intercept(ToolCall call, ToolCallChain chain) {
		Observation observation = Observation.createNotStarted(GovernanceObservation.TOOL_CALL_NAME, this.registry)
			.contextualName("agentbay tool " + call.tool())
			.lowCardinalityKeyValue(value(LowCardinality.TOOL, call.tool()))
			.lowCardinalityKeyValue(value(LowCardinality.DECISION, "UNDECIDED"))
			.lowCardinalityKeyValue(value(LowCardinality.OUTCOME, "UNKNOWN"))
			.highCardinalityKeyValue(KeyValue.of(HighCardinality.CALL, call.id()));
		observation.start();
		try {
			ToolOutcome outcome = observation.scoped(() -> chain.proceed(call));
			note(observation, outcome);
			return outcome;
		}
		catch (RuntimeException | Error ex) {
			observation.lowCardinalityKeyValue(value(LowCardinality.OUTCOME, "FAILED"));
			throw ex;
		}
		finally {
			observation.stop();
		}
	}

	private static void note(Observation observation, ToolOutcome outcome) {
		String what = !outcome.called() ? "NOT_CALLED" : (outcome.failure() != null) ? "FAILED" : "ANSWERED";
		observation.lowCardinalityKeyValue(value(LowCardinality.DECISION, outcome.decision().kind().name()))
			.lowCardinalityKeyValue(value(LowCardinality.OUTCOME, what))
			.highCardinalityKeyValue(KeyValue.of(HighCardinality.DECIDED_BY, outcome.decision().by()));
		if (outcome.session() != null) {
			observation.highCardinalityKeyValue(KeyValue.of(HighCardinality.SESSION, outcome.session()));
		}
		if (outcome.failure() != null) {
			observation.error(outcome.failure());
		}
	}

	private static KeyValue value(LowCardinality key, String value) {
		return KeyValue.of(key, value);
	}

}
