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

package io.agentbay.local.internal.tool.screen;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.picture.PictureFormat;
import io.agentbay.local.internal.picture.Pictures;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pictures of a screen: the server {@code wuying_capture}, and what {@code mcp-server}
 * offers of it.
 */
final class ScreenTools {

	static final String SERVER = "wuying_capture";

	private final JsonMapper mapper;

	private final Pictures pictures;

	private final Camera camera;

	ScreenTools(JsonMapper mapper, Pictures pictures, Camera camera) {
		this.mapper = mapper;
		this.pictures = pictures;
		this.camera = camera;
	}

	Tool address() {
		return new Tool("system_screenshot", "mcp-server",
				"Take a picture of the screen and return its address, which expires after 64 minutes.", List.of(),
				this::keep);
	}

	Tool picture() {
		return new Tool("screenshot", SERVER, "Take a picture of the screen.", List.of(format()), this::take);
	}

	static Parameter format() {
		return Parameter.optional("format", Parameter.Type.TEXT, "The format of the picture.")
			.withDefault("png")
			.oneOf("png", "jpeg", "jpg");
	}

	private ToolResult keep(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		byte[] bytes = PictureFormat.PNG.encode(this.camera.shoot(sandbox));
		return ToolResult.address(this.pictures.keep(PictureFormat.PNG, bytes));
	}

	private ToolResult take(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		PictureFormat format = PictureFormat.of(arguments.text("format", "png"));
		BufferedImage image = this.camera.shoot(sandbox);
		return describe(this.mapper, image, format, format.encode(image));
	}

	static ToolResult describe(JsonMapper mapper, BufferedImage image, PictureFormat format, byte[] bytes) {
		Map<String, Object> picture = new LinkedHashMap<>();
		picture.put("type", "image");
		picture.put("mime_type", format.mimeType());
		picture.put("width", image.getWidth());
		picture.put("height", image.getHeight());
		picture.put("data", Base64.getEncoder().encodeToString(bytes));
		return ToolResult.of(mapper.writeValueAsString(picture));
	}

	/**
	 * Takes a picture of the screen of a session.
	 */
	@FunctionalInterface
	interface Camera {

		BufferedImage shoot(Sandbox sandbox) throws IOException, InterruptedException;

	}

}
