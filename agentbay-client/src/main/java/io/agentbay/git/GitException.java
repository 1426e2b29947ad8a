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

package io.agentbay.git;

import io.agentbay.command.CommandFailedException;
import io.agentbay.command.CommandResult;
import io.agentbay.internal.text.Excerpts;

/**
 * A git command failed. The subclasses are for catching one cause. What it carries of the
 * command names no credentials: those of addresses are left out.
 *
 * @since 0.1.0
 */
public class GitException extends CommandFailedException {

	private static final long serialVersionUID = 1L;

	private final GitFailure failure;

	GitException(GitFailure failure, String operation, CommandResult result) {
		super(message(operation, result), result);
		this.failure = failure;
	}

	private static String message(String operation, CommandResult result) {
		return "Git %s failed. %s".formatted(operation, Excerpts.failure(result.command(),
				Excerpts.ending(result.exitCode(), result.timedOutAfter()), result.stderr(), result.stdout()));
	}

	/**
	 * Create the exception that matches what git printed.
	 * @param operation what git was to do, such as {@code clone}
	 * @param result how it ended
	 * @return the exception
	 */
	public static GitException of(String operation, CommandResult result) {
		CommandResult told = withoutCredentials(result);
		GitFailure failure = result.timedOut() ? GitFailure.OTHER : GitFailure.of(result.exitCode(), result.output());
		return switch (failure) {
			case AUTHENTICATION -> new GitAuthenticationException(operation, told);
			case NOT_A_REPOSITORY -> new GitNotARepositoryException(operation, told);
			case CONFLICT -> new GitConflictException(operation, told);
			case NOT_INSTALLED -> new GitNotInstalledException(operation, told);
			case OTHER -> new GitException(failure, operation, told);
		};
	}

	private static CommandResult withoutCredentials(CommandResult result) {
		return CommandResult.builder(Excerpts.withoutCredentials(result.command()))
			.stdout(Excerpts.withoutCredentials(result.stdout()))
			.stderr(Excerpts.withoutCredentials(result.stderr()))
			.exitCode(result.exitCode())
			.timedOutAfter(result.timedOutAfter())
			.truncated(result.truncated())
			.requestId(result.requestId())
			.traceId(result.traceId())
			.sessionId(result.sessionId())
			.build();
	}

	/**
	 * Return why the command failed.
	 * @return the failure
	 */
	public GitFailure failure() {
		return this.failure;
	}

}
