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

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import io.agentbay.command.ReactiveCommand;
import io.agentbay.internal.shell.GitAnswers;
import io.agentbay.internal.shell.GitCommandLine;
import io.agentbay.internal.shell.GitRunner;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Git repositories in a session, worked on by the session's own git. Arguments are quoted
 * and cannot be taken for options: a value that begins with a dash is refused. Git never
 * asks for credentials; without them an operation that needs some fails.
 */
public final class ReactiveGit {

	private static final Duration CLONE_TIMEOUT = Duration.ofMinutes(5);

	private static final Duration REMOTE_TIMEOUT = Duration.ofMinutes(2);

	private final GitRunner git;

	/**
	 * Create the feature for a session.
	 * @param command runs commands in the session
	 */
	public ReactiveGit(ReactiveCommand command) {
		this.git = new GitRunner(command);
	}

	/**
	 * Clone a repository: {@code git clone}.
	 * @param url where from
	 * @return where to
	 * @throws IllegalArgumentException if the address is blank or begins with a dash
	 */
	public Mono<GitResult<String>> clone(String url) {
		return clone(url, GitCloneOptions.defaults());
	}

	/**
	 * Clone a repository, for at most five minutes: {@code git clone}.
	 * @param url where from
	 * @param options where to, and what of it
	 * @return where to
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public Mono<GitResult<String>> clone(String url, GitCloneOptions options) {
		Assert.hasText(url, "'url' must not be empty");
		Assert.notNull(options, "'options' must not be null");
		String path = (options.path() != null) ? options.path() : directoryOf(url);
		Integer depth = options.depth();
		GitCommandLine line = GitCommandLine.anywhere("clone")
			.option("--branch", "branch", options.branch())
			.fixedIf(options.branch() != null, "--single-branch")
			.option("--depth", "depth", (depth != null) ? depth.toString() : null)
			.value("url", url)
			.value("path", path);
		return this.git.run("clone", line, CLONE_TIMEOUT, (output) -> path);
	}

	private static String directoryOf(String url) {
		String stripped = url.replaceAll("/+$", "").replaceAll("\\.git$", "");
		String decoded = URLDecoder.decode(stripped.replace("+", "%2B"), StandardCharsets.UTF_8);
		return decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf(':')) + 1);
	}

	/**
	 * Make a repository: {@code git init}.
	 * @param path where
	 * @return where
	 * @throws IllegalArgumentException if the path is blank or begins with a dash
	 */
	public Mono<GitResult<String>> init(String path) {
		return init(path, null, false);
	}

	/**
	 * Make a repository: {@code git init}.
	 * @param path where
	 * @param initialBranch its first branch, {@code null} for git's default
	 * @param bare whether it has no files of its own
	 * @return where
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public Mono<GitResult<String>> init(String path, @Nullable String initialBranch, boolean bare) {
		GitCommandLine line = GitCommandLine.anywhere("init")
			.option("--initial-branch", "initialBranch", initialBranch)
			.fixedIf(bare, "--bare")
			.value("path", path);
		return this.git.run("init", line, (output) -> path);
	}

	/**
	 * Stage all changes: {@code git add -A}.
	 * @param repository the repository
	 * @return whether it succeeded
	 */
	public Mono<GitResult<Void>> addAll(String repository) {
		return this.git.run("add", GitCommandLine.in(repository, "add").fixed("-A"));
	}

	/**
	 * Stage the changes of files: {@code git add}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if there are no files
	 */
	public Mono<GitResult<Void>> add(String repository, List<String> paths) {
		return this.git.run("add", GitCommandLine.in(repository, "add").paths(paths));
	}

	/**
	 * Commit what is staged: {@code git commit}.
	 * @param repository the repository
	 * @param message the message
	 * @return the start of the commit's hash
	 * @throws IllegalArgumentException if the message is blank
	 */
	public Mono<GitResult<String>> commit(String repository, String message) {
		return commit(repository, message, GitCommitOptions.defaults());
	}

	/**
	 * Commit what is staged: {@code git commit}.
	 * @param repository the repository
	 * @param message the message
	 * @param options who commits, and whether there may be nothing to commit
	 * @return the start of the commit's hash
	 * @throws IllegalArgumentException if the message is blank
	 */
	public Mono<GitResult<String>> commit(String repository, String message, GitCommitOptions options) {
		Assert.hasText(message, "'message' must not be empty");
		Assert.notNull(options, "'options' must not be null");
		GitCommandLine line = GitCommandLine
			.configured(repository, "user.name", options.authorName(), "user.email", options.authorEmail())
			.fixed("commit", "-m")
			.raw("message", message)
			.fixedIf(options.allowEmpty(), "--allow-empty");
		return this.git.run("commit", line, GitAnswers::commitHash);
	}

	/**
	 * Tell what is changed: {@code git status}.
	 * @param repository the repository
	 * @return its state
	 */
	public Mono<GitResult<GitStatus>> status(String repository) {
		return this.git.run("status", GitCommandLine.in(repository, "status").fixed("--porcelain=1", "-b", "-z"),
				GitAnswers::status);
	}

	/**
	 * Return the whole history: {@code git log}.
	 * @param repository the repository
	 * @return the commits, the latest first
	 */
	public Mono<GitResult<List<GitCommit>>> log(String repository) {
		return this.git.run("log", GitCommandLine.in(repository, "log").fixed(GitAnswers.LOG_FORMAT), GitAnswers::log);
	}

	/**
	 * Return the end of the history: {@code git log}.
	 * @param repository the repository
	 * @param maxCount how many commits at the most, at least 1
	 * @return the commits, the latest first
	 * @throws IllegalArgumentException if the number is below 1
	 */
	public Mono<GitResult<List<GitCommit>>> log(String repository, int maxCount) {
		Assert.isTrue(maxCount >= 1, "'maxCount' must be at least 1");
		return this.git.run("log",
				GitCommandLine.in(repository, "log").fixed(GitAnswers.LOG_FORMAT, "--max-count=" + maxCount),
				GitAnswers::log);
	}

	/**
	 * List the local branches: {@code git branch}.
	 * @param repository the repository
	 * @return the branches
	 */
	public Mono<GitResult<GitBranches>> listBranches(String repository) {
		return this.git.run("branch",
				GitCommandLine.in(repository, "branch").fixed("--format=%(refname:short)%09%(HEAD)"),
				GitAnswers::branches);
	}

	/**
	 * Make a branch, and check it out: {@code git checkout -b}.
	 * @param repository the repository
	 * @param branch its name
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	public Mono<GitResult<Void>> createBranch(String repository, String branch) {
		return createBranch(repository, branch, true);
	}

	/**
	 * Make a branch: {@code git checkout -b} or {@code git branch}.
	 * @param repository the repository
	 * @param branch its name
	 * @param checkout whether to check it out
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	public Mono<GitResult<Void>> createBranch(String repository, String branch, boolean checkout) {
		GitCommandLine line = checkout ? GitCommandLine.in(repository, "checkout").fixed("-b")
				: GitCommandLine.in(repository, "branch");
		return this.git.run("branch", line.value("branch", branch));
	}

	/**
	 * Check a branch out: {@code git checkout}.
	 * @param repository the repository
	 * @param branch its name
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	public Mono<GitResult<Void>> checkoutBranch(String repository, String branch) {
		return this.git.run("checkout", GitCommandLine.in(repository, "checkout").value("branch", branch).fixed("--"));
	}

	/**
	 * Delete a branch: {@code git branch -d}.
	 * @param repository the repository
	 * @param branch its name
	 * @param force whether to delete it although its commits are nowhere else
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	public Mono<GitResult<Void>> deleteBranch(String repository, String branch, boolean force) {
		return this.git.run("branch",
				GitCommandLine.in(repository, "branch").fixed(force ? "-D" : "-d").value("branch", branch));
	}

	/**
	 * Name a remote repository: {@code git remote add}.
	 * @param repository the repository
	 * @param name the name
	 * @param url where it is
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public Mono<GitResult<Void>> remoteAdd(String repository, String name, String url) {
		return remoteAdd(repository, name, url, false, false);
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
	public Mono<GitResult<Void>> remoteAdd(String repository, String name, String url, boolean fetch,
			boolean overwrite) {
		String add = GitCommandLine.in(repository, "remote").fixed("add").value("name", name).value("url", url).text();
		String set = GitCommandLine.in(repository, "remote")
			.fixed("set-url")
			.value("name", name)
			.value("url", url)
			.text();
		String line = overwrite ? "{ " + add + " 2>/dev/null || " + set + "; }" : add;
		String fetching = GitCommandLine.in(repository, "fetch").value("name", name).text();
		return this.git.run("remote add", fetch ? line + " && " + fetching : line, REMOTE_TIMEOUT, (output) -> null);
	}

	/**
	 * Tell where a remote repository is: {@code git remote get-url}.
	 * @param repository the repository
	 * @param name the name
	 * @return the address, a success without value if the name is not known
	 * @throws IllegalArgumentException if the name is blank or begins with a dash
	 */
	public Mono<GitResult<String>> remoteGet(String repository, String name) {
		GitCommandLine line = GitCommandLine.in(repository, "remote").fixed("get-url").value("name", name);
		return this.git.run("remote get-url", line, String::strip)
			.map((result) -> GitRunner.isAbsent(result, "no such remote") ? GitRunner.absent(result) : result);
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
	public Mono<GitResult<Void>> reset(String repository, @Nullable GitResetMode mode, @Nullable String target) {
		GitCommandLine line = GitCommandLine.in(repository, "reset");
		if (mode != null) {
			line.fixed(mode.option());
		}
		return this.git.run("reset", line.optionalValue("target", target));
	}

	/**
	 * Unstage files: {@code git reset}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if there are no files
	 */
	public Mono<GitResult<Void>> resetPaths(String repository, List<String> paths) {
		return this.git.run("reset", GitCommandLine.in(repository, "reset").paths(paths));
	}

	/**
	 * Undo the changes of files that are not staged: {@code git restore}.
	 * @param repository the repository
	 * @param paths the files, at least one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if there are no files
	 */
	public Mono<GitResult<Void>> restore(String repository, List<String> paths) {
		return restore(repository, paths, false, null);
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
	public Mono<GitResult<Void>> restore(String repository, List<String> paths, boolean staged,
			@Nullable String source) {
		return this.git.run("restore",
				GitCommandLine.in(repository, "restore")
					.fixed(staged ? "--staged" : "--worktree")
					.option("--source", "source", source)
					.paths(paths));
	}

	/**
	 * Fetch and merge, for at most two minutes: {@code git pull}.
	 * @param repository the repository
	 * @return whether it succeeded
	 */
	public Mono<GitResult<Void>> pull(String repository) {
		return pull(repository, null, null);
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
	public Mono<GitResult<Void>> pull(String repository, @Nullable String remote, @Nullable String branch) {
		Assert.isTrue(branch == null || remote != null, "'remote' must be given when 'branch' is");
		GitCommandLine line = GitCommandLine.in(repository, "pull")
			.optionalValue("remote", remote)
			.optionalValue("branch", branch);
		return this.git.run("pull", line, REMOTE_TIMEOUT, (output) -> null);
	}

	/**
	 * Send commits, for at most two minutes: {@code git push}.
	 * @param repository the repository
	 * @param remote where to
	 * @param branch the branch to send, which then follows the remote one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public Mono<GitResult<Void>> push(String repository, String remote, String branch) {
		GitCommandLine line = GitCommandLine.in(repository, "push")
			.fixed("--set-upstream")
			.value("remote", remote)
			.value("branch", branch);
		return this.git.run("push", line, REMOTE_TIMEOUT, (output) -> null);
	}

	/**
	 * Return what is changed, line by line: {@code git diff}.
	 * @param repository the repository
	 * @param staged whether to compare what is staged rather than what is not
	 * @return the differences, empty if there are none
	 */
	public Mono<GitResult<String>> diff(String repository, boolean staged) {
		return this.git.run("diff", GitCommandLine.in(repository, "diff").fixedIf(staged, "--staged"),
				Function.identity());
	}

	/**
	 * Set who commits: {@code git config}.
	 * @param repository the repository
	 * @param name the name
	 * @param email the address
	 * @param scope where the setting holds
	 * @return whether it succeeded
	 */
	public Mono<GitResult<Void>> configureUser(String repository, String name, String email, GitScope scope) {
		GitCommandLine first = setting(repository, "user.name", "name", name, scope);
		GitCommandLine second = setting(repository, "user.email", "email", email, scope);
		return this.git.run("config", first)
			.flatMap((set) -> set.success() ? this.git.run("config", second) : Mono.just(set));
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
	public Mono<GitResult<Void>> setConfig(String repository, String key, String value, GitScope scope) {
		return this.git.run("config", setting(repository, key, "value", value, scope));
	}

	private static GitCommandLine setting(String repository, String key, String name, String value, GitScope scope) {
		Assert.notNull(scope, "'scope' must not be null");
		return GitCommandLine.in(repository, "config").fixed(scope.option()).value("key", key).value(name, value);
	}

	/**
	 * Read a setting: {@code git config --get}.
	 * @param repository the repository
	 * @param key the name of the setting
	 * @param scope where the setting holds
	 * @return its value, a success without value if it is not set
	 * @throws IllegalArgumentException if the key is blank or begins with a dash
	 */
	public Mono<GitResult<String>> getConfig(String repository, String key, GitScope scope) {
		Assert.notNull(scope, "'scope' must not be null");
		GitCommandLine line = GitCommandLine.in(repository, "config").fixed(scope.option(), "--get").value("key", key);
		return this.git.run("config", line, String::strip).map((result) -> {
			GitError error = result.error();
			boolean unset = error != null && error.exitCode() == 1 && error.stderr().isBlank();
			return unset ? GitRunner.absent(result) : result;
		});
	}

	/**
	 * Fetch commits without merging them, for at most two minutes: {@code git fetch}.
	 * @param repository the repository
	 * @param remote where from, {@code null} for the branch's own remote
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public Mono<GitResult<Void>> fetch(String repository, @Nullable String remote) {
		return this.git.run("fetch", GitCommandLine.in(repository, "fetch").optionalValue("remote", remote),
				REMOTE_TIMEOUT, (output) -> null);
	}

	/**
	 * Merge a branch into the current one: {@code git merge}. A conflict is a failure
	 * that leaves the merge half done.
	 * @param repository the repository
	 * @param branch the branch
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public Mono<GitResult<Void>> merge(String repository, String branch) {
		return this.git.run("merge", GitCommandLine.in(repository, "merge").fixed("--no-edit").value("branch", branch));
	}

	/**
	 * Put what is changed aside: {@code git stash push}.
	 * @param repository the repository
	 * @param message what it is called, {@code null} for git's own words
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public Mono<GitResult<Void>> stash(String repository, @Nullable String message) {
		return this.git.run("stash",
				GitCommandLine.in(repository, "stash").fixed("push").option("--message", "message", message));
	}

	/**
	 * Take back what was put aside last: {@code git stash pop}.
	 * @param repository the repository
	 * @return whether it succeeded
	 */
	public Mono<GitResult<Void>> stashPop(String repository) {
		return this.git.run("stash", GitCommandLine.in(repository, "stash").fixed("pop"));
	}

	/**
	 * Name a commit: {@code git tag}.
	 * @param repository the repository
	 * @param name the name
	 * @param target the commit, {@code null} for the current one
	 * @return whether it succeeded
	 * @throws IllegalArgumentException if a value is blank or begins with a dash
	 */
	public Mono<GitResult<Void>> tag(String repository, String name, @Nullable String target) {
		return this.git.run("tag",
				GitCommandLine.in(repository, "tag").value("name", name).optionalValue("target", target));
	}

}
