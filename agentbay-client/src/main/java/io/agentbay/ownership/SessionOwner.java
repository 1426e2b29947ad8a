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

package io.agentbay.ownership;

import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * Whose sessions a client creates. Both go with every session as labels that belong to
 * the client, so that sessions of an instance that died can be told from all others.
 *
 * @param name the application, the same in all of its instances; up to 64 letters, digits
 * and {@code . _ -}
 * @param instance this run of the application, never used twice; of the same form
 * @since 0.1.0
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
