package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A network. Holds a secret: its text form shows only the id.
 *
 * @param networkId the network
 * @param networkToken the secret by which it is bound
 */
public record NetworkData(@JsonProperty("NetworkId") @Nullable String networkId,
		@JsonProperty("NetworkToken") @Nullable String networkToken) {

	@Override
	public String toString() {
		return "NetworkData[" + this.networkId + "]";
	}

}
