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
 * A changed file of a repository.
 *
 * @param path its path within the repository
 * @param originalPath the path that it had before it was renamed or copied, {@code null}
 * for other changes
 * @param indexStatus git's letter for the staged change, a blank for none
 * @param workTreeStatus git's letter for the change that is not staged, a blank for none
 * @since 0.1.0
 */
public record GitFileStatus(String path, @Nullable String originalPath, char indexStatus, char workTreeStatus) {

	/**
	 * Return whether a change of the file is staged.
	 * @return whether it is
	 */
	public boolean isStaged() {
		return this.indexStatus != ' ' && this.indexStatus != '?';
	}

	/**
	 * Return whether the file is not in the repository yet.
	 * @return whether it is untracked
	 */
	public boolean isUntracked() {
		return change() == GitChange.UNTRACKED;
	}

	/**
	 * Return whether changes of the file contradict each other.
	 * @return whether they do
	 */
	public boolean isConflict() {
		return change() == GitChange.CONFLICT;
	}

	/**
	 * Return what happened to the file.
	 * @return the change; of several the one that matters most
	 */
	public GitChange change() {
		return GitChange.of(this.indexStatus, this.workTreeStatus);
	}

}
