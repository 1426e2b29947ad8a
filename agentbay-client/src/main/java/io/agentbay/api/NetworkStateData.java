package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The state of a network.
 *
 * @param online whether it is bound
 */
public record NetworkStateData(@JsonProperty("Online") @Nullable Boolean online) {
}
