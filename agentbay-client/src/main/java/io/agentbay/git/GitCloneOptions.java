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
 * How a repository is cloned.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class GitCloneOptions {

	private static final GitCloneOptions DEFAULTS = new GitCloneOptions(null, null, null);

	private final @Nullable String path;

	private final @Nullable String branch;

	private final @Nullable Integer depth;

	private GitCloneOptions(@Nullable String path, @Nullable String branch, @Nullable Integer depth) {
		this.path = path;
		this.branch = branch;
		this.depth = depth;
	}

	/**
	 * Return the default options: all of the repository, into a directory named after it.
	 * @return the defaults
	 */
	public static GitCloneOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Create options.
	 * @param options changes the default ones
	 * @return the options
	 * @throws IllegalArgumentException if there is nothing to change them by
	 */
	public static GitCloneOptions of(UnaryOperator<GitCloneOptions> options) {
		Assert.notNull(options, "'options' must not be null");
		return options.apply(defaults());
	}

	/**
	 * Return these options with a place to clone to.
	 * @param path the place
	 * @return a changed copy
	 */
	public GitCloneOptions withPath(String path) {
		Assert.hasText(path, "'path' must not be empty");
		return new GitCloneOptions(path, this.branch, this.depth);
	}

	/**
	 * Return these options with the only branch to clone.
	 * @param branch the branch
	 * @return a changed copy
	 */
	public GitCloneOptions withBranch(String branch) {
		return new GitCloneOptions(this.path, branch, this.depth);
	}

	/**
	 * Return these options with a limit to the history.
	 * @param depth how many commits, at least 1
	 * @return a changed copy
	 * @throws IllegalArgumentException if the number is below 1
	 */
	public GitCloneOptions withDepth(int depth) {
		Assert.isTrue(depth >= 1, "'depth' must be at least 1");
		return new GitCloneOptions(this.path, this.branch, depth);
	}

	/**
	 * Return where the repository is cloned to.
	 * @return the place, {@code null} for a directory named after the repository, below
	 * the home directory
	 */
	public @Nullable String path() {
		return this.path;
	}

	/**
	 * Return the only branch that is cloned.
	 * @return the branch, {@code null} for all of them
	 */
	public @Nullable String branch() {
		return this.branch;
	}

	/**
	 * Return how many commits of the history are cloned.
	 * @return the number, {@code null} for all of them
	 */
	public @Nullable Integer depth() {
		return this.depth;
	}

	@Override
	public String toString() {
		return "GitCloneOptions[path=" + this.path + ", branch=" + this.branch + ", depth=" + this.depth + "]";
	}

}
