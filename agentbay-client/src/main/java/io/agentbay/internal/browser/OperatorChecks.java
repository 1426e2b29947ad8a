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

package io.agentbay.internal.browser;

import java.time.Duration;

import io.agentbay.internal.text.Durations;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What is wrong with an operator's options by itself.
 */
public final class OperatorChecks {

	private OperatorChecks() {
	}

	/**
	 * Refuse a time that is none in whole seconds.
	 * @param timeout the time, {@code null} for none
	 */
	public static void requireSeconds(@Nullable Duration timeout) {
		if (timeout != null) {
			Durations.requireSecond(timeout, "timeout");
		}
	}

	/**
	 * Refuse a text that is given and blank.
	 * @param value the text, {@code null} for none
	 * @param name the name of the option
	 */
	public static void requireNotBlank(@Nullable String value, String name) {
		Assert.isTrue(value == null || !value.isBlank(),
				() -> "'" + name + "' must not be blank; leave it out for none");
	}

}
