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

package io.agentbay.local.internal.tool.file;

import java.io.IOException;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;

/**
 * The filesystem tool that searches.
 */
final class SearchWork {

	private static final int MAX_MATCHES = 10_000;

	ToolResult search(Sandbox sandbox, Arguments arguments) throws IOException {
		String pattern = arguments.text("pattern").isEmpty() ? "*" : arguments.text("pattern");
		try (Place place = DirectoryWork.directory(sandbox, arguments.text("path"))) {
			Search search = new Search(place.name(), wildcards(pattern),
					Stream.of("excludePatterns", "exclude_patterns")
						.flatMap((name) -> arguments.texts(name).stream())
						.map(SearchWork::wildcards)
						.toList());
			place.walk(search);
			Collections.sort(search.matches);
			return ToolResult.of(search.matches.isEmpty() ? "No matches found" : String.join("\n", search.matches));
		}
	}

	private static Pattern wildcards(String pattern) {
		StringBuilder regex = new StringBuilder();
		pattern.codePoints().forEach((character) -> {
			switch (character) {
				case '*' -> regex.append(".*");
				case '?' -> regex.append('.');
				default -> regex.append(Pattern.quote(Character.toString(character)));
			}
		});
		return Pattern.compile(regex.toString(), Pattern.DOTALL);
	}

	private static final class Search implements Place.Visitor {

		private final String base;

		private final Pattern pattern;

		private final List<Pattern> excluded;

		private final List<String> matches = new ArrayList<>();

		Search(String base, Pattern pattern, List<Pattern> excluded) {
			this.base = base.equals("/") ? "" : base;
			this.pattern = pattern;
			this.excluded = excluded;
		}

		@Override
		public boolean visit(String path, PosixFileAttributes attributes) {
			if (this.excluded.stream().anyMatch((exclude) -> matches(exclude, path))) {
				return false;
			}
			if (matches(this.pattern, path)) {
				if (this.matches.size() == MAX_MATCHES) {
					throw new ToolException("More than %s matches: search for less at once".formatted(MAX_MATCHES));
				}
				this.matches.add(DirectoryWork.onOneLine(this.base + "/" + path));
			}
			return true;
		}

		private static boolean matches(Pattern pattern, String path) {
			String subject = pattern.pattern().contains("/") ? path : path.substring(path.lastIndexOf('/') + 1);
			return pattern.matcher(subject).matches();
		}

	}

}
