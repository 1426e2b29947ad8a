package io.agentbay.settings;

import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * Whose sessions a client creates. Both go with every session as labels that belong to
 * the client, so that sessions of an instance that died can be told from all others.
 *
 * @param name the application, the same in all of its instances; up to 64 letters, digits
 * and {@code . _ -}
 * @param instance this run of the application, never used twice; of the same form
 */
public record SessionOwner(String name, String instance) {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	public SessionOwner {
		check(name, "name");
		check(instance, "instance");
	}

	private static void check(String value, String what) {
		Assert.isTrue(value != null && FORM.matcher(value).matches(), () -> "'" + what
				+ "' of an owner must be 1 to 64 letters, digits, '.', '_' or '-', but is '" + value + "'");
	}

}
