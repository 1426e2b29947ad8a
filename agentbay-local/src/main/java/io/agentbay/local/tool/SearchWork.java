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

package io.agentbay.local.tool;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.agentbay.local.sandbox.Location;
import io.agentbay.local.sandbox.Sandbox;

/**
 * The filesystem tool that searches.
 */
final class SearchWork {

	private static final int MAX_MATCHES = 10_000;

	ToolResult search(Sandbox sandbox, Arguments arguments) throws IOException {
		Location location = sandbox.paths().toRead(arguments.text("path"));
		DirectoryWork.requireEntry(location);
		if (!Files.isDirectory(location.host(), LinkOption.NOFOLLOW_LINKS)) {
			throw new ToolException("Not a directory: " + location.name());
		}
		String pattern = arguments.text("pattern").isEmpty() ? "*" : arguments.text("pattern");
		Search search = new Search(location, wildcards(pattern),
				Stream.of("excludePatterns", "exclude_patterns")
					.flatMap((name) -> arguments.texts(name).stream())
					.map(SearchWork::wildcards)
					.toList());
		Files.walkFileTree(location.host(), search);
		Collections.sort(search.matches);
		return ToolResult.of(search.matches.isEmpty() ? "No matches found" : String.join("\n", search.matches));
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

	private static final class Search extends SimpleFileVisitor<Path> {

		private final Location base;

		private final Pattern pattern;

		private final List<Pattern> excluded;

		private final List<String> matches = new ArrayList<>();

		Search(Location base, Pattern pattern, List<Pattern> excluded) {
			this.base = base;
			this.pattern = pattern;
			this.excluded = excluded;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
			if (directory.equals(this.base.host())) {
				return FileVisitResult.CONTINUE;
			}
			return visit(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			visit(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException ex) {
			return FileVisitResult.CONTINUE;
		}

		/**
		 * Look at one entry.
		 * @return false when it is left out
		 */
		private boolean visit(Path path) {
			Path relative = this.base.host().relativize(path);
			String name = relative.getFileName().toString();
			if (this.excluded.stream().anyMatch((exclude) -> matches(exclude, name, relative))) {
				return false;
			}
			if (matches(this.pattern, name, relative)) {
				if (this.matches.size() == MAX_MATCHES) {
					throw new ToolException("More than %s matches: search for less at once".formatted(MAX_MATCHES));
				}
				this.matches.add(DirectoryWork
					.onOneLine((this.base.name().equals("/") ? "" : this.base.name()) + "/" + relative));
			}
			return true;
		}

		private static boolean matches(Pattern pattern, String name, Path relative) {
			String subject = pattern.pattern().contains("/") ? relative.toString() : name;
			return pattern.matcher(subject).matches();
		}

	}

}
