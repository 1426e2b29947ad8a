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
package io.agentbay.wire;

import java.util.List;
import java.util.function.Consumer;

import io.agentbay.git.Git;
import io.agentbay.git.GitRemoteOption;
import io.agentbay.git.GitResetMode;
import io.agentbay.git.GitScope;

/**
 * Git, which goes through the shell.
 */
final class GitCalls {

	private final Catalogue calls;

	private GitCalls(Catalogue calls) {
		this.calls = calls;
	}

	static void addTo(Catalogue catalogue) {
		GitCalls calls = new GitCalls(catalogue);
		calls.repositories();
		calls.commits();
		calls.branches();
		calls.remotes();
		calls.changes();
		calls.configuration();
	}

	private void add(String name, Consumer<Git> call) {
		this.calls.gateway(name, (session) -> call.accept(session.git()));
	}

	private void repositories() {
		add("clone", (it) -> it.clone("https://host/a/b%20c.git"));
		add("clone, full", (it) -> it.clone("git@host:a/b.git",
				(options) -> options.withPath("/r's").withBranch("main").withDepth(1)));
		add("init", (it) -> it.init("/r ü"));
		add("init, full", (it) -> it.init("/r", (options) -> options.withInitialBranch("main").asBare()));
		this.calls.direct("init", (it) -> it.git().init("/r"));
	}

	private void commits() {
		add("add all", (it) -> it.addAll("/r"));
		add("add", (it) -> it.add("/r", List.of("a b", "-c")));
		add("commit", (it) -> it.commit("/r", "it's\ndone"));
		add("commit, full",
				(it) -> it.commit("/r", "done", (options) -> options.withAuthor("A ü", "a@b").allowEmpty()));
		add("status", (it) -> it.status("/r"));
		add("log", (it) -> it.log("/r"));
		add("log, full", (it) -> it.log("/r", 3));
		add("diff", (it) -> it.diff("/r"));
		add("diff of what is staged", (it) -> it.diffStaged("/r"));
		add("tag", (it) -> it.tag("/r", "v1"));
		add("tag, full", (it) -> it.tag("/r", "v1", "HEAD~1"));
	}

	private void branches() {
		add("branches", (it) -> it.listBranches("/r"));
		add("create a branch", (it) -> it.checkoutNewBranch("/r", "b"));
		add("create a branch without checkout", (it) -> it.createBranch("/r", "b"));
		add("checkout", (it) -> it.checkoutBranch("/r", "b"));
		add("delete a branch", (it) -> it.deleteBranch("/r", "b"));
		add("delete a branch by force", (it) -> it.forceDeleteBranch("/r", "b"));
		add("merge", (it) -> it.merge("/r", "b"));
	}

	private void remotes() {
		add("add a remote", (it) -> it.addRemote("/r", "origin", "https://u"));
		add("add a remote, full",
				(it) -> it.addRemote("/r", "origin", "https://u", GitRemoteOption.FETCH, GitRemoteOption.OVERWRITE));
		add("add a remote and fetch", (it) -> it.addRemote("/r", "origin", "https://u", GitRemoteOption.FETCH));
		add("remote", (it) -> it.findRemoteUrl("/r", "origin"));
		add("fetch", (it) -> it.fetch("/r"));
		add("fetch, full", (it) -> it.fetch("/r", "origin"));
		add("pull", (it) -> it.pull("/r"));
		add("pull, full", (it) -> it.pull("/r", "origin", "main"));
		add("push", (it) -> it.push("/r", "origin", "main"));
	}

	private void changes() {
		add("reset", (it) -> it.reset("/r"));
		for (GitResetMode mode : GitResetMode.values()) {
			add("reset " + mode, (it) -> it.reset("/r", mode, "HEAD~1"));
		}
		add("reset paths", (it) -> it.resetPaths("/r", List.of("a", "b")));
		add("restore", (it) -> it.restore("/r", List.of("a")));
		add("restore, full",
				(it) -> it.restore("/r", List.of("a", "b"), (options) -> options.asStaged().withSource("HEAD~1")));
		add("stash", (it) -> it.stash("/r"));
		add("stash, full", (it) -> it.stash("/r", "later"));
		add("stash pop", (it) -> it.stashPop("/r"));
	}

	private void configuration() {
		for (GitScope scope : GitScope.values()) {
			add("configure the user " + scope, (it) -> it.configureUser("/r", "A ü", "a@b", scope));
			add("set " + scope, (it) -> it.setConfig("/r", "core.editor", "vi", scope));
			add("get " + scope, (it) -> it.findConfig("/r", "core.editor", scope));
		}
	}

}
