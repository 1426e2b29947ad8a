package io.agentbay.network;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * The state of a network.
 *
 * @param outcome how the operation ended
 * @param online whether a machine lends it its way into the internet; false on failure
 */
public record NetworkStatusResult(Outcome outcome, boolean online) implements Result<NetworkStatusResult> {
}
