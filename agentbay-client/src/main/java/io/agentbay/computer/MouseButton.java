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
 * What is done with the mouse.
 */
public enum MouseButton {

	/** The left button. */
	LEFT("left"),

	/** The right button. */
	RIGHT("right"),

	/** The middle button. */
	MIDDLE("middle"),

	/** The left button, twice. Not for dragging. */
	DOUBLE_LEFT("double_left");

	private final String wireName;

	MouseButton(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * Return the button of a name.
	 * @param name {@code left}, {@code right}, {@code middle} or {@code double_left}, in
	 * any letter case
	 * @return the button
	 * @throws IllegalArgumentException if no button has that name
	 */
	public static MouseButton of(String name) {
		Assert.hasText(name, "'button' must not be empty");
		String wanted = name.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((button) -> button.wireName.equals(wanted))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"'button' must be one of %s, but is %s".formatted(Arrays.toString(values()), name)));
	}

	/**
	 * Return the name of the button in requests.
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
