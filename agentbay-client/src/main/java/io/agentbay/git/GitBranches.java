package io.agentbay.git;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The local branches of a repository.
 *
 * @param names their names
 * @param current the one that is checked out, {@code null} if there is none
 */
public record GitBranches(List<String> names, @Nullable String current) {

	public GitBranches {
		names = List.copyOf(names);
	}

}
