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
public record SessionResult(Outcome outcome, @Nullable Session sessionOrNull) implements Result<SessionResult> {

	/**
	 * Return the session.
	 * @return the session, never {@code null}
	 * @throws io.agentbay.error.ServiceException if the operation failed
	 */
	public Session session() {
		if (this.sessionOrNull == null) {
			throw this.outcome.toException();
		}
		return this.sessionOrNull;
	}

}
