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
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.agentbay.local.sandbox.Location;
import io.agentbay.local.sandbox.Sandbox;
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
		Location location = sandbox.paths().toWrite(arguments.text("path"));
		try {
			Files.createDirectories(location.host());
		}
		catch (FileAlreadyExistsException ex) {
			throw new ToolException("Not a directory: " + location.name());
		}
		return ToolResult.of("Directory exists: " + location.name());
	}

	ToolResult delete(Sandbox sandbox, Arguments arguments) throws IOException {
		Location location = sandbox.paths().toEntry(arguments.text("path"));
		requireEntry(location);
		if (Files.isDirectory(location.host(), LinkOption.NOFOLLOW_LINKS) && !isEmpty(location.host())) {
			throw new ToolException(
					"The directory is not empty: " + location.name() + " (the tool 'shell' can run rm -r)");
		}
		Files.delete(location.host());
		return ToolResult.of("Deleted: " + location.name());
	}

	ToolResult move(Sandbox sandbox, Arguments arguments) throws IOException {
		Location source = sandbox.paths().toEntry(arguments.text("source"));
		Location destination = sandbox.paths().toEntry(arguments.text("destination"));
		requireEntry(source);
		if (Files.exists(destination.host(), LinkOption.NOFOLLOW_LINKS)) {
			throw new ToolException("The destination exists already: " + destination.name());
		}
		if (destination.host().startsWith(source.host())) {
			throw new ToolException("A directory cannot be moved into itself: " + destination.name());
		}
		requireParent(destination);
		Files.move(source.host(), destination.host());
		return ToolResult.of("Moved: " + source.name() + " to " + destination.name());
	}

	ToolResult list(Sandbox sandbox, Arguments arguments) throws IOException {
		Location location = sandbox.paths().toRead(arguments.text("path"));
		requireEntry(location);
		List<String> names = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(location.host())) {
			entries.forEach((entry) -> names.add(entry.getFileName().toString()));
		}
		catch (NotDirectoryException ex) {
			throw new ToolException("Not a directory: " + location.name());
		}
		if (names.isEmpty()) {
			return ToolResult.of("The directory is empty");
		}
		names.sort(null);
		List<String> lines = new ArrayList<>();
		for (String name : names) {
			lines.add((isDirectory(sandbox, location.name() + "/" + name) ? "[DIR] " : "[FILE] ") + onOneLine(name));
		}
		return ToolResult.of(String.join("\n", lines));
	}

	ToolResult info(Sandbox sandbox, Arguments arguments) throws IOException {
		Location location = sandbox.paths().toRead(arguments.text("path"));
		requireEntry(location);
		BasicFileAttributes attributes = Files.readAttributes(location.host(), BasicFileAttributes.class,
				LinkOption.NOFOLLOW_LINKS);
		String name = location.name().substring(location.name().lastIndexOf('/') + 1);
		return ToolResult.of("""
				name: %s
				path: %s
				size: %s
				isDirectory: %s
				isFile: %s
				permissions: %s
				created: %s
				modified: %s""".formatted(name.isEmpty() ? "/" : onOneLine(name), onOneLine(location.name()),
				attributes.size(), attributes.isDirectory(), attributes.isRegularFile(), permissions(location.host()),
				attributes.creationTime(), attributes.lastModifiedTime()));
	}

	ToolResult changes(Sandbox sandbox, Arguments arguments) throws IOException {
		Location location = directory(sandbox, arguments.text("path"));
		return ToolResult.of(this.mapper.writeValueAsString(sandbox.changes().since(location)));
	}

	/**
	 * A name in an answer that has one name a line. As programs that list directories do
	 * it, what would begin another line is shown as a question mark.
	 */
	static String onOneLine(String name) {
		return LINE_ENDS.matcher(name).replaceAll("?");
	}

	static Location directory(Sandbox sandbox, String path) throws IOException {
		Location location = sandbox.paths().toRead(path);
		requireEntry(location);
		if (!Files.isDirectory(location.host())) {
			throw new ToolException("Not a directory: " + location.name());
		}
		return location;
	}

	static void requireEntry(Location location) {
		if (!Files.exists(location.host(), LinkOption.NOFOLLOW_LINKS)) {
			throw new ToolException("No such file or directory: " + location.name());
		}
	}

	static void requireParent(Location location) {
		Path parent = location.host().getParent();
		if (parent == null || !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
			throw new ToolException("The parent directory does not exist: " + location.name());
		}
	}

	private static boolean isDirectory(Sandbox sandbox, String path) {
		try {
			return Files.isDirectory(sandbox.paths().toRead(path).host(), LinkOption.NOFOLLOW_LINKS);
		}
		catch (IOException ex) {
			// A link to where the session may not look, or one of its devices.
			return false;
		}
	}

	private static boolean isEmpty(Path directory) throws IOException {
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
			return !entries.iterator().hasNext();
		}
	}

	private static String permissions(Path path) throws IOException {
		int mode = 0;
		Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
		for (PosixFilePermission permission : PosixFilePermission.values()) {
			mode = (mode << 1) | (permissions.contains(permission) ? 1 : 0);
		}
		return String.format(Locale.ROOT, "%03o", mode);
	}

}
