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
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The state of a repository.
 *
 * @param branch the branch that is checked out, {@code null} if there is none
 * @param upstream the remote branch that it follows, {@code null} if there is none
 * @param detached whether a commit is checked out instead of a branch
 * @param ahead how many commits the remote branch lacks
 * @param behind how many commits this branch lacks
 * @param files the changed files
 * @since 0.1.0
 */
public record GitStatus(@Nullable String branch, @Nullable String upstream, boolean detached, int ahead, int behind,
		List<GitFileStatus> files) {

	public GitStatus {
		files = List.copyOf(files);
	}

	/**
	 * Return whether nothing is changed.
	 * @return whether there are no changed files
	 */
	public boolean isClean() {
		return this.files.isEmpty();
	}

	/**
	 * Return how many files have a staged change.
	 * @return the number
	 */
	public int stagedCount() {
		return count(GitFileStatus::isStaged);
	}

	/**
	 * Return how many files have a change that is not staged, untracked files not
	 * counted.
	 * @return the number
	 */
	public int unstagedCount() {
		return count((file) -> file.workTreeStatus() != ' ' && !file.isUntracked());
	}

	/**
	 * Return how many files are not in the repository.
	 * @return the number
	 */
	public int untrackedCount() {
		return count(GitFileStatus::isUntracked);
	}

	/**
	 * Return how many files have changes that contradict each other.
	 * @return the number
	 */
	public int conflictCount() {
		return count(GitFileStatus::isConflict);
	}

	private int count(Predicate<GitFileStatus> predicate) {
		return (int) this.files.stream().filter(predicate).count();
	}

}
