package io.agentbay.session;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A session that was created or found.
 *
 * @param outcome how the operation ended
 * @param sessionOrNull the session, {@code null} on failure
 */
public record ReactiveSessionResult(Outcome outcome,
		@Nullable ReactiveSession sessionOrNull) implements Result<ReactiveSessionResult> {

	/**
	 * Return the session.
	 * @return the session, never {@code null}
	 * @throws io.agentbay.error.ServiceException if the operation failed
	 */
	public ReactiveSession session() {
		if (this.sessionOrNull == null) {
			throw this.outcome.toException();
		}
		return this.sessionOrNull;
	}

}
