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

package io.agentbay.ai.tool;

import java.util.Optional;

import io.agentbay.ai.artifact.Artifacts;
import io.agentbay.ai.scope.SessionKey;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * All that a tool needs for one call.
 *
 * @param session where it works
 * @param key whose session it is
 * @param limits how much it may take and say
 * @param outputs what it leaves beside its text, {@code null} if nothing picks that up
 * @param artifacts takes in what is handed over, {@code null} for nothing
 */
record ToolWork(Session session, SessionKey key, ToolLimits limits, @Nullable ToolOutputs outputs,
		@Nullable Artifacts artifacts) {

	ToolAnswer answer(String first) {
		return new ToolAnswer(this.limits, first);
	}

	String shortened(String text, String rest) {
		return ToolText.shortened(ToolText.clean(text), this.limits.maxLength(), rest);
	}

	/**
	 * Hand a picture to the model.
	 * @return how the answer has to mention it
	 */
	String picture(String what, String mediaType, byte[] content) {
		String described = "%s, %s, %s bytes%s".formatted(what, mediaType, content.length, PictureSize.of(content));
		if (content.length > this.limits.maxPictureSize()) {
			return "[picture: %s; too large to be shown]".formatted(described);
		}
		if (this.outputs == null) {
			return "[picture: %s; it cannot be shown to you]".formatted(described);
		}
		return PictureMentions.of(this.outputs.addPicture(mediaType, content), described + "; shown below");
	}

	/** Whether the image has a part, as far as the session says what it has. */
	boolean lacks(String tool) {
		Optional<String> server = this.session.findServer(tool);
		return server.isEmpty() && this.session.findServer("shell").isPresent();
	}

	/** The home directory is where relative paths begin. */
	static String path(@Nullable String path) {
		if (path == null || path.isBlank() || path.equals("~") || path.equals("~/")) {
			return ".";
		}
		return path.startsWith("~/") ? path.substring(2) : path;
	}

}
