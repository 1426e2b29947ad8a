package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session.
 *
 * @param status the status
 */
public record SessionDetailData(@JsonProperty("Status") @Nullable String status) {
}
