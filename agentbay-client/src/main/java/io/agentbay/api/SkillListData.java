package io.agentbay.api;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The skills of an image.
 *
 * @param skillPath where they are in a session
 * @param skills the skills
 */
public record SkillListData(@JsonProperty("SkillPath") @Nullable String skillPath,
		@JsonProperty("MetaDataList") @Nullable List<SkillData> skills) {
}
