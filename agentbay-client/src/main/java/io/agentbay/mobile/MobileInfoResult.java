package io.agentbay.mobile;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * The description of a phone that was stored.
 *
 * @param outcome how the operation ended
 * @param configOrNull lets new phones take that phone over; {@code null} on failure
 */
public record MobileInfoResult(Outcome outcome,
		@Nullable MobileSimulateConfig configOrNull) implements Result<MobileInfoResult> {

	/**
	 * Return what lets new phones take that phone over.
	 * @return the configuration, never {@code null}
	 * @throws io.agentbay.error.ServiceException if the operation failed
	 */
	public MobileSimulateConfig config() {
		if (this.configOrNull == null) {
			throw this.outcome.toException();
		}
		return this.configOrNull;
	}

}
