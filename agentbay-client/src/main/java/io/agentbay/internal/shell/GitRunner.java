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
import java.util.function.Function;

import io.agentbay.command.CommandOptions;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.git.GitException;
import reactor.core.publisher.Mono;

/**
 * Runs Git in a session and reads how it ended.
 */
final class GitRunner {

	private static final CommandOptions OPTIONS = CommandOptions.defaults()
		.withTimeout(Duration.ofSeconds(30))
		.withVariable("GIT_TERMINAL_PROMPT", "0")
		.withVariable("LC_ALL", "C");

	private final ReactiveCommand command;

	GitRunner(ReactiveCommand command) {
		this.command = command;
	}

	Mono<Void> run(String operation, GitCommandLine line) {
		return run(operation, line, OPTIONS.timeout());
	}

	Mono<Void> run(String operation, GitCommandLine line, Duration timeout) {
		return run(operation, line.text(), timeout);
	}

	Mono<Void> run(String operation, String line, Duration timeout) {
		return read(operation, line, timeout, Function.identity()).then();
	}

	<T> Mono<T> read(String operation, GitCommandLine line, Function<String, T> reader) {
		return read(operation, line, OPTIONS.timeout(), reader);
	}

	<T> Mono<T> read(String operation, GitCommandLine line, Duration timeout, Function<String, T> reader) {
		return read(operation, line.text(), timeout, reader);
	}

	private <T> Mono<T> read(String operation, String line, Duration timeout, Function<String, T> reader) {
		return this.command.run(line, OPTIONS.withTimeout(timeout)).map((result) -> {
			if (!result.success()) {
				throw GitException.of(operation, result);
			}
			return reader.apply(result.stdout());
		});
	}

}
