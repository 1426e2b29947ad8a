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

package io.agentbay.internal.text;

import java.util.Arrays;
import java.util.Locale;

import org.springframework.util.Assert;

/**
 * The names that the constants of an enum have in requests: their own, in lower case.
 */
public final class WireNames {

	private WireNames() {
	}

	/**
	 * Return the name of a constant.
	 * @param constant the constant
	 * @return its name in requests
	 */
	public static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the constant of a name.
	 * @param type the enum
	 * @param name the name, in any letter case
	 * @param argument what the caller calls it
	 * @param <E> the enum
	 * @return the constant
	 * @throws IllegalArgumentException if no constant has that name
	 */
	public static <E extends Enum<E>> E constant(Class<E> type, String name, String argument) {
		Assert.hasText(name, () -> "'" + argument + "' must not be empty");
		String wanted = name.strip().toLowerCase(Locale.ROOT);
		E[] constants = type.getEnumConstants();
		return Arrays.stream(constants)
			.filter((constant) -> of(constant).equals(wanted))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'%s' must be one of %s, but is %s".formatted(argument,
					Arrays.stream(constants).map(WireNames::of).toList(), name)));
	}

}
