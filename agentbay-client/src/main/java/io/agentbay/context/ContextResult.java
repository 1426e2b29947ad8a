package io.agentbay.context;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A context that was found or created.
 *
 * @param outcome how the operation ended
 * @param contextOrNull the context, {@code null} on failure
 */
public record ContextResult(Outcome outcome, @Nullable Context contextOrNull) implements Result<ContextResult> {

	/**
	 * Return the context.
	 * @return the context, never {@code null}
	 * @throws io.agentbay.error.ServiceException if the operation failed
	 */
	public Context context() {
		if (this.contextOrNull == null) {
			throw this.outcome.toException();
		}
		return this.contextOrNull;
	}

}
