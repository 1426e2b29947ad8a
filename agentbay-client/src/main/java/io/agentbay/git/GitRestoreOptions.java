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
 * How the changes of files are undone.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class GitRestoreOptions {

	private static final GitRestoreOptions DEFAULTS = new GitRestoreOptions(false, null);

	private final boolean staged;

	private final @Nullable String source;

	private GitRestoreOptions(boolean staged, @Nullable String source) {
		this.staged = staged;
		this.source = source;
	}

	/**
	 * Return the default options: the files become what is staged.
	 * @return the defaults
	 */
	public static GitRestoreOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Create options.
	 * @param options changes the default ones
	 * @return the options
	 * @throws IllegalArgumentException if there is nothing to change them by
	 */
	public static GitRestoreOptions of(UnaryOperator<GitRestoreOptions> options) {
		Assert.notNull(options, "'options' must not be null");
		return options.apply(defaults());
	}

	/**
	 * Return these options to unstage the files rather than to change them.
	 * @return a changed copy
	 */
	public GitRestoreOptions asStaged() {
		return new GitRestoreOptions(true, this.source);
	}

	/**
	 * Return these options with a commit to take the files from.
	 * @param source the commit
	 * @return a changed copy
	 */
	public GitRestoreOptions withSource(String source) {
		return new GitRestoreOptions(this.staged, source);
	}

	/**
	 * Return whether the files are unstaged rather than changed.
	 * @return whether they are
	 */
	public boolean staged() {
		return this.staged;
	}

	/**
	 * Return the commit that the files are taken from.
	 * @return the commit, {@code null} for git's default
	 */
	public @Nullable String source() {
		return this.source;
	}

	@Override
	public String toString() {
		return "GitRestoreOptions[staged=" + this.staged + ", source=" + this.source + "]";
	}

}
