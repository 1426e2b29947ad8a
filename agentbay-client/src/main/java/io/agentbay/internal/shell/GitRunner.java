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
import java.util.Locale;
import java.util.function.Function;

import io.agentbay.command.CommandOptions;
import io.agentbay.command.CommandResult;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.git.Git;
import io.agentbay.git.GitError;
import io.agentbay.git.GitFailure;
import io.agentbay.git.GitResult;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Runs Git in a session and reads how it ended.
 */
public final class GitRunner {

	private static final CommandOptions OPTIONS = CommandOptions.defaults()
		.withTimeout(Duration.ofSeconds(30))
		.withVariable("GIT_TERMINAL_PROMPT", "0")
		.withVariable("LC_ALL", "C");

	private final ReactiveCommand command;

	public GitRunner(ReactiveCommand command) {
		this.command = command;
	}

	public static boolean isAbsent(GitResult<String> result, String sign) {
		return result.error() != null && result.error().stderr().toLowerCase(Locale.ROOT).contains(sign);
	}

	public static GitResult<String> absent(GitResult<String> result) {
		return new GitResult<>(Outcome.success(result.requestId()), null, null);
	}

	public Mono<GitResult<Void>> run(String operation, GitCommandLine line) {
		return run(operation, line, (output) -> null);
	}

	public <T> Mono<GitResult<T>> run(String operation, GitCommandLine line, Function<String, @Nullable T> reader) {
		return run(operation, line, OPTIONS.timeout(), reader);
	}

	public <T> Mono<GitResult<T>> run(String operation, GitCommandLine line, Duration timeout,
			Function<String, @Nullable T> reader) {
		return run(operation, line.text(), timeout, reader);
	}

	public <T> Mono<GitResult<T>> run(String operation, String line, Duration timeout,
			Function<String, @Nullable T> reader) {
		return this.command.run(line, OPTIONS.withTimeout(timeout)).map((result) -> read(operation, result, reader));
	}

	private static <T> GitResult<T> read(String operation, CommandResult result, Function<String, @Nullable T> reader) {
		if (result.success()) {
			return new GitResult<>(result.outcome(), null, reader.apply(result.stdout()));
		}
		if (result.exitCode() <= 0) {
			return new GitResult<>(result.outcome(), null, null);
		}
		String stderr = result.stderr().isBlank() ? result.stdout() : result.stderr();
		GitError error = new GitError(GitFailure.of(result.exitCode(), result.output()), result.exitCode(),
				result.stderr());
		return new GitResult<>(result.outcome().withMessage("Git %s failed: %s".formatted(operation, stderr.strip())),
				error, null);
	}

}
