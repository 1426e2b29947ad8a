package io.agentbay.transport;

import org.springframework.util.Assert;

/**
 * A key or token that must not show up in logs, messages or dumps.
 */
public final class Secret {

	private final String value;

	private Secret(String value) {
		this.value = value;
	}

	/**
	 * Wrap a secret.
	 * @param value the secret in clear
	 * @return the wrapped secret
	 * @throws IllegalArgumentException if it is blank, or holds a line break or another
	 * control character, as a key read from a file often does
	 */
	public static Secret of(String value) {
		Assert.hasText(value, "The key or token must not be blank");
		String stripped = value.strip();
		Assert.isTrue(stripped.chars().noneMatch(Character::isISOControl),
				"The key or token must not hold control characters");
		return new Secret(stripped);
	}

	/**
	 * Return the secret in clear, for sending it.
	 * @return the secret
	 */
	public String reveal() {
		return this.value;
	}

	@Override
	public String toString() {
		return "****";
	}

}
