package io.agentbay.context.policy;

import org.springframework.util.Assert;

/**
 * The rule for paths in policies.
 */
final class ExactPath {

	private ExactPath() {
	}

	static void check(String path, String name) {
		Assert.notNull(path, () -> "'" + name + "' must not hold null");
		Assert.isTrue(path.chars().noneMatch((character) -> "*?[]".indexOf(character) >= 0), () -> "'" + name
				+ "': wildcards are not supported, use exact directory paths instead of '" + path + "'");
	}

}
