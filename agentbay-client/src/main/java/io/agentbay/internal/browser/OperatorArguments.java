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
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the arguments of the operator's tools have in common.
 */
public final class OperatorArguments {

	private OperatorArguments() {
	}

	public static void put(Map<String, Object> arguments, String name, @Nullable Object value) {
		if (value != null) {
			arguments.put(name, value);
		}
	}

	public static void putSeconds(Map<String, Object> arguments, @Nullable Duration timeout) {
		put(arguments, "timeout", (timeout != null) ? timeout.toSeconds() : null);
	}

	public static void requireSeconds(@Nullable Duration timeout) {
		Assert.isTrue(timeout == null || timeout.toSeconds() > 0, "'timeout' must be at least one second");
	}

	public static void requireNotBlank(@Nullable String value, String name) {
		Assert.isTrue(value == null || !value.isBlank(),
				() -> "'" + name + "' must not be blank; leave it out for none");
	}

}
