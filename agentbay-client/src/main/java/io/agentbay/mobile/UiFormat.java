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

package io.agentbay.mobile;

import io.agentbay.internal.text.WireNames;

/**
 * In which format a phone tells what it shows.
 *
 * @since 0.1.0
 */
public enum UiFormat {

	/** JSON, the form that {@link UiElement}s are read from. */
	JSON,

	/** XML, the form that Android's own tools write. */
	XML;

	/**
	 * Return the format of a name.
	 * @param name {@code json} or {@code xml}, in any letter case
	 * @return the format
	 * @throws IllegalArgumentException if no format has that name
	 */
	public static UiFormat of(String name) {
		return WireNames.constant(UiFormat.class, name, "format");
	}

	/** As {@link #of(String)} takes it. */
	@Override
	public String toString() {
		return WireNames.of(this);
	}

}
