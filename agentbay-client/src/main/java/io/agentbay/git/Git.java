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

import io.agentbay.internal.blocking.Blocking;
import org.jspecify.annotations.Nullable;

/**
 * Git repositories in a session, waiting for each command. The blocking twin of
 * {@link ReactiveGit}.
 */
public final class Git {

	private final ReactiveGit reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public Git(ReactiveGit reactive) {
		this.reactive = reactive;
	}

	/**
	 * Clone a repository: {@code git clone}.
	 * @param url where from
	 * @return where to
	 * @throws IllegalArgumentException if the address is blank or begins with a dash
	 */
	public GitResult<String> clone(String url) {
		return Blocking.await(this.reactive.clone(url));
	}

	/**
	 * Clone a repository, for at most five minutes: {@code git clone}.
	 * @param url where from
	 * @param options where to, and what of it
	 * @return where to
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public GitResult<String> clone(String url, GitCloneOptions options) {
		return Blocking.await(this.reactive.clone(url, options));
	}

	/**
	 * Make a repository: {@code git init}.
	 * @param path where
	 * @return where
	 * @throws IllegalArgumentException if the path is blank or begins with a dash
	 */
	public GitResult<String> init(String path) {
		return Blocking.await(this.reactive.init(path));
	}

	/**
	 * Make a repository: {@code git init}.
	 * @param path where
	 * @param initialBranch its first branch, {@code null} for git's default
	 * @param bare whether it has no files of its own
	 * @return where
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public GitResult<String> init(String path, @Nullable String initialBranch, boolean bare) {
		return Blocking.await(this.reactive.init(path, initialBranch, bare));
	}

	/**
	 * Stage all changes: {@code git add -A}.
	 * @param repository the repository
	 * @return whether it succeeded
	 */
	public GitResult<Void> addAll(String repository) {
		return Blocking.await(this.reactive.addAll(repository));
	}

	/**
	 * Stage the changes of files: {@code git add}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if there are no files
	 */
	public GitResult<Void> add(String repository, List<String> paths) {
		return Blocking.await(this.reactive.add(repository, paths));
	}

	/**
	 * Commit what is staged: {@code git commit}.
	 * @param repository the repository
	 * @param message the message
	 * @return the start of the commit's hash
	 * @throws IllegalArgumentException if the message is blank
	 */
	public GitResult<String> commit(String repository, String message) {
		return Blocking.await(this.reactive.commit(repository, message));
	}

	/**
	 * Commit what is staged: {@code git commit}.
	 * @param repository the repository
	 * @param message the message
	 * @param options who commits, and whether there may be nothing to commit
	 * @return the start of the commit's hash
	 * @throws IllegalArgumentException if the message is blank
	 */
	public GitResult<String> commit(String repository, String message, GitCommitOptions options) {
		return Blocking.await(this.reactive.commit(repository, message, options));
	}

	/**
	 * Tell what is changed: {@code git status}.
	 * @param repository the repository
	 * @return its state
	 */
	public GitResult<GitStatus> status(String repository) {
		return Blocking.await(this.reactive.status(repository));
	}

	/**
	 * Return the whole history: {@code git log}.
	 * @param repository the repository
	 * @return the commits, the latest first
	 */
	public GitResult<List<GitCommit>> log(String repository) {
		return Blocking.await(this.reactive.log(repository));
	}

	/**
	 * Return the end of the history: {@code git log}.
	 * @param repository the repository
	 * @param maxCount how many commits at the most, at least 1
	 * @return the commits, the latest first
	 * @throws IllegalArgumentException if the number is below 1
	 */
	public GitResult<List<GitCommit>> log(String repository, int maxCount) {
		return Blocking.await(this.reactive.log(repository, maxCount));
	}

	/**
	 * List the local branches: {@code git branch}.
	 * @param repository the repository
	 * @return the branches
	 */
	public GitResult<GitBranches> listBranches(String repository) {
		return Blocking.await(this.reactive.listBranches(repository));
	}

	/**
	 * Make a branch, and check it out: {@code git checkout -b}.
	 * @param repository the repository
	 * @param branch its name
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	public GitResult<Void> createBranch(String repository, String branch) {
		return Blocking.await(this.reactive.createBranch(repository, branch));
	}

	/**
	 * Make a branch: {@code git checkout -b} or {@code git branch}.
	 * @param repository the repository
	 * @param branch its name
	 * @param checkout whether to check it out
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	public GitResult<Void> createBranch(String repository, String branch, boolean checkout) {
		return Blocking.await(this.reactive.createBranch(repository, branch, checkout));
	}

	/**
	 * Check a branch out: {@code git checkout}.
	 * @param repository the repository
	 * @param branch its name
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	public GitResult<Void> checkoutBranch(String repository, String branch) {
		return Blocking.await(this.reactive.checkoutBranch(repository, branch));
	}

	/**
	 * Delete a branch: {@code git branch -d}.
	 * @param repository the repository
	 * @param branch its name
	 * @param force whether to delete it although its commits are nowhere else
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	public GitResult<Void> deleteBranch(String repository, String branch, boolean force) {
		return Blocking.await(this.reactive.deleteBranch(repository, branch, force));
	}

	/**
	 * Name a remote repository: {@code git remote add}.
	 * @param repository the repository
	 * @param name the name
	 * @param url where it is
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public GitResult<Void> remoteAdd(String repository, String name, String url) {
		return Blocking.await(this.reactive.remoteAdd(repository, name, url));
	}

	/**
	 * Name a remote repository: {@code git remote add}.
	 * @param repository the repository
	 * @param name the name
	 * @param url where it is
	 * @param fetch whether to fetch from it
	 * @param overwrite whether to give a name that exists the new address
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public GitResult<Void> remoteAdd(String repository, String name, String url, boolean fetch, boolean overwrite) {
		return Blocking.await(this.reactive.remoteAdd(repository, name, url, fetch, overwrite));
	}

	/**
	 * Tell where a remote repository is: {@code git remote get-url}.
	 * @param repository the repository
	 * @param name the name
	 * @return the address, a success without value if the name is not known
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	public GitResult<String> remoteGet(String repository, String name) {
		return Blocking.await(this.reactive.remoteGet(repository, name));
	}

	/**
	 * Unstage or undo: {@code git reset}.
	 * @param repository the repository
	 * @param mode what to do with staged changes and files, {@code null} for git's
	 * default
	 * @param target the commit to go back to, {@code null} for the last one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if the target is blank or begins with a dash
	 */
	public GitResult<Void> reset(String repository, @Nullable GitResetMode mode, @Nullable String target) {
		return Blocking.await(this.reactive.reset(repository, mode, target));
	}

	/**
	 * Unstage files: {@code git reset}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if there are no files
	 */
	public GitResult<Void> resetPaths(String repository, List<String> paths) {
		return Blocking.await(this.reactive.resetPaths(repository, paths));
	}

	/**
	 * Undo the changes of files that are not staged: {@code git restore}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if there are no files
	 */
	public GitResult<Void> restore(String repository, List<String> paths) {
		return Blocking.await(this.reactive.restore(repository, paths));
	}

	/**
	 * Undo the changes of files: {@code git restore}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @param staged whether to unstage them rather than to change them
	 * @param source the commit to take them from, {@code null} for git's default
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if there are no files, or the source is blank or
	 * begins with a dash
	 */
	public GitResult<Void> restore(String repository, List<String> paths, boolean staged, @Nullable String source) {
		return Blocking.await(this.reactive.restore(repository, paths, staged, source));
	}

	/**
	 * Fetch and merge, for at most two minutes: {@code git pull}.
	 * @param repository the repository
	 * @return whether it succeeded
	 */
	public GitResult<Void> pull(String repository) {
		return Blocking.await(this.reactive.pull(repository));
	}

	/**
	 * Fetch and merge, for at most two minutes: {@code git pull}.
	 * @param repository the repository
	 * @param remote where from, {@code null} for the branch's own remote
	 * @param branch the remote branch, {@code null} for the one that is followed
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a branch is given without a remote, or a value
	 * is blank or begins with a dash
	 */
	public GitResult<Void> pull(String repository, @Nullable String remote, @Nullable String branch) {
		return Blocking.await(this.reactive.pull(repository, remote, branch));
	}

	/**
	 * Send commits, for at most two minutes: {@code git push}.
	 * @param repository the repository
	 * @param remote where to
	 * @param branch the branch to send, which then follows the remote one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public GitResult<Void> push(String repository, String remote, String branch) {
		return Blocking.await(this.reactive.push(repository, remote, branch));
	}

	/**
	 * Return what is changed, line by line: {@code git diff}.
	 * @param repository the repository
	 * @param staged whether to compare what is staged rather than what is not
	 * @return the differences, empty if there are none
	 */
	public GitResult<String> diff(String repository, boolean staged) {
		return Blocking.await(this.reactive.diff(repository, staged));
	}

	/**
	 * Set who commits: {@code git config}.
	 * @param repository the repository
	 * @param name the name
	 * @param email the address
	 * @param scope where the setting holds
	 * @return whether it succeeded
	 */
	public GitResult<Void> configureUser(String repository, String name, String email, GitScope scope) {
		return Blocking.await(this.reactive.configureUser(repository, name, email, scope));
	}

	/**
	 * Change a setting: {@code git config}.
	 * @param repository the repository
	 * @param key the name of the setting
	 * @param value its value
	 * @param scope where the setting holds
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public GitResult<Void> setConfig(String repository, String key, String value, GitScope scope) {
		return Blocking.await(this.reactive.setConfig(repository, key, value, scope));
	}

	/**
	 * Read a setting: {@code git config --get}.
	 * @param repository the repository
	 * @param key the name of the setting
	 * @param scope where the setting holds
	 * @return its value, a success without value if it is not set
	 * @throws IllegalArgumentException if the key is blank or begins with a dash
	 */
	public GitResult<String> getConfig(String repository, String key, GitScope scope) {
		return Blocking.await(this.reactive.getConfig(repository, key, scope));
	}

	/**
	 * Fetch commits without merging them, for at most two minutes: {@code git fetch}.
	 * @param repository the repository
	 * @param remote where from, {@code null} for the branch's own remote
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public GitResult<Void> fetch(String repository, @Nullable String remote) {
		return Blocking.await(this.reactive.fetch(repository, remote));
	}

	/**
	 * Merge a branch into the current one: {@code git merge}. A conflict is a failure
	 * that leaves the merge half done.
	 * @param repository the repository
	 * @param branch the branch
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public GitResult<Void> merge(String repository, String branch) {
		return Blocking.await(this.reactive.merge(repository, branch));
	}

	/**
	 * Put what is changed aside: {@code git stash push}.
	 * @param repository the repository
	 * @param message what it is called, {@code null} for git's own words
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public GitResult<Void> stash(String repository, @Nullable String message) {
		return Blocking.await(this.reactive.stash(repository, message));
	}

	/**
	 * Take back what was put aside last: {@code git stash pop}.
	 * @param repository the repository
	 * @return whether it succeeded
	 */
	public GitResult<Void> stashPop(String repository) {
		return Blocking.await(this.reactive.stashPop(repository));
	}

	/**
	 * Name a commit: {@code git tag}.
	 * @param repository the repository
	 * @param name the name
	 * @param target the commit, {@code null} for the current one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public GitResult<Void> tag(String repository, String name, @Nullable String target) {
		return Blocking.await(this.reactive.tag(repository, name, target));
	}

}
