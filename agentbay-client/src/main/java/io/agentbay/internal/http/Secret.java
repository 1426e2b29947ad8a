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

package io.agentbay.internal.http;

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
