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

import org.jspecify.annotations.Nullable;

/**
 * How changes are committed.
 *
 * @param authorName who commits; {@code null} for the configured user
 * @param authorEmail the address of who commits; {@code null} for the configured user's
 * @param allowEmpty whether to commit although nothing is changed
 */
public record GitCommitOptions(@Nullable String authorName, @Nullable String authorEmail, boolean allowEmpty) {

	private static final GitCommitOptions DEFAULTS = new GitCommitOptions(null, null, false);

	/**
	 * Return the default options.
	 * @return the defaults
	 */
	public static GitCommitOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these options with who commits.
	 * @param name the name
	 * @param email the address
	 * @return a changed copy
	 */
	public GitCommitOptions withAuthor(String name, String email) {
		return new GitCommitOptions(name, email, this.allowEmpty);
	}

	/**
	 * Return these options with or without leave to commit nothing.
	 * @param allowEmpty whether to commit although nothing is changed
	 * @return a changed copy
	 */
	public GitCommitOptions withAllowEmpty(boolean allowEmpty) {
		return new GitCommitOptions(this.authorName, this.authorEmail, allowEmpty);
	}

}
