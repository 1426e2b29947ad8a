package io.agentbay.browser;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the arguments of the operator's tools have in common.
 */
final class OperatorArguments {

	private OperatorArguments() {
	}

	static void put(Map<String, Object> arguments, String name, @Nullable Object value) {
		if (value != null) {
			arguments.put(name, value);
		}
	}

	static void putSeconds(Map<String, Object> arguments, @Nullable Duration timeout) {
		put(arguments, "timeout", (timeout != null) ? timeout.toSeconds() : null);
	}

	static void requireSeconds(@Nullable Duration timeout) {
		Assert.isTrue(timeout == null || timeout.toSeconds() > 0, "'timeout' must be at least one second");
	}

	static void requireNotBlank(@Nullable String value, String name) {
		Assert.isTrue(value == null || !value.isBlank(),
				() -> "'" + name + "' must not be blank; leave it out for none");
	}

}
