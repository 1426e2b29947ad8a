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

import java.util.List;
import java.util.Locale;

/**
 * Why a git command failed.
 *
 * @since 0.1.0
 */
public enum GitFailure {

	/**
	 * The remote refused the credentials, or there were none.
	 */
	AUTHENTICATION("authentication failed", "could not read username", "invalid credentials", "authorization failed",
			"access denied", "permission denied", "403"),

	/**
	 * There is no repository where one was expected.
	 */
	NOT_A_REPOSITORY("not a git repository", "does not appear to be a git repository"),

	/**
	 * Changes contradict each other.
	 */
	CONFLICT("conflict (", "merge conflict", "automatic merge failed"),

	/**
	 * Git is not installed in the session.
	 */
	NOT_INSTALLED("git: command not found", "git: not found"),

	/**
	 * Anything else, such as a command that was ended because its time was over.
	 */
	OTHER;

	private static final int COMMAND_NOT_FOUND = 127;

	private final List<String> signs;

	GitFailure(String... signs) {
		this.signs = List.of(signs);
	}

	/** Git prints conflicts to its standard output, so that is looked at as well. */
	static GitFailure of(int exitCode, String output) {
		String text = output.toLowerCase(Locale.ROOT);
		for (GitFailure failure : values()) {
			if (failure.signs.stream().anyMatch(text::contains)) {
				return failure;
			}
		}
		return (exitCode == COMMAND_NOT_FOUND) ? NOT_INSTALLED : OTHER;
	}

}
