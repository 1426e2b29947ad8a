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

import io.agentbay.internal.text.WireNames;

/**
 * Where to scroll.
 *
 * @since 0.1.0
 */
public enum ScrollDirection {

	/** Towards the beginning. */
	UP,

	/** Towards the end. */
	DOWN,

	/** To the left. */
	LEFT,

	/** To the right. */
	RIGHT;

	/**
	 * Return the direction of a name.
	 * @param name {@code up}, {@code down}, {@code left} or {@code right}, in any letter
	 * case
	 * @return the direction
	 * @throws IllegalArgumentException if no direction has that name
	 */
	public static ScrollDirection of(String name) {
		return WireNames.constant(ScrollDirection.class, name, "direction");
	}

	/** As {@link #of(String)} takes it. */
	@Override
	public String toString() {
		return WireNames.of(this);
	}

}
