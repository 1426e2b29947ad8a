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

package io.agentbay.computer;

import java.util.Arrays;
import java.util.Locale;

import org.springframework.util.Assert;

/**
 * Where to scroll.
 */
public enum ScrollDirection {

	/** Towards the beginning. */
	UP("up"),

	/** Towards the end. */
	DOWN("down"),

	/** To the left. */
	LEFT("left"),

	/** To the right. */
	RIGHT("right");

	private final String wireName;

	ScrollDirection(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * Return the direction of a name.
	 * @param name {@code up}, {@code down}, {@code left} or {@code right}, in any letter
	 * case
	 * @return the direction
	 * @throws IllegalArgumentException if no direction has that name
	 */
	public static ScrollDirection of(String name) {
		Assert.hasText(name, "'direction' must not be empty");
		String wanted = name.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((direction) -> direction.wireName.equals(wanted))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"'direction' must be one of %s, but is %s".formatted(Arrays.toString(values()), name)));
	}

	/**
	 * Return the name of the direction in requests.
	 * @return the name
	 */
	public String wireName() {
		return this.wireName;
	}

	@Override
	public String toString() {
		return this.wireName;
	}

}
