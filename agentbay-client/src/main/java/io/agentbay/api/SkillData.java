package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A skill.
 *
 * @param name its name
 * @param description what it is good for
 */
public record SkillData(@JsonProperty("Name") @Nullable String name,
		@JsonProperty("Description") @Nullable String description) {
}
