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

package io.agentbay.internal.shell;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.agentbay.command.ReactiveCommand;
import io.agentbay.git.GitBranches;
import io.agentbay.git.GitCloneOptions;
import io.agentbay.git.GitCommit;
import io.agentbay.git.GitCommitOptions;
import io.agentbay.git.GitException;
import io.agentbay.git.GitInitOptions;
import io.agentbay.git.GitRemoteOption;
import io.agentbay.git.GitResetMode;
import io.agentbay.git.GitRestoreOptions;
import io.agentbay.git.GitScope;
import io.agentbay.git.GitStatus;
import io.agentbay.git.ReactiveGit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Works on repositories by the git of the session.
 */
public final class DefaultReactiveGit implements ReactiveGit {

	private static final Duration CLONE_TIMEOUT = Duration.ofMinutes(5);

	private static final Duration REMOTE_TIMEOUT = Duration.ofMinutes(2);

	private final GitRunner git;

	/**
	 * Create the feature for a session.
	 * @param command runs commands in the session
	 */
	public DefaultReactiveGit(ReactiveCommand command) {
		this.git = new GitRunner(command);
	}

	@Override
	public Mono<String> clone(String url, GitCloneOptions options) {
		Assert.hasText(url, "'url' must not be empty");
		Assert.notNull(options, "'options' must not be null");
		String path = (options.path() != null) ? options.path() : directoryOf(url);
		Integer depth = options.depth();
		GitCommandLine line = GitCommandLine.anywhere("clone")
			.option("--branch", "branch", options.branch())
			.fixedIf(options.branch() != null, "--single-branch")
			.option("--depth", "depth", (depth != null) ? depth.toString() : null)
			.value("url", url)
			.path("path", path);
		return this.git.read("clone", line, CLONE_TIMEOUT, (output) -> path);
	}

	private static String directoryOf(String url) {
		String stripped = url.replaceAll("/+$", "").replaceAll("\\.git$", "");
		String decoded = URLDecoder.decode(stripped.replace("+", "%2B"), StandardCharsets.UTF_8);
		return decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf(':')) + 1);
	}

	@Override
	public Mono<String> init(String path, GitInitOptions options) {
		Assert.notNull(options, "'options' must not be null");
		GitCommandLine line = GitCommandLine.anywhere("init")
			.option("--initial-branch", "initialBranch", options.initialBranch())
			.fixedIf(options.bare(), "--bare")
			.path("path", path);
		return this.git.read("init", line, (output) -> path);
	}

	@Override
	public Mono<Void> addAll(String repository) {
		return this.git.run("add", GitCommandLine.in(repository, "add").fixed("-A"));
	}

	@Override
	public Mono<Void> add(String repository, List<String> paths) {
		return this.git.run("add", GitCommandLine.in(repository, "add").paths(paths));
	}

	@Override
	public Mono<String> commit(String repository, String message, GitCommitOptions options) {
		Assert.hasText(message, "'message' must not be empty");
		Assert.notNull(options, "'options' must not be null");
		GitCommandLine line = GitCommandLine
			.configured(repository, "user.name", options.authorName(), "user.email", options.authorEmail())
			.fixed("commit", "-m")
			.raw("message", message)
			.fixedIf(options.emptyAllowed(), "--allow-empty");
		return this.git.read("commit", line, GitAnswers::commitHash);
	}

	@Override
	public Mono<GitStatus> status(String repository) {
		return this.git.read("status", GitCommandLine.in(repository, "status").fixed("--porcelain=1", "-b", "-z"),
				GitAnswers::status);
	}

	@Override
	public Flux<GitCommit> log(String repository) {
		return log(GitCommandLine.in(repository, "log").fixed(GitAnswers.LOG_FORMAT));
	}

	@Override
	public Flux<GitCommit> log(String repository, int maxCount) {
		Assert.isTrue(maxCount >= 1, "'maxCount' must be at least 1");
		return log(GitCommandLine.in(repository, "log").fixed(GitAnswers.LOG_FORMAT, "--max-count=" + maxCount));
	}

	private Flux<GitCommit> log(GitCommandLine line) {
		return this.git.read("log", line, GitAnswers::log).flatMapIterable(Function.identity());
	}

	@Override
	public Mono<GitBranches> listBranches(String repository) {
		return this.git.read("branch",
				GitCommandLine.in(repository, "branch").fixed("--format=%(refname:short)%09%(HEAD)"),
				GitAnswers::branches);
	}

	@Override
	public Mono<Void> createBranch(String repository, String branch) {
		return this.git.run("branch", GitCommandLine.in(repository, "branch").value("branch", branch));
	}

	@Override
	public Mono<Void> checkoutBranch(String repository, String branch) {
		return this.git.run("checkout", GitCommandLine.in(repository, "checkout").value("branch", branch).fixed("--"));
	}

	@Override
	public Mono<Void> checkoutNewBranch(String repository, String branch) {
		return this.git.run("checkout", GitCommandLine.in(repository, "checkout").fixed("-b").value("branch", branch));
	}

	@Override
	public Mono<Void> deleteBranch(String repository, String branch) {
		return this.git.run("branch", GitCommandLine.in(repository, "branch").fixed("-d").value("branch", branch));
	}

	@Override
	public Mono<Void> forceDeleteBranch(String repository, String branch) {
		return this.git.run("branch", GitCommandLine.in(repository, "branch").fixed("-D").value("branch", branch));
	}

	@Override
	public Mono<Void> addRemote(String repository, String name, String url, GitRemoteOption... options) {
		Assert.notNull(options, "'options' must not be null");
		Assert.noNullElements(options, "'options' must not hold null");
		List<GitRemoteOption> chosen = List.of(options);
		String add = GitCommandLine.in(repository, "remote").fixed("add").value("name", name).value("url", url).text();
		String set = GitCommandLine.in(repository, "remote")
			.fixed("set-url")
			.value("name", name)
			.value("url", url)
			.text();
		String line = chosen.contains(GitRemoteOption.OVERWRITE) ? "{ " + add + " 2>/dev/null || " + set + "; }" : add;
		String fetching = GitCommandLine.in(repository, "fetch").value("name", name).text();
		return this.git.run("remote add", chosen.contains(GitRemoteOption.FETCH) ? line + " && " + fetching : line,
				REMOTE_TIMEOUT);
	}

	@Override
	public Mono<String> findRemoteUrl(String repository, String name) {
		GitCommandLine line = GitCommandLine.in(repository, "remote").fixed("get-url").value("name", name);
		return this.git.read("remote get-url", line, String::strip)
			.onErrorResume(GitException.class, (ex) -> ex.stderr().toLowerCase(Locale.ROOT).contains("no such remote")
					? Mono.empty() : Mono.error(ex));
	}

	@Override
	public Mono<Void> reset(String repository) {
		return this.git.run("reset", GitCommandLine.in(repository, "reset"));
	}

	@Override
	public Mono<Void> reset(String repository, GitResetMode mode) {
		return this.git.run("reset", GitCommandLine.in(repository, "reset").fixed(option("mode", mode)));
	}

	@Override
	public Mono<Void> reset(String repository, GitResetMode mode, String target) {
		return this.git.run("reset",
				GitCommandLine.in(repository, "reset").fixed(option("mode", mode)).value("target", target));
	}

	@Override
	public Mono<Void> resetPaths(String repository, List<String> paths) {
		return this.git.run("reset", GitCommandLine.in(repository, "reset").paths(paths));
	}

	@Override
	public Mono<Void> restore(String repository, List<String> paths, GitRestoreOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return this.git.run("restore",
				GitCommandLine.in(repository, "restore")
					.fixed(options.staged() ? "--staged" : "--worktree")
					.option("--source", "source", options.source())
					.paths(paths));
	}

	@Override
	public Mono<Void> pull(String repository) {
		return this.git.run("pull", GitCommandLine.in(repository, "pull"), REMOTE_TIMEOUT);
	}

	@Override
	public Mono<Void> pull(String repository, String remote) {
		return this.git.run("pull", GitCommandLine.in(repository, "pull").value("remote", remote), REMOTE_TIMEOUT);
	}

	@Override
	public Mono<Void> pull(String repository, String remote, String branch) {
		return this.git.run("pull",
				GitCommandLine.in(repository, "pull").value("remote", remote).value("branch", branch), REMOTE_TIMEOUT);
	}

	@Override
	public Mono<Void> push(String repository, String remote, String branch) {
		GitCommandLine line = GitCommandLine.in(repository, "push")
			.fixed("--set-upstream")
			.value("remote", remote)
			.value("branch", branch);
		return this.git.run("push", line, REMOTE_TIMEOUT);
	}

	@Override
	public Mono<String> diff(String repository) {
		return this.git.read("diff", GitCommandLine.in(repository, "diff"), Function.identity());
	}

	@Override
	public Mono<String> diffStaged(String repository) {
		return this.git.read("diff", GitCommandLine.in(repository, "diff").fixed("--staged"), Function.identity());
	}

	@Override
	public Mono<Void> configureUser(String repository, String name, String email, GitScope scope) {
		Mono<Void> first = this.git.run("config", setting(repository, "user.name", "name", name, scope));
		Mono<Void> second = this.git.run("config", setting(repository, "user.email", "email", email, scope));
		return first.then(second);
	}

	@Override
	public Mono<Void> setConfig(String repository, String key, String value, GitScope scope) {
		return this.git.run("config", setting(repository, key, "value", value, scope));
	}

	private static GitCommandLine setting(String repository, String key, String name, String value, GitScope scope) {
		return GitCommandLine.in(repository, "config")
			.fixed(option("scope", scope))
			.value("key", key)
			.value(name, value);
	}

	@Override
	public Mono<String> findConfig(String repository, String key, GitScope scope) {
		GitCommandLine line = GitCommandLine.in(repository, "config")
			.fixed(option("scope", scope), "--get")
			.value("key", key);
		return this.git.read("config", line, String::strip)
			.onErrorResume(GitException.class,
					(ex) -> (ex.exitCode() == 1 && ex.stderr().isBlank()) ? Mono.empty() : Mono.error(ex));
	}

	@Override
	public Mono<Void> fetch(String repository) {
		return this.git.run("fetch", GitCommandLine.in(repository, "fetch"), REMOTE_TIMEOUT);
	}

	@Override
	public Mono<Void> fetch(String repository, String remote) {
		return this.git.run("fetch", GitCommandLine.in(repository, "fetch").value("remote", remote), REMOTE_TIMEOUT);
	}

	@Override
	public Mono<Void> merge(String repository, String branch) {
		return this.git.run("merge", GitCommandLine.in(repository, "merge").fixed("--no-edit").value("branch", branch));
	}

	@Override
	public Mono<Void> stash(String repository) {
		return this.git.run("stash", GitCommandLine.in(repository, "stash").fixed("push"));
	}

	@Override
	public Mono<Void> stash(String repository, String message) {
		return this.git.run("stash",
				GitCommandLine.in(repository, "stash").fixed("push", "--message").value("message", message));
	}

	@Override
	public Mono<Void> stashPop(String repository) {
		return this.git.run("stash", GitCommandLine.in(repository, "stash").fixed("pop"));
	}

	@Override
	public Mono<Void> tag(String repository, String name) {
		return this.git.run("tag", GitCommandLine.in(repository, "tag").value("name", name));
	}

	@Override
	public Mono<Void> tag(String repository, String name, String target) {
		return this.git.run("tag", GitCommandLine.in(repository, "tag").value("name", name).value("target", target));
	}

	private static String option(String name, Enum<?> value) {
		Assert.notNull(value, () -> "'" + name + "' must not be null");
		return "--" + value.name().toLowerCase(Locale.ROOT);
	}

}
