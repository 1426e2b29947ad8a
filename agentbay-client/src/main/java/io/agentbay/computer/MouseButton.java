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
 * What is done with the mouse.
 *
 * @since 0.1.0
 */
public enum MouseButton {

	/** The left button. */
	LEFT,

	/** The right button. */
	RIGHT,

	/** The middle button. */
	MIDDLE,

	/** The left button, twice. Not for dragging. */
	DOUBLE_LEFT;

	/**
	 * Return the button of a name.
	 * @param name {@code left}, {@code right}, {@code middle} or {@code double_left}, in
	 * any letter case
	 * @return the button
	 * @throws IllegalArgumentException if no button has that name
	 */
	public static MouseButton of(String name) {
		return WireNames.constant(MouseButton.class, name, "button");
	}

	/** As {@link #of(String)} takes it. */
	@Override
	public String toString() {
		return WireNames.of(this);
	}

}
