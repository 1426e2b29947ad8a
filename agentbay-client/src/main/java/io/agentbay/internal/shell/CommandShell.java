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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

import io.agentbay.command.CommandStatus;
import io.agentbay.command.StartOptions;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.error.ToolFailedException;
import io.agentbay.internal.observe.Awaited;
import io.agentbay.internal.text.SessionPath;
import io.agentbay.internal.text.ShellQuoting;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ShellAnswer;
import io.agentbay.internal.tool.ShellFiles;
import io.agentbay.tool.ToolCall;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Talks to the shell of a session about commands that were started.
 */
final class CommandShell {

	private static final Duration LIMIT = Duration.ofSeconds(50);

	private static final Duration MARGIN = Duration.ofSeconds(15);

	/** How many characters are put into the call that starts a command. */
	private static final int LONGEST = 48 * 1024;

	/** How little is asked for at once if a session does not give more. */
	private static final int SMALLEST = 1024;

	private final SessionTools tools;

	private final ShellFiles files;

	private final LookTurns turns = new LookTurns();

	CommandShell(SessionTools tools) {
		this.tools = tools;
		this.files = new ShellFiles(tools);
	}

	LookTurns turns() {
		return this.turns;
	}

	/**
	 * Start a command, at most once.
	 * @param id its id, which must not have been used
	 */
	Mono<Void> start(String id, String command, StartOptions options) {
		return Mono.defer(() -> {
			String nonce = UUID.randomUUID().toString();
			Map<String, String> texts = new LinkedHashMap<>();
			texts.put("command", command);
			texts.put("env", exports(options.environment()));
			if (options.input() != null) {
				texts.put("input", options.input());
			}
			Map<String, String> moved = new LinkedHashMap<>();
			List<Mono<Void>> before = new ArrayList<>();
			int room = LONGEST;
			for (Map.Entry<String, String> text : List.copyOf(texts.entrySet())) {
				byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
				room -= bytes.length;
				if (room < 0) {
					String stage = "/tmp/agentbay-" + text.getKey() + "-" + nonce;
					texts.remove(text.getKey());
					moved.put(text.getKey(), stage);
					before.add(this.files.write(stage, bytes, "umask 077; "));
				}
			}
			String script = CommandScripts.start(id, nonce, texts, moved, options.openInput(), seconds(options));
			return Flux.concat(before).then(Repeated.within(started(id, script, options)));
		});
	}

	private static String exports(Map<String, String> environment) {
		StringBuilder exports = new StringBuilder();
		environment
			.forEach((name, value) -> exports.append("export %s=%s\n".formatted(name, ShellQuoting.quoted(value))));
		return exports.toString();
	}

	private static @Nullable String seconds(StartOptions options) {
		return (options.timeout() != null) ? String.format(Locale.ROOT, "%.3f", options.timeout().toMillis() / 1000.0)
				: null;
	}

	private Mono<Void> started(String id, String script, StartOptions options) {
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("command", script);
		arguments.put("timeout_ms", LIMIT.toMillis());
		if (options.workingDirectory() != null) {
			arguments.put("cwd", SessionPath.of(options.workingDirectory(), "workingDirectory"));
		}
		return shell(arguments, LIMIT).flatMap((answer) -> switch (answer.requireSuccess()) {
			case "started" -> Mono.empty();
			case "taken" -> Mono.error(failed(answer, FailureKind.INVALID_ARGUMENT,
					"The id '" + id + "' was used in this session before"));
			case "without setsid" -> Mono.error(failed(answer, FailureKind.TOOL,
					"The session has no program 'setsid', which starting a command needs"));
			default -> Mono.error(failed(answer, FailureKind.TOOL, "The command could not be started: "
					+ (answer.stderr().isBlank() ? "its process did not appear" : answer.stderr().strip())));
		});
	}

	/**
	 * Wait for news and fetch what is new, or less of it if it does not fit. A look that
	 * is killed, as it is when its session ends, has changed nothing: another one tells
	 * why.
	 */
	Mono<CommandLook> look(String id, long stdout, long stderr, int most) {
		return this.turns.take((rounds) -> look(id, stdout, stderr, most, rounds)
			.onErrorResume(ToolFailedException.class, (killed) -> look(id, stdout, stderr, most, 0)));
	}

	private Mono<CommandLook> look(String id, long stdout, long stderr, int most, int rounds) {
		return run(CommandScripts.look(id, stdout, stderr, most, rounds)).flatMap((answer) -> {
			CommandLook look = CommandLook.read(present(id, answer));
			if (look != null) {
				return Mono.just(look);
			}
			return (most > SMALLEST) ? look(id, stdout, stderr, most / 2, 0)
					: Mono.error(answer.reply().unusable("breaks off"));
		});
	}

	Mono<CommandStatus> status(String id) {
		return Repeated.within(run(CommandScripts.status(id)))
			.map((answer) -> status(present(id, answer), answer.requireSuccess()));
	}

	Flux<CommandStatus> list() {
		return Repeated.within(run(CommandScripts.list()))
			.flatMapIterable((answer) -> answer.requireSuccess()
				.lines()
				.filter((line) -> !line.isBlank())
				.map((line) -> status(answer, line))
				.toList());
	}

	private static CommandStatus status(ShellAnswer.Ended answer, String line) {
		try {
			String[] words = line.split(" ", -1);
			Integer exitCode = CommandLook.exitCode(words[1]);
			String command = (words.length > 5)
					? new String(Base64.getDecoder().decode(words[5]), StandardCharsets.UTF_8) : "";
			return new CommandStatus(words[0], command, Instant.ofEpochSecond(Long.parseLong(words[4])),
					(exitCode != null) ? OptionalInt.of(exitCode) : OptionalInt.empty(), Long.parseLong(words[2]),
					Long.parseLong(words[3]));
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			throw answer.reply().unusable("does not tell how the command stands");
		}
	}

	Mono<Void> write(String id, byte[] bytes) {
		return Mono.defer(() -> {
			String script = CommandScripts.write(id, UUID.randomUUID().toString(),
					Base64.getEncoder().encodeToString(bytes), bytes.length);
			return Repeated.within(run(script)).map((answer) -> present(id, answer)).flatMap((answer) -> {
				String said = answer.requireSuccess();
				return switch (said) {
					case "done", "full" -> Mono.just(said);
					case "closed" -> Mono.error(failed(answer, FailureKind.INVALID_ARGUMENT, "The command " + id
							+ " takes no input: it has ended, its input is closed, or it was started without an open one"));
					default -> Mono.error(failed(answer, FailureKind.TOOL,
							"The session could not take the input: " + answer.stderr().strip()));
				};
			}).repeat().takeUntil("done"::equals).then();
		});
	}

	Mono<Void> closeInput(String id) {
		return told(id, CommandScripts.closeInput(id));
	}

	Mono<Void> signal(String id, String name) {
		return told(id, CommandScripts.signal(id, name));
	}

	private Mono<Void> told(String id, String script) {
		return Repeated.within(run(script)).doOnNext((answer) -> present(id, answer).requireSuccess()).then();
	}

	Mono<Void> remove(String id) {
		return Repeated.within(run(CommandScripts.remove(id))).doOnNext(ShellAnswer.Ended::requireSuccess).then();
	}

	private Mono<ShellAnswer.Ended> run(String script) {
		return shell(Map.of("command", script, "timeout_ms", LIMIT.toMillis()), LIMIT);
	}

	private Mono<ShellAnswer.Ended> shell(Map<String, Object> arguments, Duration limit) {
		return Awaited
			.refusal(FailureKind.TOOL,
					this.tools.answer(ToolCall.of("shell", arguments).withReadTimeout(limit.plus(MARGIN))))
			.map(ShellAnswer::read);
	}

	private static ShellAnswer.Ended present(String id, ShellAnswer.Ended answer) {
		if (answer.exitCode() != 0) {
			answer.requireSuccess();
		}
		if (answer.stdout().startsWith("none") || answer.stdout().isBlank()) {
			throw failed(answer, FailureKind.NOT_FOUND, "The session knows no command with the id " + id);
		}
		return answer;
	}

	private static ServiceException failed(ShellAnswer.Ended answer, FailureKind kind, String message) {
		return ServiceException.of(kind, null, message, answer.reply().outcome().details());
	}

}
