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

import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/**
 * Runs commands.
 */
final class CommandTools {

	private static final String REST = "to see all, write the output to a file and read it in parts";

	private final ToolWork work;

	CommandTools(ToolWork work) {
		this.work = work;
	}

	@Tool(name = "run_command", resultConverter = PlainTextConverter.class, description = """
			Run a shell command (bash) on your own Linux computer and wait until it ends. Returns the exit code, then \
			standard output and standard error. Every command is a new process that begins in the home directory: \
			changed directories and variables do not carry over, files do. Nobody can answer questions that a \
			command asks. A command that takes too long is ended: start what takes long in the background, with its \
			output in a file.""")
	String runCommand(@ToolParam(description = "The command line") String command, @ToolParam(required = false,
			description = "Directory to run it in. Default: the home directory") @Nullable String directory) {
		CommandOptions options = CommandOptions.defaults().withTimeout(this.work.limits().time());
		String path = ToolWork.path(directory);
		CommandResult result = this.work.session()
			.command()
			.run(command, path.equals(".") ? options : options.withWorkingDirectory(path));
		String first = result.timedOut() ? "The command was ended because it took longer than %s seconds"
			.formatted(this.work.limits().time().toMillis() / 1000.0) : "Exit code: " + result.exitCode();
		ToolAnswer answer = this.work.answer(first);
		if (result.stdout().isEmpty() && result.stderr().isEmpty()) {
			return answer.line("No output").toString();
		}
		answer.with("Standard output", result.stdout(), REST).with("Standard error", result.stderr(), REST);
		return (result.truncated() ? answer.line("[the computer kept only a part of the output]") : answer).toString();
	}

}
