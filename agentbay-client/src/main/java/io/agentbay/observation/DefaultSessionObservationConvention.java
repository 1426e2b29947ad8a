package io.agentbay.observation;

import java.util.Objects;

import io.agentbay.observation.AgentBayObservation.HighCardinality;
import io.agentbay.observation.AgentBayObservation.LowCardinality;
import io.micrometer.common.KeyValues;

/**
 * The convention that holds when none is registered.
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
