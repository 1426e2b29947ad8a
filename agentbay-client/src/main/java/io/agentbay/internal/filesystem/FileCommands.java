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

package io.agentbay.internal.filesystem;

import java.time.Duration;
import java.util.Map;

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ShellAnswer;
import io.agentbay.internal.tool.ShellFiles;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Mono;

import static io.agentbay.internal.text.ShellQuoting.ROOT_VARIABLE;
import static io.agentbay.internal.text.ShellQuoting.quotedPath;

/**
 * What can be done with files by commands only. Every path is quoted for the shell, and
 * none is taken for an option.
 */
final class FileCommands {

	/** For a file that has to be copied from one file system to another. */
	private static final Duration LONG = Duration.ofMinutes(15);

	private static final Duration MARGIN = Duration.ofSeconds(15);

	/** A relative path starts where commands do, in the home directory. */
	private static final String WHOLE = "f=%s; case $f in /*) ;; *) f=$PWD/$f ;; esac; ";

	/** The directory that is there already, of those above the file. */
	private static final String ABOVE = "d=${f%%/*}; while [ -n \"$d\" ] && [ ! -e \"$d\" ]; do d=${d%%/*}; done; ";

	private static final String TELL = " printf '%%s\\n%%s' \"$w\" \"${f#\"$" + ROOT_VARIABLE + "\"}\"";

	private static final String TARGET = WHOLE + ABOVE + """
			if [ -d "$f" ]; then w=directory; \
			elif [ -e "$f" ] && [ ! -f "$f" ]; then w=other; \
			elif [ -e "$f" ] && [ ! -w "$f" ]; then w=closed; \
			elif [ ! -e "$f" ] && { [ ! -d "$d/" ] || [ ! -w "$d/" ]; }; then w=closed; \
			else w=good; fi;""" + TELL;

	/** A file that is there keeps its rights, and a link what it leads to. */
	private static final String MOVE = """
			s=%s; f=%s; if [ -e "$f" ] || [ -L "$f" ]; then cat -- "$s" > "$f"; \
			else mkdir -p -- "${f%%/*}/" && mv -- "$s" "$f" && { chmod =rw -- "$f" 2>/dev/null || :; }; fi; \
			c=$?; rm -f -- "$s"; exit $c""";

	private static final String COPY = WHOLE + """
			if [ -d "$f" ]; then w=directory; elif [ ! -e "$f" ]; then w=missing; \
			elif [ ! -f "$f" ]; then w=other; elif [ ! -r "$f" ]; then w=closed; \
			else w=good; s=%s; ln -L -- "$f" "$s" 2>/dev/null || cp -- "$f" "$s" || exit $?; fi;""" + TELL;

	private final SessionTools tools;

	private final ShellFiles shell;

	FileCommands(SessionTools tools) {
		this.tools = tools;
		this.shell = new ShellFiles(tools);
	}

	Mono<Boolean> exists(String path) {
		return shell("if [ -e %1$s ] || [ -L %1$s ]; then echo yes; else echo no; fi".formatted(quotedPath(path)))
			.map((said) -> said.equals("yes"));
	}

	Mono<Void> copy(String source, String destination) {
		return shell("cp -r -- %s %s".formatted(quotedPath(source), quotedPath(destination))).then();
	}

	Mono<Void> deleteRecursively(String path) {
		return shell("rm -rf -- " + quotedPath(path)).then();
	}

	Mono<Void> writeBytes(String path, byte[] content) {
		return this.shell.write(path, content, "");
	}

	/** Tell where a path leads to, if a file can be put there. */
	Mono<String> target(String path) {
		return this.shell.run(TARGET.formatted(quotedPath(path))).map((ended) -> place(ended, path));
	}

	/** Put a file where it belongs; whatever comes of it, it is gone where it was. */
	Mono<Void> moveIn(String stage, String target) {
		return longer(MOVE.formatted(quotedPath(stage), quotedPath(target))).doOnNext(ShellAnswer.Ended::requireSuccess)
			.then();
	}

	/** Make a second name or a copy of a file, and tell where that is. */
	Mono<String> copyOut(String path, String stage) {
		return longer(COPY.formatted(quotedPath(path), quotedPath(stage))).doOnNext(ShellAnswer.Ended::requireSuccess)
			.map((ended) -> place(ended, path));
	}

	Mono<Void> remove(String stage) {
		return shell("rm -f -- " + quotedPath(stage)).then();
	}

	private Mono<ShellAnswer.Ended> longer(String command) {
		return this.tools
			.answer(ToolCall.of("shell", Map.of("command", command, "timeout_ms", LONG.toMillis()))
				.withReadTimeout(LONG.plus(MARGIN)))
			.map(ShellAnswer::read);
	}

	private Mono<String> shell(String command) {
		return this.shell.run(command).map(ShellAnswer.Ended::requireSuccess);
	}

	private static String place(ShellAnswer.Ended ended, String path) {
		CallDetails details = ended.reply().outcome().details();
		int end = ended.stdout().indexOf('\n');
		String word = (end < 0) ? "" : ended.stdout().substring(0, end);
		return switch (word) {
			case "good" -> ended.stdout().substring(end + 1);
			case "directory" -> throw directory(path, details);
			case "other" -> throw ServiceException.of(FailureKind.INVALID_ARGUMENT, null,
					"'path' is something else than a file in the session: " + path, details);
			case "missing" -> throw ServiceException.of(FailureKind.NOT_FOUND, null,
					"The session has no such file: " + path, details);
			case "closed" -> throw ServiceException.of(FailureKind.TOOL, null,
					"Permission denied: commands of the session cannot use " + path, details);
			default -> throw ended.reply().unusable("does not tell where the file is");
		};
	}

	static ServiceException directory(String path, CallDetails details) {
		return ServiceException.of(FailureKind.INVALID_ARGUMENT, null,
				"'path' is a directory of the session; name the file in it: " + path, details);
	}

}
