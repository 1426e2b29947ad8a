package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An address that holds its own permission: its text form does not show it.
 *
 * @param url the address
 * @param expireTime how long it holds, in the service's own unit
 */
public record FileUrlData(@JsonProperty("Url") @Nullable String url,
		@JsonProperty("ExpireTime") @Nullable Long expireTime) {

	@Override
	public String toString() {
		return "FileUrlData[expireTime=" + this.expireTime + "]";
	}

}
