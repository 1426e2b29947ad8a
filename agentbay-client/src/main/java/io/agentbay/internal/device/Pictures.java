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

package io.agentbay.internal.device;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.internal.tool.ToolReply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads pictures. What is called a picture must be one, and in the format that was asked
 * for.
 */
final class Pictures {

	private Pictures() {
	}

	static Screenshot read(ToolReply reply, ScreenshotFormat format) {
		JsonAnswer answer = new JsonAnswer(reply);
		JsonNode json = answer.object();
		String type = answer.text(json, "type");
		String mimeType = answer.text(json, "mime_type");
		answer.require(mimeType.equalsIgnoreCase(format.mimeType()),
				"has the mime_type %s instead of %s".formatted(mimeType, format.mimeType()));
		byte[] data = decoded(answer, json);
		answer.require(fits(data, format), "has data that is no " + format + " picture");
		return new Screenshot(type, mimeType, data, length(answer, json, "width"), length(answer, json, "height"));
	}

	private static byte[] decoded(JsonAnswer answer, JsonNode json) {
		String data = answer.text(json, "data");
		try {
			return Base64.getDecoder().decode(data);
		}
		catch (IllegalArgumentException ex) {
			throw answer.reply().unusable("has data that is not base64");
		}
	}

	private static @Nullable Integer length(JsonAnswer answer, JsonNode json, String name) {
		return json.hasNonNull(name) ? Integer.valueOf(answer.integer(json, name)) : null;
	}

	/** Whether a picture begins as pictures of a format begin. */
	static boolean fits(byte[] data, ScreenshotFormat format) {
		byte[] beginning = HexFormat.of().parseHex(switch (format) {
			case PNG -> "89504e470d0a1a0a";
			case JPEG -> "ffd8ff";
		});
		return data.length >= beginning.length
				&& Arrays.equals(data, 0, beginning.length, beginning, 0, beginning.length);
	}

}
