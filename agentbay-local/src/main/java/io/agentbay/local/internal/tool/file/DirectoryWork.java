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
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * The filesystem tools that deal with names rather than content.
 */
final class DirectoryWork {

	private static final Pattern LINE_ENDS = Pattern.compile("[\\n\\r\\u000B\\f\\u0085\\u2028\\u2029]");

	private final JsonMapper mapper;

	DirectoryWork(JsonMapper mapper) {
		this.mapper = mapper;
	}

	ToolResult create(Sandbox sandbox, Arguments arguments) throws IOException {
		try (Place place = sandbox.paths().open(arguments.text("path"))) {
			if (!place.isDirectory()) {
				place.writable().createDirectories();
			}
			return ToolResult.of("Directory exists: " + place.name());
		}
		catch (FileAlreadyExistsException ex) {
			throw new ToolException("Not a directory: " + ex.getFile());
		}
	}

	ToolResult delete(Sandbox sandbox, Arguments arguments) throws IOException {
		try (Place place = sandbox.paths().openEntry(arguments.text("path"))) {
			place.changeable();
			requireEntry(place);
			try {
				place.delete();
			}
			catch (DirectoryNotEmptyException ex) {
				throw new ToolException(
						"The directory is not empty: " + place.name() + " (the tool 'shell' can run rm -r)");
			}
			return ToolResult.of("Deleted: " + place.name());
		}
	}

	ToolResult move(Sandbox sandbox, Arguments arguments) throws IOException {
		try (Place source = sandbox.paths().openEntry(arguments.text("source"));
				Place destination = sandbox.paths().openEntry(arguments.text("destination"))) {
			source.changeable();
			destination.changeable();
			requireEntry(source);
			if (destination.exists()) {
				throw new ToolException("The destination exists already: " + destination.name());
			}
			if ((destination.name() + "/").startsWith(source.name() + "/")) {
				throw new ToolException("A directory cannot be moved into itself: " + destination.name());
			}
			requireParent(destination);
			source.moveTo(destination);
			return ToolResult.of("Moved: " + source.name() + " to " + destination.name());
		}
	}

	ToolResult list(Sandbox sandbox, Arguments arguments) throws IOException {
		try (Place place = directory(sandbox, arguments.text("path"))) {
			List<Place.Entry> entries = place.list();
			if (entries.isEmpty()) {
				return ToolResult.of("The directory is empty");
			}
			String base = place.name().equals("/") ? "/" : place.name() + "/";
			return ToolResult.of(entries.stream()
				.map((entry) -> (isDirectory(sandbox, base, entry) ? "[DIR] " : "[FILE] ") + onOneLine(entry.name()))
				.collect(Collectors.joining("\n")));
		}
	}

	ToolResult info(Sandbox sandbox, Arguments arguments) throws IOException {
		try (Place place = sandbox.paths().open(arguments.text("path"))) {
			requireEntry(place);
			PosixFileAttributes attributes = place.attributes();
			return ToolResult.of("""
					name: %s
					path: %s
					size: %s
					isDirectory: %s
					isFile: %s
					permissions: %s
					created: %s
					modified: %s""".formatted(onOneLine(place.lastName()), onOneLine(place.name()), attributes.size(),
					attributes.isDirectory(), attributes.isRegularFile(), permissions(attributes),
					attributes.creationTime(), attributes.lastModifiedTime()));
		}
	}

	ToolResult changes(Sandbox sandbox, Arguments arguments) throws IOException {
		try (Place place = directory(sandbox, arguments.text("path"))) {
			return ToolResult.of(this.mapper.writeValueAsString(sandbox.changes().since(place)));
		}
	}

	/**
	 * A name in an answer that has one name a line. As programs that list directories do
	 * it, what would begin another line is shown as a question mark.
	 */
	static String onOneLine(String name) {
		return LINE_ENDS.matcher(name).replaceAll("?");
	}

	/**
	 * Hold a directory. The caller has to close it.
	 */
	static Place directory(Sandbox sandbox, String path) throws IOException {
		Place place = sandbox.paths().open(path);
		if (!place.isDirectory()) {
			try (place) {
				requireEntry(place);
				throw new ToolException("Not a directory: " + place.name());
			}
		}
		return place;
	}

	static void requireEntry(Place place) {
		if (!place.exists()) {
			throw new ToolException("No such file or directory: " + place.name());
		}
	}

	static void requireParent(Place place) {
		if (!place.hasParent()) {
			throw new ToolException("The parent directory does not exist: " + place.name());
		}
	}

	private static boolean isDirectory(Sandbox sandbox, String base, Place.Entry entry) {
		if (!entry.attributes().isSymbolicLink()) {
			return entry.attributes().isDirectory();
		}
		try (Place target = sandbox.paths().open(base + entry.name())) {
			return target.isDirectory();
		}
		catch (IOException ex) {
			// A link to where the session may not look, or one of its devices.
			return false;
		}
	}

	private static String permissions(PosixFileAttributes attributes) {
		int mode = 0;
		for (PosixFilePermission permission : PosixFilePermission.values()) {
			mode = (mode << 1) | (attributes.permissions().contains(permission) ? 1 : 0);
		}
		return String.format(Locale.ROOT, "%03o", mode);
	}

}
