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

import io.agentbay.observation.AgentBayObservation.HighCardinality;
import io.agentbay.observation.AgentBayObservation.LowCardinality;
import io.micrometer.common.KeyValues;

/**
 * The convention that holds when none is registered.
 *
 * @since 0.1.0
 */
public class DefaultCallObservationConvention implements CallObservationConvention {

	@Override
	public String getContextualName(CallObservationContext context) {
		return "agentbay " + context.operation();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
		return KeyValues.of(context.type().subjectKey().withValue(context.operation()),
				LowCardinality.OUTCOME.withValue(context.outcome()),
				LowCardinality.FAILURE.withValue(context.failure()));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
		KeyValues keyValues = KeyValues.empty();
		String requestId = context.requestId();
		if (requestId != null) {
			keyValues = keyValues.and(HighCardinality.REQUEST_ID.withValue(requestId));
		}
		String sessionId = context.sessionId();
		return (sessionId != null) ? keyValues.and(HighCardinality.SESSION_ID.withValue(sessionId)) : keyValues;
	}

}
