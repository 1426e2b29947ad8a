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

package io.agentbay.ai;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.filesystem.FileEdit;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Tools with which a model works in one session: it runs commands, and reads, changes and
 * finds files. Who creates the session deletes it; {@link ConversationTools} find a
 * session for each conversation.
 *
 * <pre class="code">
 * try (Session session = agentBay.create()) {
 *     chatClient.prompt(question).tools(new AgentBayTools(session)).call().content();
 * }
 * </pre>
 *
 * <p>
 * The answers are plain text. What a model can do something about, such as a command that
 * fails or a file that is missing, is told to it; what it cannot, such as a session that
 * is gone, is an exception.
 *
 * @since 0.1.0
 */
public final class AgentBayTools {

	private final Session session;

	private final ToolLimits limits;

	/**
	 * Create tools with the default limits: 50 seconds for a command, 20,000 characters
	 * for a text.
	 * @param session the session that the tools work in
	 */
	public AgentBayTools(Session session) {
		this(session, ToolLimits.DEFAULT);
	}

	private AgentBayTools(Session session, ToolLimits limits) {
		Assert.notNull(session, "'session' must not be null");
		this.session = session;
		this.limits = limits;
	}

	/**
	 * Return tools whose commands are ended after another time.
	 * @param commandTimeout the longest time for a command
	 * @return changed tools for the same session
	 */
	public AgentBayTools withCommandTimeout(Duration commandTimeout) {
		return new AgentBayTools(this.session, this.limits.withTime(commandTimeout, "commandTimeout"));
	}

	/**
	 * Return tools that answer texts of another length.
	 * @param maxLength the most characters of an output or a file that are answered, at
	 * least 100; of a longer text the middle is left out
	 * @return changed tools for the same session
	 */
	public AgentBayTools withMaxLength(int maxLength) {
		return new AgentBayTools(this.session, this.limits.withMaxLength(maxLength));
	}

	/**
	 * Run a command.
	 * @param command the command
	 * @param workingDirectory the directory that it runs in, {@code null} for the home
	 * directory
	 * @return its exit code and what it wrote
	 */
	@Tool(name = "run_command", resultConverter = PlainTextConverter.class, description = """
			Run a shell command on the Linux computer of this session and wait until it ends. Returns its exit code, \
			standard output and standard error. Every command is a new process that begins in the home directory: \
			changed directories and variables do not carry over, files do. Nobody can answer questions that the \
			command asks. A command that takes too long is ended.""")
	public String runCommand(@ToolParam(description = "The command line, for /bin/sh") String command,
			@ToolParam(required = false, description = "Directory to run the command in, absolute or relative to "
					+ "the home directory. Default: the home directory") @Nullable String workingDirectory) {
		CommandOptions options = CommandOptions.defaults().withTimeout(this.limits.time());
		return ToolAnswers.of(() -> shown(this.session.command()
			.run(command,
					StringUtils.hasText(workingDirectory) ? options.withWorkingDirectory(workingDirectory) : options)));
	}

	private String shown(CommandResult result) {
		StringBuilder answer = new StringBuilder();
		if (result.timedOut()) {
			answer.append("The command was ended because it took longer than ")
				.append(this.limits.time().toMillis() / 1000.0)
				.append(" seconds");
		}
		else {
			answer.append("Exit code: ").append(result.exitCode());
		}
		this.limits.answers().append(answer, "Standard output", result.stdout());
		this.limits.answers().append(answer, "Standard error", result.stderr());
		return answer.toString();
	}

	/**
	 * Read a text file.
	 * @param path the file
	 * @return its content
	 */
	@Tool(name = "read_file", resultConverter = PlainTextConverter.class, description = """
			Read a text file on the computer of this session. Returns its content; of a long file the middle is left \
			out.""")
	public String readFile(
			@ToolParam(description = "The file, absolute or relative to the home directory") String path) {
		return ToolAnswers.of(() -> this.limits.answers().shortened(this.session.fileSystem().read(path)));
	}

	/**
	 * Write a text file.
	 * @param path the file
	 * @param content its new content
	 * @return whether it was written
	 */
	@Tool(name = "write_file", resultConverter = PlainTextConverter.class, description = """
			Write a text file on the computer of this session, replacing what it held. Its directory must exist.""")
	public String writeFile(
			@ToolParam(description = "The file, absolute or relative to the home directory") String path,
			@ToolParam(description = "The whole new content of the file") String content) {
		return ToolAnswers.of(() -> {
			this.session.fileSystem().write(path, content);
			return "Wrote %s characters to %s".formatted(content.length(), path);
		});
	}

	/**
	 * Replace text in a file.
	 * @param path the file
	 * @param oldText the text to replace, where it first occurs
	 * @param newText what takes its place
	 * @return what has changed
	 */
	@Tool(name = "edit_file", resultConverter = PlainTextConverter.class, description = """
			Replace a piece of text in a file on the computer of this session, where it first occurs. Better than \
			writing a long file anew. Returns the changed lines.""")
	public String editFile(@ToolParam(description = "The file, absolute or relative to the home directory") String path,
			@ToolParam(description = "The exact text to replace, with enough around it to be found only "
					+ "once") String oldText,
			@ToolParam(description = "What takes its place") String newText) {
		List<FileEdit> edits = List.of(new FileEdit(oldText, newText));
		return ToolAnswers.of(() -> this.limits.answers().shortened(this.session.fileSystem().edit(path, edits)));
	}

	/**
	 * List a directory.
	 * @param path the directory
	 * @return its entries, one a line
	 */
	@Tool(name = "list_directory", resultConverter = PlainTextConverter.class, description = """
			List a directory on the computer of this session. Returns one name a line; those of directories end in \
			a slash.""")
	public String listDirectory(
			@ToolParam(description = "The directory, absolute or relative to the home directory") String path) {
		return ToolAnswers.of(() -> {
			List<DirectoryEntry> entries = this.session.fileSystem().list(path);
			String shown = entries.stream().map(AgentBayTools::shown).collect(Collectors.joining("\n"));
			return shown.isEmpty() ? "The directory is empty" : this.limits.answers().shortened(shown);
		});
	}

	private static String shown(DirectoryEntry entry) {
		return entry.directory() ? entry.name() + "/" : entry.name();
	}

	/**
	 * Find files by their names.
	 * @param path the directory to begin in
	 * @param pattern what the names must be like
	 * @return the files, one a line
	 */
	@Tool(name = "search_files", resultConverter = PlainTextConverter.class, description = """
			Find files by their names on the computer of this session, in a directory and all below it. Returns one \
			path a line. To search in the contents of files, run grep as a command.""")
	public String searchFiles(@ToolParam(
			description = "The directory to begin in, absolute or relative to the home " + "directory") String path,
			@ToolParam(description = "What the name must be like; * stands for any characters, for example "
					+ "*.csv") String pattern) {
		return ToolAnswers.of(() -> {
			List<String> paths = this.session.fileSystem().search(path, pattern);
			return paths.isEmpty() ? "No file is named like this"
					: this.limits.answers().shortened(String.join("\n", paths));
		});
	}

}
