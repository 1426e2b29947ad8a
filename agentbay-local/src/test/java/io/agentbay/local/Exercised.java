package io.agentbay.local;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds tests to what they say they exercise.
 */
final class Exercised implements BeforeEachCallback, AfterTestExecutionCallback {

	static final String PHONE = "phone.";

	private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

	/**
	 * Take down a call that had success.
	 */
	static void succeeded(String name) {
		NAMES.add(name);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		NAMES.clear();
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		if (context.getExecutionException().isEmpty()) {
			assertThat(NAMES).as("what was called with success")
				.contains(context.getRequiredTestMethod().getAnnotation(Exercises.class).value());
		}
	}

}
