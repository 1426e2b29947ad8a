package io.agentbay.context.policy;

import java.util.List;

import org.springframework.util.Assert;

/**
 * How long stored files are kept.
 *
 * @param lifecycle how long; default {@link Lifecycle#FOREVER}
 * @param paths the directories that this holds for, without wildcards; an empty path
 * means all, which is the default
 */
public record RecyclePolicy(Lifecycle lifecycle, List<String> paths) {

	public RecyclePolicy {
		Assert.notNull(lifecycle, "'lifecycle' must not be null");
		Assert.notEmpty(paths, "'paths' must not be empty; an empty path in it means all");
		paths.forEach((path) -> ExactPath.check(path, "paths"));
		paths = List.copyOf(paths);
	}

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static RecyclePolicy defaults() {
		return new RecyclePolicy(Lifecycle.FOREVER, List.of(""));
	}

}
