package io.agentbay.ai;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.error.FailureKind;
import io.agentbay.filesystem.FileContentResult;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Result;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Tools with which a model works in one session: it runs commands, and reads and writes
 * files. Who creates the session deletes it.
 *
 * <pre class="code">
 * try (Session session = agentBay.create().session()) {
 *     chatClient.prompt(question).tools(new AgentBayTools(session)).call().content();
 * }
 * </pre>
 *
 * <p>
 * The answers are plain text. What a model can do something about, such as a command that
 * fails or a file that is missing, is told to it; what it cannot, such as a session that
 * is gone, is an exception.
 */
public final class AgentBayTools {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(50);

	private static final int DEFAULT_MAX_LENGTH = 20_000;

	private static final Set<FailureKind> TOLD_TO_THE_MODEL = EnumSet.of(FailureKind.TOOL, FailureKind.INVALID_ARGUMENT,
			FailureKind.NOT_FOUND, FailureKind.TIMEOUT);

	private final Session session;

	private final Duration commandTimeout;

	private final int maxLength;

	/**
	 * Create tools with the default limits: 50 seconds for a command, 20,000 characters
	 * for a text.
	 * @param session the session that the tools work in
	 */
	public AgentBayTools(Session session) {
		this(session, DEFAULT_TIMEOUT, DEFAULT_MAX_LENGTH);
	}

	private AgentBayTools(Session session, Duration commandTimeout, int maxLength) {
		Assert.notNull(session, "'session' must not be null");
		this.session = session;
		this.commandTimeout = commandTimeout;
		this.maxLength = maxLength;
	}

	/**
	 * Return tools whose commands are ended after another time.
	 * @param commandTimeout the longest time for a command
	 * @return changed tools for the same session
	 */
	public AgentBayTools withCommandTimeout(Duration commandTimeout) {
		Assert.notNull(commandTimeout, "'commandTimeout' must not be null");
		Assert.isTrue(commandTimeout.toMillis() > 0, "'commandTimeout' must be at least one millisecond");
		return new AgentBayTools(this.session, commandTimeout, this.maxLength);
	}

	/**
	 * Return tools that answer texts of another length.
	 * @param maxLength the most characters of an output or a file that are answered, at
	 * least 100; of a longer text the middle is left out
	 * @return changed tools for the same session
	 */
	public AgentBayTools withMaxLength(int maxLength) {
		Assert.isTrue(maxLength >= 100, "'maxLength' must be at least 100");
		return new AgentBayTools(this.session, this.commandTimeout, maxLength);
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
		CommandOptions options = CommandOptions.defaults().withTimeout(this.commandTimeout);
		CommandResult result = this.session.command()
			.run(command,
					StringUtils.hasText(workingDirectory) ? options.withWorkingDirectory(workingDirectory) : options);
		boolean ranToItsEnd = result.success() || result.exitCode() >= 0;
		if (!ranToItsEnd && result.output().isEmpty()) {
			return problem(result);
		}
		StringBuilder answer = new StringBuilder();
		if (ranToItsEnd) {
			answer.append("Exit code: ").append(result.exitCode());
		}
		else if (result.failureKind() == FailureKind.TIMEOUT) {
			answer.append("The command was ended because it took longer than ")
				.append(this.commandTimeout.toMillis() / 1000.0)
				.append(" seconds");
		}
		else {
			answer.append(problem(result));
		}
		append(answer, "Standard output", result.stdout());
		append(answer, "Standard error", result.stderr());
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
		FileContentResult result = this.session.fileSystem().read(path);
		return result.success() ? shortened(result.content()) : problem(result);
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
		OperationResult result = this.session.fileSystem().write(path, content);
		return result.success() ? "Wrote %d characters to %s".formatted(content.length(), path) : problem(result);
	}

	private static String problem(Result<?> failed) {
		if (!TOLD_TO_THE_MODEL.contains(failed.outcome().failureKind())) {
			throw failed.outcome().toException();
		}
		return "Error: " + failed.errorMessage();
	}

	private void append(StringBuilder answer, String title, String text) {
		answer.append('\n').append(title).append(text.isEmpty() ? ": none" : ":\n" + shortened(text).stripTrailing());
	}

	/** The beginning tells what it is, the end how it went. */
	private String shortened(String text) {
		if (text.length() <= this.maxLength) {
			return text;
		}
		int head = boundary(text, this.maxLength / 2);
		int tail = boundary(text, text.length() - this.maxLength / 2);
		return text.substring(0, head)
				+ "\n[%d of %d characters are left out here; read them in parts, for example with sed -n]\n"
					.formatted(tail - head, text.length())
				+ text.substring(tail);
	}

	/** Not between the two halves of a character. */
	private static int boundary(String text, int index) {
		return Character.isLowSurrogate(text.charAt(index)) ? index + 1 : index;
	}

}
