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
import java.util.Base64;
import java.util.Objects;

import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.ToolAnswer;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A picture of the screen.
 *
 * @param type what kind of thing it is, as the session names it, such as {@code image}
 * @param mimeType its media type, {@code image/png} or {@code image/jpeg}
 * @param data the picture
 * @param width its width in pixels, {@code null} if not told
 * @param height its height in pixels, {@code null} if not told
 */
public record Screenshot(String type, String mimeType, byte[] data, @Nullable Integer width, @Nullable Integer height) {

	/**
	 * Read a picture.
	 * @param result what the tool answered
	 * @param tool the tool
	 * @param format the format that was asked for
	 * @return the picture
	 */
	public static ScreenshotResult read(ToolResult result, String tool, ScreenshotFormat format) {
		ToolAnswer<Screenshot> answer = ToolAnswer.ofObject(result, tool, (json) -> read(json, format));
		return new ScreenshotResult(answer.outcome(), answer.value());
	}

	/** What is called a picture must be one, and in the format that was asked for. */
	private static Screenshot read(JsonNode json, ScreenshotFormat format) {
		String type = text(json, "type");
		String mimeType = text(json, "mime_type");
		require(mimeType.equalsIgnoreCase(format.mimeType()),
				"its mime_type is %s instead of %s".formatted(mimeType, format.mimeType()));
		byte[] data = decoded(text(json, "data"));
		require(format.fits(data), "its data is no " + format + " picture");
		return new Screenshot(type, mimeType, data, size(json, "width"), size(json, "height"));
	}

	private static byte[] decoded(String data) {
		try {
			return Base64.getDecoder().decode(data);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("its data is not base64", ex);
		}
	}

	private static @Nullable Integer size(JsonNode json, String name) {
		JsonNode value = json.get(name);
		return (value == null || value.isNull()) ? null : Integer.valueOf(ToolAnswer.integer(json, name));
	}

	private static String text(JsonNode json, String name) {
		String text = Json.text(json, name);
		require(text != null, name + " is missing");
		return Objects.requireNonNull(text);
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
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
		return "Screenshot[%s, %sx%s, %d bytes]".formatted(this.mimeType, this.width, this.height, this.data.length);
	}

}
