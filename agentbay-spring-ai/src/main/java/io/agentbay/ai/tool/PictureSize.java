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

import java.nio.ByteBuffer;

/**
 * Reads the size of a picture off its first bytes, where that is easy: PNG.
 */
final class PictureSize {

	private static final int END_OF_HEADER = 24;

	private static final int WIDTH = 16;

	private static final int HEIGHT = 20;

	private PictureSize() {
	}

	/** Such as {@code , 640 x 480 pixels}, or nothing. */
	static String of(byte[] content) {
		if (FileKind.of(content) != FileKind.PNG || content.length < END_OF_HEADER) {
			return "";
		}
		ByteBuffer header = ByteBuffer.wrap(content);
		return ", %s x %s pixels".formatted(header.getInt(WIDTH), header.getInt(HEIGHT));
	}

}
