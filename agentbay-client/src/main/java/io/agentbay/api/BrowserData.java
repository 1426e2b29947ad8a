package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The browser of a session, as the service tells it.
 *
 * @param port the port in the session on which it is driven, {@code null} if it was not
 * started
 */
public record BrowserData(@JsonProperty("Port") @Nullable Integer port) {
}
