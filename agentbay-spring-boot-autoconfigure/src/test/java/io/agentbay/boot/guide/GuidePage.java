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
package io.agentbay.boot.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of the guide, whose properties the tests run with.
 *
 * @param text what is written there
 */
record GuidePage(String text) {

	static GuidePage of(String name) {
		try {
			return new GuidePage(Files.readString(Path.of("..", "docs", "guide", name + ".md")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The lines of the block of properties that has such a line. */
	String[] properties(String line) {
		return blocks("properties").stream()
			.filter((block) -> block.lines().anyMatch(line::equals))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No block of properties has the line " + line))
			.lines()
			.toArray(String[]::new);
	}

	/** All blocks in a language. */
	List<String> blocks(String language) {
		return Pattern.compile("(?s)```" + language + "\n(.*?)```")
			.matcher(this.text)
			.results()
			.map((block) -> block.group(1))
			.toList();
	}

}
