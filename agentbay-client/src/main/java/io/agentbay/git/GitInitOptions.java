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
 * How a repository is made.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class GitInitOptions {

	private static final GitInitOptions DEFAULTS = new GitInitOptions(null, false);

	private final @Nullable String initialBranch;

	private final boolean bare;

	private GitInitOptions(@Nullable String initialBranch, boolean bare) {
		this.initialBranch = initialBranch;
		this.bare = bare;
	}

	/**
	 * Return the default options: git's own first branch, and files.
	 * @return the defaults
	 */
	public static GitInitOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Create options.
	 * @param options changes the default ones
	 * @return the options
	 * @throws IllegalArgumentException if there is nothing to change them by
	 */
	public static GitInitOptions of(UnaryOperator<GitInitOptions> options) {
		Assert.notNull(options, "'options' must not be null");
		return options.apply(defaults());
	}

	/**
	 * Return these options with a first branch.
	 * @param initialBranch the name of the branch
	 * @return a changed copy
	 */
	public GitInitOptions withInitialBranch(String initialBranch) {
		return new GitInitOptions(initialBranch, this.bare);
	}

	/**
	 * Return these options for a repository that has no files of its own.
	 * @return a changed copy
	 */
	public GitInitOptions asBare() {
		return new GitInitOptions(this.initialBranch, true);
	}

	/**
	 * Return the first branch.
	 * @return its name, {@code null} for git's default
	 */
	public @Nullable String initialBranch() {
		return this.initialBranch;
	}

	/**
	 * Return whether the repository has no files of its own.
	 * @return whether it is bare
	 */
	public boolean bare() {
		return this.bare;
	}

	@Override
	public String toString() {
		return "GitInitOptions[initialBranch=" + this.initialBranch + ", bare=" + this.bare + "]";
	}

}
