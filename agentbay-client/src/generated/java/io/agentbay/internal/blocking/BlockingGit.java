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
// Written by agentbay-face from ReactiveGit. Change that, not this.

package io.agentbay.internal.blocking;

import java.util.List;
import java.util.Optional;

import io.agentbay.git.Git;
import io.agentbay.git.GitBranches;
import io.agentbay.git.GitCloneOptions;
import io.agentbay.git.GitCommit;
import io.agentbay.git.GitCommitOptions;
import io.agentbay.git.GitInitOptions;
import io.agentbay.git.GitRemoteOption;
import io.agentbay.git.GitResetMode;
import io.agentbay.git.GitRestoreOptions;
import io.agentbay.git.GitScope;
import io.agentbay.git.GitStatus;
import io.agentbay.git.ReactiveGit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveGit}.
 */
public final class BlockingGit implements Git {

	private final ReactiveGit reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingGit(ReactiveGit reactive) {
		this.reactive = reactive;
	}

	@Override
	public String clone(String url, GitCloneOptions options) {
		return Blocking.await(this.reactive.clone(url, options));
	}

	@Override
	public String init(String path, GitInitOptions options) {
		return Blocking.await(this.reactive.init(path, options));
	}

	@Override
	public void addAll(String repository) {
		Blocking.run(this.reactive.addAll(repository));
	}

	@Override
	public void add(String repository, List<String> paths) {
		Blocking.run(this.reactive.add(repository, paths));
	}

	@Override
	public String commit(String repository, String message, GitCommitOptions options) {
		return Blocking.await(this.reactive.commit(repository, message, options));
	}

	@Override
	public GitStatus status(String repository) {
		return Blocking.await(this.reactive.status(repository));
	}

	@Override
	public List<GitCommit> log(String repository) {
		return Blocking.list(this.reactive.log(repository));
	}

	@Override
	public List<GitCommit> log(String repository, int maxCount) {
		return Blocking.list(this.reactive.log(repository, maxCount));
	}

	@Override
	public GitBranches listBranches(String repository) {
		return Blocking.await(this.reactive.listBranches(repository));
	}

	@Override
	public void createBranch(String repository, String branch) {
		Blocking.run(this.reactive.createBranch(repository, branch));
	}

	@Override
	public void checkoutBranch(String repository, String branch) {
		Blocking.run(this.reactive.checkoutBranch(repository, branch));
	}

	@Override
	public void checkoutNewBranch(String repository, String branch) {
		Blocking.run(this.reactive.checkoutNewBranch(repository, branch));
	}

	@Override
	public void deleteBranch(String repository, String branch) {
		Blocking.run(this.reactive.deleteBranch(repository, branch));
	}

	@Override
	public void forceDeleteBranch(String repository, String branch) {
		Blocking.run(this.reactive.forceDeleteBranch(repository, branch));
	}

	@Override
	public void addRemote(String repository, String name, String url, GitRemoteOption... options) {
		Blocking.run(this.reactive.addRemote(repository, name, url, options));
	}

	@Override
	public Optional<String> findRemoteUrl(String repository, String name) {
		return Blocking.find(this.reactive.findRemoteUrl(repository, name));
	}

	@Override
	public void reset(String repository) {
		Blocking.run(this.reactive.reset(repository));
	}

	@Override
	public void reset(String repository, GitResetMode mode) {
		Blocking.run(this.reactive.reset(repository, mode));
	}

	@Override
	public void reset(String repository, GitResetMode mode, String target) {
		Blocking.run(this.reactive.reset(repository, mode, target));
	}

	@Override
	public void resetPaths(String repository, List<String> paths) {
		Blocking.run(this.reactive.resetPaths(repository, paths));
	}

	@Override
	public void restore(String repository, List<String> paths, GitRestoreOptions options) {
		Blocking.run(this.reactive.restore(repository, paths, options));
	}

	@Override
	public void pull(String repository) {
		Blocking.run(this.reactive.pull(repository));
	}

	@Override
	public void pull(String repository, String remote) {
		Blocking.run(this.reactive.pull(repository, remote));
	}

	@Override
	public void pull(String repository, String remote, String branch) {
		Blocking.run(this.reactive.pull(repository, remote, branch));
	}

	@Override
	public void push(String repository, String remote, String branch) {
		Blocking.run(this.reactive.push(repository, remote, branch));
	}

	@Override
	public String diff(String repository) {
		return Blocking.await(this.reactive.diff(repository));
	}

	@Override
	public String diffStaged(String repository) {
		return Blocking.await(this.reactive.diffStaged(repository));
	}

	@Override
	public void configureUser(String repository, String name, String email, GitScope scope) {
		Blocking.run(this.reactive.configureUser(repository, name, email, scope));
	}

	@Override
	public void setConfig(String repository, String key, String value, GitScope scope) {
		Blocking.run(this.reactive.setConfig(repository, key, value, scope));
	}

	@Override
	public Optional<String> findConfig(String repository, String key, GitScope scope) {
		return Blocking.find(this.reactive.findConfig(repository, key, scope));
	}

	@Override
	public void fetch(String repository) {
		Blocking.run(this.reactive.fetch(repository));
	}

	@Override
	public void fetch(String repository, String remote) {
		Blocking.run(this.reactive.fetch(repository, remote));
	}

	@Override
	public void merge(String repository, String branch) {
		Blocking.run(this.reactive.merge(repository, branch));
	}

	@Override
	public void stash(String repository) {
		Blocking.run(this.reactive.stash(repository));
	}

	@Override
	public void stash(String repository, String message) {
		Blocking.run(this.reactive.stash(repository, message));
	}

	@Override
	public void stashPop(String repository) {
		Blocking.run(this.reactive.stashPop(repository));
	}

	@Override
	public void tag(String repository, String name) {
		Blocking.run(this.reactive.tag(repository, name));
	}

	@Override
	public void tag(String repository, String name, String target) {
		Blocking.run(this.reactive.tag(repository, name, target));
	}

	@Override
	public ReactiveGit reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingGit that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
