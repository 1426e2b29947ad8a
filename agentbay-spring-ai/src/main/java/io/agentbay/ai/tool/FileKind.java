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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What a file is, by its first bytes.
 */
enum FileKind {

	PNG("a PNG picture", "image/png", "\u0089PNG"),

	JPEG("a JPEG picture", "image/jpeg", "\u00ff\u00d8\u00ff"),

	GIF("a GIF picture", "image/gif", "GIF8"),

	WEBP("a WebP picture", "image/webp", "RIFF"),

	PDF("a PDF document", null, "%PDF"),

	ZIP("a ZIP archive, or a document that is one, such as docx or xlsx", null, "PK\u0003\u0004"),

	GZIP("gzip data", null, "\u001f\u008b"),

	ELF("a Linux program", null, "\u007fELF"),

	SQLITE("a SQLite database", null, "SQLite format 3"),

	CLASS("a Java class", null, "\u00ca\u00fe\u00ba\u00be"),

	BINARY("binary data", null, "\0");

	private final String description;

	private final @Nullable String pictureType;

	private final byte[] beginning;

	FileKind(String description, @Nullable String pictureType, String beginning) {
		this.description = description;
		this.pictureType = pictureType;
		this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * Tell what a file is.
	 * @param content its content, or the beginning of it
	 * @return what it is, {@code null} for text
	 */
	static @Nullable FileKind of(byte[] content) {
		for (FileKind kind : values()) {
			if (content.length >= kind.beginning.length
					&& Arrays.equals(content, 0, kind.beginning.length, kind.beginning, 0, kind.beginning.length)) {
				return kind;
			}
		}
		return hasZero(content) ? BINARY : null;
	}

	private static boolean hasZero(byte[] content) {
		for (byte value : content) {
			if (value == 0) {
				return true;
			}
		}
		return false;
	}

	String description() {
		return this.description;
	}

	/** Its type if it is a picture that models can see. */
	@Nullable String pictureType() {
		return this.pictureType;
	}

}
