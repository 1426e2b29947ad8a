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

import java.util.Objects;

import io.agentbay.observation.AgentBayObservation.HighCardinality;
import io.agentbay.observation.AgentBayObservation.LowCardinality;
import io.micrometer.common.KeyValues;

/**
 * The convention that holds when none is registered.
 *
 * @since 0.1.0
 */
public class DefaultSessionObservationConvention implements SessionObservationConvention {

	@Override
	public String getContextualName(SessionObservationContext context) {
		return "agentbay session";
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(SessionObservationContext context) {
		return KeyValues.of(LowCardinality.IMAGE.withValue(Objects.requireNonNullElse(context.imageId(), "default")),
				LowCardinality.OUTCOME.withValue(context.outcome()));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(SessionObservationContext context) {
		return KeyValues.of(HighCardinality.SESSION_ID.withValue(context.sessionId()));
	}

}
