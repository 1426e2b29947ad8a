/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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
