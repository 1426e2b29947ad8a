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

package io.agentbay.device;

import io.agentbay.internal.text.WireNames;

/**
 * The format of a picture of the screen.
 *
 * @since 0.1.0
 */
public enum ScreenshotFormat {

	/** PNG, without loss. */
	PNG,

	/** JPEG. */
	JPEG;

	/**
	 * Return the format of a name.
	 * @param name {@code png}, {@code jpeg} or {@code jpg}, in any letter case
	 * @return the format
	 * @throws IllegalArgumentException if no format has that name
	 */
	public static ScreenshotFormat of(String name) {
		return "jpg".equalsIgnoreCase(name) ? JPEG : WireNames.constant(ScreenshotFormat.class, name, "format");
	}

	/**
	 * Return the media type of the format.
	 * @return the media type
	 */
	public String mimeType() {
		return "image/" + WireNames.of(this);
	}

	/** As {@link #of(String)} takes it. */
	@Override
	public String toString() {
		return WireNames.of(this);
	}

}
