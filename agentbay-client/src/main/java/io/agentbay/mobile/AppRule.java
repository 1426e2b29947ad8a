package io.agentbay.mobile;

import java.util.List;

import org.springframework.util.Assert;

/**
 * Which apps a phone may run.
 *
 * @param type what the rule does with its apps
 * @param packageNames the apps, at least one
 */
public record AppRule(Type type, List<String> packageNames) {

	public AppRule {
		Assert.notNull(type, "'type' must not be null");
		PackageNames.check(packageNames, "packageNames");
		packageNames = List.copyOf(packageNames);
	}

	/**
	 * Create a rule that allows these apps and no others.
	 * @param packageNames the apps
	 * @return the rule
	 * @throws IllegalArgumentException if there is no app or a name is not a package name
	 */
	public static AppRule allowOnly(String... packageNames) {
		return new AppRule(Type.WHITE, List.of(packageNames));
	}

	/**
	 * Create a rule that forbids these apps.
	 * @param packageNames the apps
	 * @return the rule
	 * @throws IllegalArgumentException if there is no app or a name is not a package name
	 */
	public static AppRule forbid(String... packageNames) {
		return new AppRule(Type.BLACK, List.of(packageNames));
	}

	/**
	 * What a rule does.
	 */
	public enum Type {

		/** Only the named apps may run. */
		WHITE,

		/** The named apps may not run. */
		BLACK

	}

}
