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
import java.util.function.UnaryOperator;

import io.agentbay.internal.blocking.BlockingGit;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Git repositories in a session, worked on by the session's own git; operations have the
 * names of its commands. Arguments are quoted and cannot be taken for options: a value
 * that begins with a dash is refused. Git never asks for credentials; without them an
 * operation that needs some fails. A command that fails, or takes longer than 30 seconds
 * where nothing else is said, is a {@link GitException}. Called by applications: new
 * methods may be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveGit {

	/**
	 * Clone a repository, for at most five minutes: {@code git clone}.
	 * @param url where from
	 * @return where to
	 * @throws IllegalArgumentException if the address is blank or begins with a dash
	 */
	default Mono<String> clone(String url) {
		return clone(url, GitCloneOptions.defaults());
	}

	/**
	 * Clone a repository, for at most five minutes: {@code git clone}.
	 * @param url where from
	 * @param path where to, a directory that is made
	 * @return where to
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	default Mono<String> clone(String url, String path) {
		return clone(url, GitCloneOptions.of((options) -> options.withPath(path)));
	}

	/**
	 * Clone a repository, for at most five minutes: {@code git clone}.
	 * @param url where from
	 * @param options changes the default options
	 * @return where to
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	default Mono<String> clone(String url, UnaryOperator<GitCloneOptions> options) {
		return clone(url, GitCloneOptions.of(options));
	}

	/**
	 * Clone a repository, for at most five minutes: {@code git clone}.
	 * @param url where from
	 * @param options where to, and what of it
	 * @return where to
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<String> clone(String url, GitCloneOptions options);

	/**
	 * Make a repository: {@code git init}.
	 * @param path where
	 * @return where
	 * @throws IllegalArgumentException if the path is blank or begins with a dash
	 */
	default Mono<String> init(String path) {
		return init(path, GitInitOptions.defaults());
	}

	/**
	 * Make a repository: {@code git init}.
	 * @param path where
	 * @param options changes the default options
	 * @return where
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	default Mono<String> init(String path, UnaryOperator<GitInitOptions> options) {
		return init(path, GitInitOptions.of(options));
	}

	/**
	 * Make a repository: {@code git init}.
	 * @param path where
	 * @param options its first branch, and whether it has files of its own
	 * @return where
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<String> init(String path, GitInitOptions options);

	/**
	 * Stage all changes: {@code git add -A}.
	 * @param repository the repository
	 * @return completes when they are staged
	 */
	Mono<Void> addAll(String repository);

	/**
	 * Stage the changes of files: {@code git add}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @return completes when they are staged
	 * @throws IllegalArgumentException if there are no files
	 */
	Mono<Void> add(String repository, List<String> paths);

	/**
	 * Commit what is staged: {@code git commit}.
	 * @param repository the repository
	 * @param message the message
	 * @return the start of the commit's hash, empty if git does not tell it
	 * @throws IllegalArgumentException if the message is blank
	 */
	default Mono<String> commit(String repository, String message) {
		return commit(repository, message, GitCommitOptions.defaults());
	}

	/**
	 * Commit what is staged: {@code git commit}.
	 * @param repository the repository
	 * @param message the message
	 * @param options changes the default options
	 * @return the start of the commit's hash, empty if git does not tell it
	 * @throws IllegalArgumentException if the message is blank
	 */
	default Mono<String> commit(String repository, String message, UnaryOperator<GitCommitOptions> options) {
		return commit(repository, message, GitCommitOptions.of(options));
	}

	/**
	 * Commit what is staged: {@code git commit}.
	 * @param repository the repository
	 * @param message the message
	 * @param options who commits, and whether there may be nothing to commit
	 * @return the start of the commit's hash, empty if git does not tell it
	 * @throws IllegalArgumentException if the message is blank
	 */
	Mono<String> commit(String repository, String message, GitCommitOptions options);

	/**
	 * Tell what is changed: {@code git status}.
	 * @param repository the repository
	 * @return its state
	 */
	Mono<GitStatus> status(String repository);

	/**
	 * List the whole history: {@code git log}.
	 * @param repository the repository
	 * @return the commits, the latest first
	 */
	@BlockingShape(Kind.LIST)
	Flux<GitCommit> log(String repository);

	/**
	 * List the end of the history: {@code git log}.
	 * @param repository the repository
	 * @param maxCount how many commits at the most, at least 1
	 * @return the commits, the latest first
	 * @throws IllegalArgumentException if the number is below 1
	 */
	@BlockingShape(Kind.LIST)
	Flux<GitCommit> log(String repository, int maxCount);

	/**
	 * List the local branches: {@code git branch}.
	 * @param repository the repository
	 * @return the branches
	 */
	Mono<GitBranches> listBranches(String repository);

	/**
	 * Make a branch, without checking it out: {@code git branch}.
	 * @param repository the repository
	 * @param branch its name
	 * @return completes when there is the branch
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	Mono<Void> createBranch(String repository, String branch);

	/**
	 * Check a branch out: {@code git checkout}.
	 * @param repository the repository
	 * @param branch its name
	 * @return completes when it is checked out
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	Mono<Void> checkoutBranch(String repository, String branch);

	/**
	 * Make a branch, and check it out: {@code git checkout -b}.
	 * @param repository the repository
	 * @param branch its name
	 * @return completes when it is checked out
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	Mono<Void> checkoutNewBranch(String repository, String branch);

	/**
	 * Delete a branch, unless its commits are nowhere else: {@code git branch -d}.
	 * @param repository the repository
	 * @param branch its name
	 * @return completes when it is deleted
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	Mono<Void> deleteBranch(String repository, String branch);

	/**
	 * Delete a branch, although its commits may be nowhere else: {@code git branch -D}.
	 * @param repository the repository
	 * @param branch its name
	 * @return completes when it is deleted
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	Mono<Void> forceDeleteBranch(String repository, String branch);

	/**
	 * Name a remote repository, for at most two minutes: {@code git remote add}.
	 * @param repository the repository
	 * @param name the name
	 * @param url where it is
	 * @param options what is done besides
	 * @return completes when the name is known
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<Void> addRemote(String repository, String name, String url, GitRemoteOption... options);

	/**
	 * Tell where a remote repository is: {@code git remote get-url}.
	 * @param repository the repository
	 * @param name the name
	 * @return the address, nothing if the name is not known
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	Mono<String> findRemoteUrl(String repository, String name);

	/**
	 * Unstage all changes: {@code git reset}.
	 * @param repository the repository
	 * @return completes when they are unstaged
	 */
	Mono<Void> reset(String repository);

	/**
	 * Unstage or undo what was changed since the last commit: {@code git reset}.
	 * @param repository the repository
	 * @param mode what to do with staged changes and files
	 * @return completes when that is done
	 */
	Mono<Void> reset(String repository, GitResetMode mode);

	/**
	 * Go back to a commit: {@code git reset}.
	 * @param repository the repository
	 * @param mode what to do with staged changes and files
	 * @param target the commit
	 * @return completes when that is done
	 * @throws IllegalArgumentException if the target is blank or begins with a dash
	 */
	Mono<Void> reset(String repository, GitResetMode mode, String target);

	/**
	 * Unstage files: {@code git reset}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @return completes when they are unstaged
	 * @throws IllegalArgumentException if there are no files
	 */
	Mono<Void> resetPaths(String repository, List<String> paths);

	/**
	 * Undo the changes of files that are not staged: {@code git restore}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @return completes when they are undone
	 * @throws IllegalArgumentException if there are no files
	 */
	default Mono<Void> restore(String repository, List<String> paths) {
		return restore(repository, paths, GitRestoreOptions.defaults());
	}

	/**
	 * Undo the changes of files: {@code git restore}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @param options changes the default options
	 * @return completes when they are undone
	 * @throws IllegalArgumentException if there are no files, or the source is blank or
	 * begins with a dash
	 */
	default Mono<Void> restore(String repository, List<String> paths, UnaryOperator<GitRestoreOptions> options) {
		return restore(repository, paths, GitRestoreOptions.of(options));
	}

	/**
	 * Undo the changes of files: {@code git restore}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @param options which changes, and what the files become
	 * @return completes when they are undone
	 * @throws IllegalArgumentException if there are no files, or the source is blank or
	 * begins with a dash
	 */
	Mono<Void> restore(String repository, List<String> paths, GitRestoreOptions options);

	/**
	 * Fetch and merge what the current branch follows, for at most two minutes:
	 * {@code git pull}.
	 * @param repository the repository
	 * @return completes when it is merged; contradicting changes are a
	 * {@link GitConflictException} and leave the merge half done
	 */
	Mono<Void> pull(String repository);

	/**
	 * Fetch and merge the branch that is followed from a remote repository, for at most
	 * two minutes: {@code git pull}.
	 * @param repository the repository
	 * @param remote where from
	 * @return completes when it is merged
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<Void> pull(String repository, String remote);

	/**
	 * Fetch and merge a branch from a remote repository, for at most two minutes:
	 * {@code git pull}.
	 * @param repository the repository
	 * @param remote where from
	 * @param branch the remote branch
	 * @return completes when it is merged
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<Void> pull(String repository, String remote, String branch);

	/**
	 * Send commits, for at most two minutes: {@code git push}.
	 * @param repository the repository
	 * @param remote where to
	 * @param branch the branch to send, which then follows the remote one
	 * @return completes when they are sent
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<Void> push(String repository, String remote, String branch);

	/**
	 * Tell what is changed and not staged, line by line: {@code git diff}.
	 * @param repository the repository
	 * @return the differences, empty if there are none
	 */
	Mono<String> diff(String repository);

	/**
	 * Tell what is changed and staged, line by line: {@code git diff --staged}.
	 * @param repository the repository
	 * @return the differences, empty if there are none
	 */
	Mono<String> diffStaged(String repository);

	/**
	 * Set who commits: {@code git config}.
	 * @param repository the repository
	 * @param name the name
	 * @param email the address
	 * @param scope where the setting holds
	 * @return completes when both are set
	 */
	Mono<Void> configureUser(String repository, String name, String email, GitScope scope);

	/**
	 * Change a setting: {@code git config}.
	 * @param repository the repository
	 * @param key the name of the setting
	 * @param value its value
	 * @param scope where the setting holds
	 * @return completes when it is changed
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<Void> setConfig(String repository, String key, String value, GitScope scope);

	/**
	 * Read a setting: {@code git config --get}.
	 * @param repository the repository
	 * @param key the name of the setting
	 * @param scope where the setting holds
	 * @return its value, nothing if it is not set
	 * @throws IllegalArgumentException if the key is blank or begins with a dash
	 */
	Mono<String> findConfig(String repository, String key, GitScope scope);

	/**
	 * Fetch commits without merging them, for at most two minutes: {@code git fetch}.
	 * @param repository the repository
	 * @return completes when they are there
	 */
	Mono<Void> fetch(String repository);

	/**
	 * Fetch commits of a remote repository without merging them, for at most two minutes:
	 * {@code git fetch}.
	 * @param repository the repository
	 * @param remote where from
	 * @return completes when they are there
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<Void> fetch(String repository, String remote);

	/**
	 * Merge a branch into the current one: {@code git merge}.
	 * @param repository the repository
	 * @param branch the branch
	 * @return completes when it is merged; contradicting changes are a
	 * {@link GitConflictException} and leave the merge half done
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<Void> merge(String repository, String branch);

	/**
	 * Put what is changed aside, under git's own words: {@code git stash push}.
	 * @param repository the repository
	 * @return completes when it is aside
	 */
	Mono<Void> stash(String repository);

	/**
	 * Put what is changed aside: {@code git stash push}.
	 * @param repository the repository
	 * @param message what it is called
	 * @return completes when it is aside
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<Void> stash(String repository, String message);

	/**
	 * Take back what was put aside last: {@code git stash pop}.
	 * @param repository the repository
	 * @return completes when it is back
	 */
	Mono<Void> stashPop(String repository);

	/**
	 * Name the current commit: {@code git tag}.
	 * @param repository the repository
	 * @param name the name
	 * @return completes when it is named
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<Void> tag(String repository, String name);

	/**
	 * Name a commit: {@code git tag}.
	 * @param repository the repository
	 * @param name the name
	 * @param target the commit
	 * @return completes when it is named
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	Mono<Void> tag(String repository, String name, String target);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default Git blocking() {
		return new BlockingGit(this);
	}

}
