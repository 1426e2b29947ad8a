package io.agentbay.network;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A network and the secret by which a program on another machine lends it its way into
 * the internet. The text form does not show the secret.
 *
 * @param outcome how the operation ended
 * @param networkId the network, {@code null} on failure
 * @param networkToken the secret, {@code null} on failure
 */
public record NetworkTokenResult(Outcome outcome, @Nullable String networkId,
		@Nullable String networkToken) implements Result<NetworkTokenResult> {

	@Override
	public String toString() {
		return "NetworkTokenResult[outcome=" + this.outcome + ", networkId=" + this.networkId + "]";
	}

}
