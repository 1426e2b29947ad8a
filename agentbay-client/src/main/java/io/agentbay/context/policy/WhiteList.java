package io.agentbay.context.policy;

import java.util.List;

import org.springframework.util.Assert;

/**
 * A directory that is copied.
 *
 * @param path the directory within the context, without wildcards; empty for all of it
 * @param excludePaths directories below it that are left out, without wildcards
 */
public record WhiteList(String path, List<String> excludePaths) {

	public WhiteList {
		ExactPath.check(path, "path");
		Assert.notNull(excludePaths, "'excludePaths' must not be null");
		excludePaths.forEach((exclude) -> ExactPath.check(exclude, "excludePaths"));
		excludePaths = List.copyOf(excludePaths);
	}

	/**
	 * Return a directory with all that is below it.
	 * @param path the directory
	 * @return the entry
	 */
	public static WhiteList of(String path) {
		return new WhiteList(path, List.of());
	}

}
