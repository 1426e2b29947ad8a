package io.agentbay.observation;

import io.agentbay.observation.AgentBayObservation.HighCardinality;
import io.agentbay.observation.AgentBayObservation.LowCardinality;
import io.micrometer.common.KeyValues;

/**
 * The convention that holds when none is registered.
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
