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

import java.util.Locale;

import org.springframework.util.Assert;

/**
 * The format of a picture of the screen.
 */
public enum ScreenshotFormat {

	/** PNG, without loss. */
	PNG("png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),

	/** JPEG. */
	JPEG("jpeg", 0xFF, 0xD8, 0xFF);

	private final String wireName;

	private final int[] signature;

	ScreenshotFormat(String wireName, int... signature) {
		this.wireName = wireName;
		this.signature = signature;
	}

	/**
	 * Return the format of a name.
	 * @param name {@code png}, {@code jpeg} or {@code jpg}, in any letter case
	 * @return the format
	 * @throws IllegalArgumentException if no format has that name
	 */
	public static ScreenshotFormat of(String name) {
		Assert.hasText(name, "'format' must not be empty");
		return switch (name.strip().toLowerCase(Locale.ROOT)) {
			case "png" -> PNG;
			case "jpeg", "jpg" -> JPEG;
			default -> throw new IllegalArgumentException("'format' must be png, jpeg or jpg, but is " + name);
		};
	}

	/**
	 * Return the name of the format in requests.
	 * @return the name
	 */
	public String wireName() {
		return this.wireName;
	}

	/**
	 * Return the media type of the format.
	 * @return the media type
	 */
	public String mimeType() {
		return "image/" + this.wireName;
	}

	/** Whether a picture begins as pictures of this format begin. */
	boolean fits(byte[] data) {
		if (data.length < this.signature.length) {
			return false;
		}
		for (int i = 0; i < this.signature.length; i++) {
			if ((data[i] & 0xFF) != this.signature[i]) {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return this.wireName;
	}

}
