package io.agentbay.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * How the lives of sessions are named and tagged. Register another one on the
 * {@code ObservationRegistry} to change that.
 */
public interface SessionObservationConvention extends ObservationConvention<SessionObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof SessionObservationContext;
	}

}
