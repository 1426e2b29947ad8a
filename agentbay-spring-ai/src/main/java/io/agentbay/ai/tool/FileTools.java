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
import java.util.List;
import java.util.stream.Collectors;

import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.filesystem.FileEdit;
import io.agentbay.filesystem.FileInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/**
 * Reads, changes and finds files.
 */
final class FileTools {

	private static final String PATH = "Absolute, or relative to the home directory";

	private static final int MAX_MATCHES = 200;

	private final ToolWork work;

	FileTools(ToolWork work) {
		this.work = work;
	}

	@Tool(name = "read_file", resultConverter = PlainTextConverter.class, description = """
			Read a text file on your computer, all of it or some lines. Of a long text the middle is left out. \
			A picture is shown to you.""")
	String readFile(@ToolParam(description = PATH) String path,
			@ToolParam(required = false, description = "First line to read, from 1") @Nullable Integer fromLine,
			@ToolParam(required = false, description = "How many lines to read") @Nullable Integer lines) {
		String file = ToolWork.path(path);
		FileInfo info = this.work.session().fileSystem().info(file);
		if (info.directory()) {
			return "Error: %s is a directory; list_files lists it".formatted(path);
		}
		if (info.size() > this.work.limits().maxFileSize()) {
			return "Error: %s has %s bytes, and at most %s can be read at once; use commands such as head, sed -n or grep"
				.formatted(path, info.size(), this.work.limits().maxFileSize());
		}
		byte[] content = this.work.session().fileSystem().readBytes(file);
		FileKind kind = FileKind.of(content);
		if (kind == null) {
			return lines(new String(content, StandardCharsets.UTF_8), fromLine, lines);
		}
		String type = kind.pictureType();
		return (type != null) ? this.work.picture(path, type, content)
				: "%s is %s of %s bytes, no text; run commands or code to work with it".formatted(path,
						kind.description(), content.length);
	}

	private String lines(String text, @Nullable Integer fromLine, @Nullable Integer count) {
		if (text.isEmpty()) {
			return "The file is empty";
		}
		String rest = "read them by fromLine and lines";
		if (fromLine == null && count == null) {
			return this.work.shortened(text, rest);
		}
		List<String> all = text.lines().toList();
		int from = (fromLine != null) ? Math.max(1, fromLine) : 1;
		if (from > all.size()) {
			return "The file has only %s lines".formatted(all.size());
		}
		int to = (int) Math.min(all.size(), (count != null) ? from - 1L + Math.max(1, count) : all.size());
		return "Lines %s to %s of %s:\n".formatted(from, to, all.size())
				+ this.work.shortened(String.join("\n", all.subList(from - 1, to)), rest);
	}

	@Tool(name = "write_file", resultConverter = PlainTextConverter.class, description = """
			Write a text file on your computer, replacing what it held. Directories that are missing are made.""")
	String writeFile(@ToolParam(description = PATH) String path,
			@ToolParam(description = "The whole new content") String content) {
		this.work.session().fileSystem().writeWithParents(ToolWork.path(path), content);
		return "Wrote %s characters to %s".formatted(content.length(), path);
	}

	@Tool(name = "edit_file", resultConverter = PlainTextConverter.class, description = """
			Replace a piece of text in a file on your computer, where it first occurs. Better than writing a long \
			file anew. Returns the changed lines.""")
	String editFile(@ToolParam(description = PATH) String path, @ToolParam(
			description = "The exact text to replace, with enough around it to be found only once") String oldText,
			@ToolParam(description = "What takes its place") String newText) {
		List<FileEdit> edits = List.of(new FileEdit(oldText, newText));
		return this.work.shortened(this.work.session().fileSystem().edit(ToolWork.path(path), edits),
				"read the file to see them");
	}

	@Tool(name = "list_files", resultConverter = PlainTextConverter.class, description = """
			List a directory on your computer. Returns one name a line; those of directories end in a slash.""")
	String listFiles(@ToolParam(required = false,
			description = "The directory. Default: the home directory") @Nullable String path) {
		List<DirectoryEntry> entries = this.work.session().fileSystem().list(ToolWork.path(path));
		String shown = entries.stream()
			.map((entry) -> entry.directory() ? entry.name() + "/" : entry.name())
			.collect(Collectors.joining("\n"));
		return shown.isEmpty() ? "The directory is empty" : this.work.shortened(shown, "search_files finds names");
	}

	@Tool(name = "search_files", resultConverter = PlainTextConverter.class, description = """
			Find files on your computer, in a directory and all below it: by name, or by a text in them. Returns one \
			path a line, with number and line for a text.""")
	String searchFiles(
			@ToolParam(required = false,
					description = "What the name is like, for example *.csv") @Nullable String name,
			@ToolParam(required = false, description = "A text that the files contain") @Nullable String text,
			@ToolParam(required = false,
					description = "The directory to begin in. Default: the home directory") @Nullable String path) {
		String directory = ToolWork.path(path);
		String pattern = (name == null || name.isBlank()) ? "*" : name;
		if (text != null && !text.isEmpty()) {
			return containing(text, pattern, directory);
		}
		List<String> paths = this.work.session().fileSystem().search(directory, pattern);
		return paths.isEmpty() ? "No file is named like this"
				: this.work.shortened(String.join("\n", paths), "begin in a directory further down");
	}

	private String containing(String text, String pattern, String directory) {
		String command = "grep -rnIF --include=%s -e %s -- %s | head -n %s".formatted(quoted(pattern), quoted(text),
				quoted(directory), MAX_MATCHES + 1);
		CommandResult result = this.work.session()
			.command()
			.run(command, CommandOptions.defaults().withTimeout(this.work.limits().time()));
		if (result.timedOut()) {
			return "Error: the search took too long; begin in a directory further down";
		}
		if (result.stdout().isEmpty()) {
			return result.stderr().isBlank() ? "No file contains this" : "Error: " + ToolText.clean(result.stderr());
		}
		String matches = result.stdout().lines().limit(MAX_MATCHES).collect(Collectors.joining("\n"));
		String more = (result.stdout().lines().count() > MAX_MATCHES)
				? "\n[more than %s lines; search for something rarer]".formatted(MAX_MATCHES) : "";
		return this.work.shortened(matches, "search for something rarer") + more;
	}

	/** One word for a shell, whatever it contains. */
	private static String quoted(String word) {
		return "'" + word.replace("'", "'\\''") + "'";
	}

}
