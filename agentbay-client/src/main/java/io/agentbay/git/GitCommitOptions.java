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

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How changes are committed.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class GitCommitOptions {

	private static final GitCommitOptions DEFAULTS = new GitCommitOptions(null, null, false);

	private final @Nullable String authorName;

	private final @Nullable String authorEmail;

	private final boolean emptyAllowed;

	private GitCommitOptions(@Nullable String authorName, @Nullable String authorEmail, boolean emptyAllowed) {
		this.authorName = authorName;
		this.authorEmail = authorEmail;
		this.emptyAllowed = emptyAllowed;
	}

	/**
	 * Return the default options: the configured user commits, and only if something is
	 * changed.
	 * @return the defaults
	 */
	public static GitCommitOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Create options.
	 * @param options changes the default ones
	 * @return the options
	 * @throws IllegalArgumentException if there is nothing to change them by
	 */
	public static GitCommitOptions of(UnaryOperator<GitCommitOptions> options) {
		Assert.notNull(options, "'options' must not be null");
		return options.apply(defaults());
	}

	/**
	 * Return these options with who commits.
	 * @param name the name
	 * @param email the address
	 * @return a changed copy
	 * @throws IllegalArgumentException if a value is blank
	 */
	public GitCommitOptions withAuthor(String name, String email) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.hasText(email, "'email' must not be empty");
		return new GitCommitOptions(name, email, this.emptyAllowed);
	}

	/**
	 * Return these options with leave to commit although nothing is changed.
	 * @return a changed copy
	 */
	public GitCommitOptions allowEmpty() {
		return new GitCommitOptions(this.authorName, this.authorEmail, true);
	}

	/**
	 * Return who commits.
	 * @return the name, {@code null} for the configured user
	 */
	public @Nullable String authorName() {
		return this.authorName;
	}

	/**
	 * Return the address of who commits.
	 * @return the address, {@code null} for that of the configured user
	 */
	public @Nullable String authorEmail() {
		return this.authorEmail;
	}

	/**
	 * Return whether to commit although nothing is changed.
	 * @return whether that is allowed
	 */
	public boolean emptyAllowed() {
		return this.emptyAllowed;
	}

	@Override
	public String toString() {
		return "GitCommitOptions[authorName=" + this.authorName + ", authorEmail=" + this.authorEmail
				+ ", emptyAllowed=" + this.emptyAllowed + "]";
	}

}
