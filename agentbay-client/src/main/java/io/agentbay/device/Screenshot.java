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

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A picture of the screen.
 *
 * @param type what kind of thing it is, as the session names it, such as {@code image}
 * @param mimeType its media type, {@code image/png} or {@code image/jpeg}
 * @param data the picture
 * @param width its width in pixels, {@code null} if not told
 * @param height its height in pixels, {@code null} if not told
 * @since 0.1.0
 */
public record Screenshot(String type, String mimeType, byte[] data, @Nullable Integer width, @Nullable Integer height) {

	/**
	 * Create a picture whose size is not told.
	 * @param format its format
	 * @param data the picture
	 * @return the picture
	 */
	public static Screenshot of(ScreenshotFormat format, byte[] data) {
		return new Screenshot("image", format.mimeType(), data, null, null);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Screenshot that && this.type.equals(that.type) && this.mimeType.equals(that.mimeType)
				&& Arrays.equals(this.data, that.data) && Objects.equals(this.width, that.width)
				&& Objects.equals(this.height, that.height);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.type, this.mimeType, Arrays.hashCode(this.data), this.width, this.height);
	}

	/** Without the picture: it shows what is the user's. */
	@Override
	public String toString() {
		return "Screenshot[%s, %sx%s, %s bytes]".formatted(this.mimeType, this.width, this.height, this.data.length);
	}

}
