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
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

import io.agentbay.local.sandbox.Location;
import io.agentbay.local.sandbox.Sandbox;
import io.agentbay.local.sandbox.Utf8;

/**
 * The filesystem tools that read and write.
 */
final class ContentWork {

	private static final int LONGEST_CHARACTER = 4;

	private final int maxReadBytes;

	ContentWork(int maxReadBytes) {
		this.maxReadBytes = maxReadBytes;
	}

	ToolResult read(Sandbox sandbox, Arguments arguments) throws IOException {
		Location location = sandbox.paths().toRead(arguments.text("path"));
		long offset = notNegative("offset", arguments.integer("offset", 0));
		long length = notNegative("length", arguments.integer("length", 0));
		if (arguments.text("format", "text").equals("binary")) {
			return ToolResult.of(Base64.getEncoder().encodeToString(bytes(location, offset, length)));
		}
		return ToolResult.of(text(location, offset, length));
	}

	ToolResult readMany(Sandbox sandbox, Arguments arguments) throws IOException {
		if (arguments.texts("paths").isEmpty()) {
			throw new ToolException("Argument 'paths' must not be empty");
		}
		StringBuilder sections = new StringBuilder();
		for (String path : arguments.texts("paths")) {
			sections.append(path).append(":\n");
			try {
				sections.append(text(sandbox.paths().toRead(path), 0, 0));
			}
			catch (ToolException ex) {
				sections.append("Error: ").append(ex.getMessage());
			}
			sections.append("\n\n---\n");
			if (sections.length() > this.maxReadBytes) {
				throw new ToolException(
						"The files hold more than the %s bytes that one call can return".formatted(this.maxReadBytes));
			}
		}
		return ToolResult.of(sections.toString());
	}

	ToolResult write(Sandbox sandbox, Arguments arguments) throws IOException {
		Location location = sandbox.paths().toWrite(arguments.text("path"));
		byte[] content = arguments.text("content").getBytes(StandardCharsets.UTF_8);
		if (arguments.flag("create_parent_dir") && location.host().getParent() != null) {
			Files.createDirectories(location.host().getParent());
		}
		DirectoryWork.requireParent(location);
		if (Files.exists(location.host(), LinkOption.NOFOLLOW_LINKS)) {
			requireFile(location);
		}
		write(sandbox, location, content, options(arguments.text("mode", "overwrite")));
		return ToolResult.of("Wrote %s bytes to %s".formatted(content.length, location.name()));
	}

	/**
	 * What is in the file, with one character for each byte: not every text is UTF-8, and
	 * what nobody wants to change has to stay as it is.
	 */
	static String wholeContent(Location location, int maxBytes) throws IOException {
		return new String(bytes(location, 0, 0, maxBytes), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Replace what is in the file.
	 */
	static void replace(Sandbox sandbox, Location location, String content) throws IOException {
		write(sandbox, location, content.getBytes(StandardCharsets.ISO_8859_1), options("overwrite"));
	}

	private static void write(Sandbox sandbox, Location location, byte[] content, Set<OpenOption> options)
			throws IOException {
		sandbox.reserve(content.length);
		try (SeekableByteChannel channel = Files.newByteChannel(location.host(), options)) {
			ByteBuffer buffer = ByteBuffer.wrap(content);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
		}
		catch (FileAlreadyExistsException ex) {
			throw new ToolException("The file exists already: " + location.name());
		}
	}

	private static Set<OpenOption> options(String mode) {
		return switch (mode) {
			case "append" -> Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS, StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
			case "create_new" ->
				Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS, StandardOpenOption.CREATE_NEW);
			default -> Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS, StandardOpenOption.CREATE,
					StandardOpenOption.TRUNCATE_EXISTING);
		};
	}

	/**
	 * A part of a text. A character belongs to the part in which its first byte lies, so
	 * that parts that follow each other make up the whole text.
	 */
	private String text(Location location, long offset, long length) throws IOException {
		byte[] bytes = bytes(location, offset, (length > 0) ? length + LONGEST_CHARACTER - 1 : 0);
		int start = 0;
		while (offset > 0 && start < Math.min(bytes.length, LONGEST_CHARACTER - 1)
				&& Utf8.isContinuation(bytes[start])) {
			start++;
		}
		int end = (length > 0) ? (int) Math.min(length, bytes.length) : bytes.length;
		while (end < bytes.length && Utf8.isContinuation(bytes[end])) {
			end++;
		}
		return (start < end) ? new String(bytes, start, end - start, StandardCharsets.UTF_8) : "";
	}

	private byte[] bytes(Location location, long offset, long length) throws IOException {
		return bytes(location, offset, length, this.maxReadBytes);
	}

	private static byte[] bytes(Location location, long offset, long length, int maxBytes) throws IOException {
		DirectoryWork.requireEntry(location);
		requireFile(location);
		try (SeekableByteChannel channel = Files.newByteChannel(location.host(),
				Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
			long available = Math.max(0, channel.size() - offset);
			long wanted = (length > 0) ? Math.min(length, available) : available;
			if (wanted > maxBytes) {
				throw new ToolException("%s has more than the %s bytes that are read at once; use offset and length"
					.formatted(location.name(), maxBytes));
			}
			ByteBuffer buffer = ByteBuffer.allocate((int) wanted);
			channel.position(offset);
			while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
				continue;
			}
			return Arrays.copyOf(buffer.array(), buffer.position());
		}
	}

	private static void requireFile(Location location) {
		if (!Files.isRegularFile(location.host(), LinkOption.NOFOLLOW_LINKS)) {
			throw new ToolException("Not a file: " + location.name());
		}
	}

	private static long notNegative(String name, long value) {
		if (value < 0) {
			throw new ToolException("Argument '" + name + "' must not be negative: " + value);
		}
		return value;
	}

}
