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

package io.agentbay.internal.shell;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.internal.text.ShellQuoting;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ShellAnswer;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Runs commands by the tool {@code shell}.
 */
public final class DefaultReactiveCommand implements ReactiveCommand {

	/** What the way to the session and back may take on top of the command's own time. */
	private static final Duration MARGIN = Duration.ofSeconds(15);

	private final SessionTools tools;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 */
	public DefaultReactiveCommand(SessionTools tools) {
		this.tools = tools;
	}

	@Override
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
		return this.tools.answer(call).map((reply) -> ShellAnswer.read(reply).result(command, options.timeout()));
	}

	/** The tool has no parameter for it, so the shell hands it on. */
	private static String fed(String command, String input) {
		return "printf %%s %s | {\n%s\n}".formatted(ShellQuoting.quoted(input), command);
	}

}
