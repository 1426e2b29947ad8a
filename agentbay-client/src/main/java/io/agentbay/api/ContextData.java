package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A context as the service knows it.
 *
 * @param id the id, empty if there is no such context
 * @param name its name
 * @param state its state
 * @param createTime when it was created
 * @param lastUsedTime when it was last used
 * @param osType the operating system that it belongs to
 */
public record ContextData(@JsonProperty("Id") @Nullable String id, @JsonProperty("Name") @Nullable String name,
		@JsonProperty("State") @Nullable String state, @JsonProperty("CreateTime") @Nullable String createTime,
		@JsonProperty("LastUsedTime") @Nullable String lastUsedTime, @JsonProperty("OsType") @Nullable String osType) {
}
