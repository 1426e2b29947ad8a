package io.agentbay.skill;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * The skills that sessions can be given.
 *
 * @param outcome how the operation ended
 * @param rootPath where they are in a session, {@code null} if not told
 * @param skills the skills, empty on failure
 */
public record SkillListResult(Outcome outcome, @Nullable String rootPath,
		List<Skill> skills) implements Result<SkillListResult> {

	public SkillListResult {
		skills = List.copyOf(skills);
	}

}
