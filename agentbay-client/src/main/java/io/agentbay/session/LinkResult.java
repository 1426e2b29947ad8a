package io.agentbay.session;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * The address of a port of a session. Whoever knows it can use it, so the text form of
 * this result does not show it.
 *
 * @param outcome how the operation ended
 * @param url the address, {@code null} on failure
 */
public record LinkResult(Outcome outcome, @Nullable String url) implements Result<LinkResult> {

	@Override
	public String toString() {
		return "LinkResult[outcome=" + this.outcome + "]";
	}

}
