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

package io.agentbay.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.internal.shell.ShellAnswer;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Runs commands in a session. Each command is a process of its own: working directory and
 * variables do not carry over to the next one. A command is run at most once; when its
 * answer is lost, the call ends with an
 * {@link io.agentbay.error.OutcomeUnknownException}.
 */
public final class ReactiveCommand {

	/** What the way to the session and back may take on top of the command's own time. */
	private static final Duration MARGIN = Duration.ofSeconds(15);

	private final SessionTools tools;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 */
	public ReactiveCommand(SessionTools tools) {
		this.tools = tools;
	}

	/**
	 * Run a command with the default options: tool {@code shell}.
	 * @param command the command, for the session's shell
	 * @return how it ended
	 * @throws IllegalArgumentException if the command is blank
	 */
	public Mono<CommandResult> run(String command) {
		return run(command, CommandOptions.defaults());
	}

	/**
	 * Run a command: tool {@code shell}. Cancelling the subscription does not end the
	 * command.
	 * @param command the command, for the session's shell
	 * @param options how to run it
	 * @return how it ended
	 * @throws IllegalArgumentException if the command is blank
	 */
	public Mono<CommandResult> run(String command, CommandOptions options) {
		Assert.hasText(command, "'command' must not be empty");
		Assert.notNull(options, "'options' must not be null");
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("command", (options.input() != null) ? fed(command, options.input()) : command);
		arguments.put("timeout_ms", options.timeout().toMillis());
		if (options.workingDirectory() != null) {
			arguments.put("cwd", options.workingDirectory());
		}
		if (!options.environment().isEmpty()) {
			arguments.put("envs", options.environment());
		}
		ToolCall call = ToolCall.of("shell", arguments).withReadTimeout(options.timeout().plus(MARGIN));
		return this.tools.call(call).map(ShellAnswer::read);
	}

	/** The tool has no parameter for it, so the shell hands it on. */
	private static String fed(String command, String input) {
		return "printf %%s '%s' | {\n%s\n}".formatted(input.replace("'", "'\\''"), command);
	}

}
