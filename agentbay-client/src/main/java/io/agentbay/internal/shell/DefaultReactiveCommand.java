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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.command.CommandStatus;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.command.ReactiveCommandHandle;
import io.agentbay.command.StartOptions;
import io.agentbay.error.FailureKind;
import io.agentbay.error.NotFoundException;
import io.agentbay.internal.observe.Awaited;
import io.agentbay.internal.text.Durations;
import io.agentbay.internal.text.Sendable;
import io.agentbay.internal.text.SessionPath;
import io.agentbay.internal.text.ShellQuoting;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ShellAnswer;
import io.agentbay.internal.tool.ShellFiles;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Runs commands by the tool {@code shell}.
 */
public final class DefaultReactiveCommand implements ReactiveCommand {

	/** What the way to the session and back may take on top of the command's own time. */
	private static final Duration MARGIN = Duration.ofSeconds(15);

	/** How many bytes of input, in quotation marks, are put into the command itself. */
	private static final int LONGEST_INPUT = 48 * 1024;

	private final SessionTools tools;

	private final ShellFiles files;

	private final CommandShell shell;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 */
	public DefaultReactiveCommand(SessionTools tools) {
		this.tools = tools;
		this.files = new ShellFiles(tools);
		this.shell = new CommandShell(tools);
	}

	@Override
	public Mono<CommandResult> run(String command, CommandOptions options) {
		check(command, options);
		String input = options.input();
		if (input == null) {
			return run(command, command, options);
		}
		String fed = "printf %%s %s | {\n%s\n}".formatted(ShellQuoting.quoted(input), command);
		return (bytes(fed) - bytes(command) <= LONGEST_INPUT) ? run(command, fed, options)
				: runWithFile(command, input, options);
	}

	@Override
	public Flux<CommandEvent> stream(String command, StartOptions options) {
		check(command, options);
		return Flux.defer(() -> {
			String id = idOf(options);
			ReactiveCommandHandle handle = new DefaultReactiveCommandHandle(this.shell, id, command);
			Flux<CommandEvent> started = this.shell.start(id, command, options)
				.thenReturn((CommandEvent) new CommandEvent.Started(id))
				.flux();
			return Flux.usingWhen(Mono.just(handle), (running) -> started.concatWith(running.events()),
					(running) -> running.remove().onErrorComplete(), (running, failure) -> Mono.empty(),
					(running) -> this.tools.clear(running.remove()));
		});
	}

	@Override
	public Mono<ReactiveCommandHandle> start(String command, StartOptions options) {
		check(command, options);
		return Mono.defer(() -> {
			String id = idOf(options);
			return this.shell.start(id, command, options)
				.thenReturn(new DefaultReactiveCommandHandle(this.shell, id, command));
		});
	}

	@Override
	public Mono<ReactiveCommandHandle> find(String id) {
		String checked = Objects.requireNonNull(StartOptions.defaults().withId(id).id());
		return this.shell.status(checked)
			.<ReactiveCommandHandle>map((status) -> new DefaultReactiveCommandHandle(this.shell, id, status.command()))
			.onErrorResume(NotFoundException.class, (missing) -> Mono.empty());
	}

	@Override
	public Flux<CommandStatus> list() {
		return this.shell.list();
	}

	private static String idOf(StartOptions options) {
		return Objects.requireNonNullElseGet(options.id(), () -> UUID.randomUUID().toString());
	}

	private static void check(String command, Object options) {
		Assert.hasText(command, "'command' must not be empty");
		Assert.isTrue(command.indexOf('\0') < 0, "'command' must not hold a zero character");
		Sendable.require(command, "command");
		Assert.notNull(options, "'options' must not be null");
	}

	private Mono<CommandResult> run(String command, String line, CommandOptions options) {
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("command", line);
		arguments.put("timeout_ms", options.timeout().toMillis());
		if (options.workingDirectory() != null) {
			arguments.put("cwd", SessionPath.of(options.workingDirectory(), "workingDirectory"));
		}
		if (!options.environment().isEmpty()) {
			arguments.put("envs", options.environment());
		}
		ToolCall call = ToolCall.of("shell", arguments)
			.withReadTimeout(Durations.countable(options.timeout().plus(MARGIN)));
		return Awaited.refusal(FailureKind.TOOL, this.tools.answer(call))
			.map((reply) -> ShellAnswer.read(reply).result(command, options.timeout()));
	}

	/**
	 * The tool has no parameter for input, and a command line has an end. A long input
	 * takes the way of a file, which the shell opens and removes before the command
	 * begins.
	 */
	private Mono<CommandResult> runWithFile(String command, String input, CommandOptions options) {
		return Mono.defer(() -> {
			String file = "/tmp/agentbay-input-" + UUID.randomUUID();
			Mono<Void> written = this.files.write(file, input.getBytes(StandardCharsets.UTF_8), "umask 077; ")
				.onErrorResume((ex) -> this.files.run("rm -f -- " + file)
					.timeout(MARGIN)
					.onErrorComplete()
					.then(Mono.error(ex)));
			return written.then(run(command, "{ rm -f -- %1$s\n%2$s\n} < %1$s".formatted(file, command), options));
		});
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
