package io.agentbay.mobile;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Checks names of Android packages, which become part of commands.
 */
final class PackageNames {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._]+");

	private PackageNames() {
	}

	static void check(@Nullable List<String> names, String argument) {
		Assert.notEmpty(names, () -> "'" + argument + "' must not be empty");
		for (String name : names) {
			Assert.isTrue(name != null && NAME.matcher(name).matches(),
					() -> "'" + argument + "' holds '" + name + "', which is not a package name");
		}
	}

}
