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
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ShellAnswer;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static io.agentbay.internal.text.ShellQuoting.quoted;

/**
 * What can be done with files by commands only. Every path is quoted for the shell, and
 * none is taken for an option.
 */
final class FileCommands {

	/** The tool needs one, and where it is missing may take a single second. */
	private static final Duration LIMIT = Duration.ofSeconds(50);

	/** A multiple of three, so that the texts of pieces are those of the whole. */
	private static final int PIECE = 36 * 1024;

	private final SessionTools tools;

	FileCommands(SessionTools tools) {
		this.tools = tools;
	}

	Mono<Boolean> exists(String path) {
		return shell("if [ -e %1$s ] || [ -L %1$s ]; then echo yes; else echo no; fi".formatted(quoted(path)))
			.map((said) -> said.equals("yes"));
	}

	Mono<Void> copy(String source, String destination) {
		return shell("cp -r -- %s %s".formatted(quoted(source), quoted(destination))).then();
	}

	Mono<Void> deleteRecursively(String path) {
		return shell("rm -rf -- " + quoted(path)).then();
	}

	/** No tool writes bytes: the shell decodes them, piece by piece behind the first. */
	Mono<Void> writeBytes(String path, byte[] content) {
		if (content.length == 0) {
			return shell(": > " + quoted(path)).then();
		}
		int pieces = (content.length + PIECE - 1) / PIECE;
		return Flux.range(0, pieces).concatMap((piece) -> {
			byte[] part = Arrays.copyOfRange(content, piece * PIECE, Math.min(content.length, (piece + 1) * PIECE));
			return shell("printf %%s '%s' | base64 -d %s %s".formatted(Base64.getEncoder().encodeToString(part),
					(piece == 0) ? ">" : ">>", quoted(path)));
		}, 1).then();
	}

	private Mono<String> shell(String command) {
		return this.tools.answer(ToolCall.of("shell", Map.of("command", command, "timeout_ms", LIMIT.toMillis())))
			.map((reply) -> ShellAnswer.read(reply).requireSuccess());
	}

}
