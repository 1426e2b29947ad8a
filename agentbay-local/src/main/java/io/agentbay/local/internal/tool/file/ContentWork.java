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
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.process.Utf8;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;

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
		long offset = notNegative("offset", arguments.integer("offset", 0));
		long length = notNegative("length", arguments.integer("length", 0));
		try (Place place = sandbox.paths().open(arguments.text("path"))) {
			if (arguments.text("format", "text").equals("binary")) {
				return ToolResult.of(Base64.getEncoder().encodeToString(bytes(place, offset, length)));
			}
			return ToolResult.of(text(place, offset, length));
		}
	}

	ToolResult readMany(Sandbox sandbox, Arguments arguments) throws IOException {
		if (arguments.texts("paths").isEmpty()) {
			throw new ToolException("Argument 'paths' must not be empty");
		}
		StringBuilder sections = new StringBuilder();
		for (String path : arguments.texts("paths")) {
			sections.append(path).append(":\n");
			try (Place place = sandbox.paths().open(path)) {
				sections.append(text(place, 0, 0));
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
		byte[] content = arguments.text("content").getBytes(StandardCharsets.UTF_8);
		String mode = arguments.text("mode", "overwrite");
		try (Place found = sandbox.paths().open(arguments.text("path"))) {
			found.writable();
			if (!found.hasParent() && arguments.flag("create_parent_dir")) {
				try (Place place = found.withParent(sandbox.paths())) {
					return write(sandbox, place, content, mode);
				}
			}
			DirectoryWork.requireParent(found);
			return write(sandbox, found, content, mode);
		}
	}

	private static ToolResult write(Sandbox sandbox, Place place, byte[] content, String mode) throws IOException {
		if (place.exists()) {
			requireFile(place);
		}
		write(sandbox, place, content, options(mode));
		return ToolResult.of("Wrote %s bytes to %s".formatted(content.length, place.name()));
	}

	/**
	 * What is in the file, with one character for each byte: not every text is UTF-8, and
	 * what nobody wants to change has to stay as it is.
	 */
	static String wholeContent(Place place, int maxBytes) throws IOException {
		return new String(bytes(place, 0, 0, maxBytes), StandardCharsets.ISO_8859_1);
	}

	/**
	 * Replace what is in the file.
	 */
	static void replace(Sandbox sandbox, Place place, String content) throws IOException {
		write(sandbox, place, content.getBytes(StandardCharsets.ISO_8859_1), options("overwrite"));
	}

	private static void write(Sandbox sandbox, Place place, byte[] content, OpenOption... options) throws IOException {
		sandbox.reserve(content.length);
		try (SeekableByteChannel channel = place.open(options)) {
			ByteBuffer buffer = ByteBuffer.wrap(content);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
		}
		catch (FileAlreadyExistsException ex) {
			throw new ToolException("The file exists already: " + place.name());
		}
	}

	private static OpenOption[] options(String mode) {
		return switch (mode) {
			case "append" ->
				new OpenOption[] { StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.APPEND };
			case "create_new" -> new OpenOption[] { StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW };
			default -> new OpenOption[] { StandardOpenOption.WRITE, StandardOpenOption.CREATE,
					StandardOpenOption.TRUNCATE_EXISTING };
		};
	}

	/**
	 * A part of a text. A character belongs to the part in which its first byte lies, so
	 * that parts that follow each other make up the whole text.
	 */
	private String text(Place place, long offset, long length) throws IOException {
		byte[] bytes = bytes(place, offset, (length > 0) ? length + LONGEST_CHARACTER - 1 : 0);
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

	private byte[] bytes(Place place, long offset, long length) throws IOException {
		return bytes(place, offset, length, this.maxReadBytes);
	}

	private static byte[] bytes(Place place, long offset, long length, int maxBytes) throws IOException {
		DirectoryWork.requireEntry(place);
		requireFile(place);
		try (SeekableByteChannel channel = place.open(StandardOpenOption.READ)) {
			long available = Math.max(0, channel.size() - offset);
			long wanted = (length > 0) ? Math.min(length, available) : available;
			if (wanted > maxBytes) {
				throw new ToolException("%s has more than the %s bytes that are read at once; use offset and length"
					.formatted(place.name(), maxBytes));
			}
			ByteBuffer buffer = ByteBuffer.allocate((int) wanted);
			channel.position(offset);
			while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
				continue;
			}
			return Arrays.copyOf(buffer.array(), buffer.position());
		}
	}

	private static void requireFile(Place place) {
		if (!place.isFile()) {
			throw new ToolException("Not a file: " + place.name());
		}
	}

	private static long notNegative(String name, long value) {
		if (value < 0) {
			throw new ToolException("Argument '" + name + "' must not be negative: " + value);
		}
		return value;
	}

}
