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

import org.springframework.util.Assert;

/**
 * How a repository is cloned.
 *
 * @param path where to; {@code null} for a directory named after the repository, below
 * the home directory
 * @param branch the only branch to clone; {@code null} for all of them
 * @param depth how many commits of the history to clone, at least 1; {@code null} for all
 * of them
 */
public record GitCloneOptions(@Nullable String path, @Nullable String branch, @Nullable Integer depth) {

	private static final GitCloneOptions DEFAULTS = new GitCloneOptions(null, null, null);

	public GitCloneOptions {
		Assert.isTrue(depth == null || depth >= 1, "'depth' must be at least 1");
	}

	/**
	 * Return the default options.
	 * @return the defaults
	 */
	public static GitCloneOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these options with a place to clone to.
	 * @param path the place
	 * @return a changed copy
	 */
	public GitCloneOptions withPath(String path) {
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
	 * @param depth how many commits
	 * @return a changed copy
	 */
	public GitCloneOptions withDepth(int depth) {
		return new GitCloneOptions(this.path, this.branch, depth);
	}

}
