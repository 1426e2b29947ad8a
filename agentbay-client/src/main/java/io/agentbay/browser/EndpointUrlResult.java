package io.agentbay.browser;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * The address at which a browser is driven over the DevTools protocol. Whoever knows it
 * can use the browser, so the text form of this result does not show it.
 *
 * @param outcome how the operation ended
 * @param url the address, with the scheme {@code ws} or {@code wss}; {@code null} on
 * failure
 */
public record EndpointUrlResult(Outcome outcome, @Nullable String url) implements Result<EndpointUrlResult> {

	@Override
	public String toString() {
		return "EndpointUrlResult[outcome=" + this.outcome + "]";
	}

}
