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

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Real repositories, worked on by the real git of a session.
 */
class GitScenarioTests {

	private static LocalAgentBay runtime;

	private static AgentBay agentBay;

	private static Session session;

	private static Git git;

	private static int count;

	private String repository;

	@BeforeAll
	static void start() {
		runtime = LocalAgentBay.builder().start();
		agentBay = LocalClient.of(runtime).build();
		session = agentBay.create().session();
		git = session.git();
		assumeTrue(session.command().run("git --version").success(), "git is not installed: apt-get install git");
		git.init("configured", "main", false).orElseThrow();
		git.configureUser("configured", "Ann O'Nym", "ann@example.invalid", GitScope.GLOBAL).orElseThrow();
	}

	@AfterAll
	static void stop() {
		session.close();
		agentBay.close();
		runtime.close();
	}

	@BeforeEach
	void initialise() {
		this.repository = "repo '" + (++count) + "'";
		git.init(this.repository, "main", false).orElseThrow();
	}

	@Test
	@Capability({ "18.3", "18.4", "18.6" })
	void changesAreStagedCommittedAndLogged() {
		write("a.txt", "one");
		git.add(this.repository, List.of("a.txt")).orElseThrow();
		String hash = git.commit(this.repository, "It's the \"first\"; $(rm -rf /) `x`").orElseThrow().value();
		assertThat(hash).matches("[0-9a-f]{7,}");
		write("b.txt", "two");
		git.addAll(this.repository).orElseThrow();
		git.commit(this.repository, "Second", GitCommitOptions.defaults().withAuthor("Bob", "bob@example.invalid"))
			.orElseThrow();
		List<GitCommit> commits = git.log(this.repository).orElseThrow().value();
		assertThat(commits).extracting(GitCommit::message)
			.containsExactly("Second", "It's the \"first\"; $(rm -rf /) `x`");
		assertThat(commits).extracting(GitCommit::authorName).containsExactly("Bob", "Ann O'Nym");
		assertThat(commits.get(1).hash()).startsWith(hash);
		assertThat(git.log(this.repository, 1).orElseThrow().value()).hasSize(1);
	}

	@Test
	void committingNothingFailsUnlessAllowed() {
		assertThat(git.commit(this.repository, "Nothing").success()).isFalse();
		git.commit(this.repository, "Nothing", GitCommitOptions.defaults().withAllowEmpty(true)).orElseThrow();
	}

	@Test
	@Capability({ "18.5", "18.20" })
	void theStatusTellsWhatIsChanged() {
		GitStatus fresh = git.status(this.repository).orElseThrow().value();
		assertThat(fresh.branch()).isEqualTo("main");
		assertThat(fresh.isClean()).isTrue();
		write("kept ä.txt", "text that is long enough to be recognised after a rename");
		write("changed.txt", "1");
		commitAll("Base");
		write("changed.txt", "2");
		write("new file.txt", "x");
		session.command().run("cd \"" + this.repository + "\" && git mv 'kept ä.txt' 'moved ü.txt'").orElseThrow();
		GitStatus status = git.status(this.repository).orElseThrow().value();
		assertThat(status.files()).extracting(GitFileStatus::path, GitFileStatus::change)
			.containsExactlyInAnyOrder(tuple("changed.txt", GitChange.MODIFIED),
					tuple("moved ü.txt", GitChange.RENAMED), tuple("new file.txt", GitChange.UNTRACKED));
		assertThat(status.files()).extracting(GitFileStatus::originalPath).contains("kept ä.txt");
		assertThat(status.stagedCount()).isEqualTo(1);
		assertThat(status.unstagedCount()).isEqualTo(1);
		assertThat(status.untrackedCount()).isEqualTo(1);
		assertThat(status.conflictCount()).isZero();
		assertThat(git.diff(this.repository, false).orElseThrow().value()).contains("-1", "+2");
	}

	@Test
	@Capability({ "18.7", "18.8", "18.9", "18.10" })
	void branchesAreMadeSwitchedAndDeleted() {
		write("a", "a");
		commitAll("Base");
		git.createBranch(this.repository, "feature/x-1.0").orElseThrow();
		git.createBranch(this.repository, "other", false).orElseThrow();
		GitBranches branches = git.listBranches(this.repository).orElseThrow().value();
		assertThat(branches.names()).containsExactly("feature/x-1.0", "main", "other");
		assertThat(branches.current()).isEqualTo("feature/x-1.0");
		write("b", "b");
		assertThat(commitAll("On a branch with signs in its name")).matches("[0-9a-f]{7,}");
		git.checkoutBranch(this.repository, "main").orElseThrow();
		assertThat(git.deleteBranch(this.repository, "feature/x-1.0", false).success()).isFalse();
		git.deleteBranch(this.repository, "feature/x-1.0", true).orElseThrow();
		git.deleteBranch(this.repository, "other", false).orElseThrow();
	}

	@Test
	void aDetachedHeadHasNoBranch() {
		write("a", "a");
		String hash = commitAll("Base");
		git.checkoutBranch(this.repository, hash).orElseThrow();
		GitStatus status = git.status(this.repository).orElseThrow().value();
		assertThat(status.detached()).isTrue();
		assertThat(status.branch()).isNull();
	}

	@Test
	@Capability({ "18.1", "18.2", "18.15" })
	void repositoriesAreClonedPushedAndPulled() {
		write("a", "a");
		commitAll("Base");
		String bare = "bare-" + count + ".git";
		git.init(bare, "main", true).orElseThrow();
		git.remoteAdd(this.repository, "origin", "../" + bare).orElseThrow();
		git.push(this.repository, "origin", "main").orElseThrow();
		String copy = "copy-" + count;
		assertThat(git.clone("./" + bare, GitCloneOptions.defaults().withPath(copy).withBranch("main"))
			.orElseThrow()
			.value()).isEqualTo(copy);
		assertThat(git.clone("./" + bare).orElseThrow().value()).isEqualTo("bare-" + count);
		write("b", "b");
		commitAll("More");
		assertThat(git.status(this.repository).orElseThrow().value().ahead()).isEqualTo(1);
		git.push(this.repository, "origin", "main").orElseThrow();
		git.pull(copy).orElseThrow();
		assertThat(git.log(copy).orElseThrow().value()).hasSize(2);
		assertThat(git.status(copy).orElseThrow().value().upstream()).isEqualTo("origin/main");
	}

	@Test
	@Capability({ "18.11", "18.12" })
	void remotesAreNamedAndRenamed() {
		git.remoteAdd(this.repository, "origin", "https://example.invalid/a.git").orElseThrow();
		assertThat(git.remoteAdd(this.repository, "origin", "https://example.invalid/b.git").success()).isFalse();
		git.remoteAdd(this.repository, "origin", "https://example.invalid/b.git", false, true).orElseThrow();
		assertThat(git.remoteGet(this.repository, "origin").orElseThrow().value())
			.isEqualTo("https://example.invalid/b.git");
		GitResult<String> unknown = git.remoteGet(this.repository, "nowhere");
		assertThat(unknown.success()).isTrue();
		assertThat(unknown.value()).isNull();
	}

	@Test
	@Capability({ "18.13", "18.14" })
	void changesAreUnstagedAndUndone() {
		write("a", "1");
		commitAll("Base");
		write("a", "2");
		git.addAll(this.repository).orElseThrow();
		git.resetPaths(this.repository, List.of("a")).orElseThrow();
		assertThat(git.status(this.repository).orElseThrow().value().stagedCount()).isZero();
		git.addAll(this.repository).orElseThrow();
		git.restore(this.repository, List.of("a"), true, null).orElseThrow();
		git.restore(this.repository, List.of("a")).orElseThrow();
		assertThat(git.status(this.repository).orElseThrow().value().isClean()).isTrue();
		write("a", "3");
		git.reset(this.repository, GitResetMode.HARD, "HEAD").orElseThrow();
		assertThat(git.status(this.repository).orElseThrow().value().isClean()).isTrue();
	}

	@Test
	@Capability({ "18.17", "18.18" })
	void settingsAreWrittenAndRead() {
		git.setConfig(this.repository, "agentbay.test", "a 'value'", GitScope.LOCAL).orElseThrow();
		assertThat(git.getConfig(this.repository, "agentbay.test", GitScope.LOCAL).orElseThrow().value())
			.isEqualTo("a 'value'");
		GitResult<String> unset = git.getConfig(this.repository, "agentbay.unset", GitScope.LOCAL);
		assertThat(unset.success()).isTrue();
		assertThat(unset.value()).isNull();
	}

	@Test
	@Capability("18.16")
	void whoCommitsIsSet() {
		git.configureUser(this.repository, "Ann O'Nym", "ann@example.invalid", GitScope.LOCAL).orElseThrow();
		write("a", "text");
		commitAll("First");
		assertThat(git.log(this.repository).orElseThrow().value()).first()
			.satisfies((commit) -> assertThat(commit.authorName()).isEqualTo("Ann O'Nym"))
			.satisfies((commit) -> assertThat(commit.authorEmail()).isEqualTo("ann@example.invalid"));
	}

	@Test
	@Capability("18.21")
	void branchesAreFetchedMergedTaggedAndChangesPutAside() {
		write("a", "base");
		commitAll("Base");
		git.createBranch(this.repository, "topic").orElseThrow();
		write("b", "topic");
		String topic = commitAll("Topic");
		git.checkoutBranch(this.repository, "main").orElseThrow();
		git.merge(this.repository, "topic").orElseThrow();
		assertThat(git.log(this.repository).orElseThrow().value().get(0).message()).isEqualTo("Topic");
		git.tag(this.repository, "v1", null).orElseThrow();
		git.tag(this.repository, "v1-topic", topic).orElseThrow();
		assertThat(git.tag(this.repository, "v1", null).success()).isFalse();
		write("a", "changed");
		git.stash(this.repository, "for later").orElseThrow();
		assertThat(git.status(this.repository).orElseThrow().value().files()).isEmpty();
		git.stashPop(this.repository).orElseThrow();
		assertThat(git.diff(this.repository, false).orElseThrow().value()).contains("+changed");
		assertThat(git.stashPop(this.repository).success()).isFalse();
		git.remoteAdd(this.repository, "self", ".").orElseThrow();
		git.fetch(this.repository, "self").orElseThrow();
		assertThat(git.fetch(this.repository, "nobody").success()).isFalse();
	}

	@Test
	@Capability("18.19")
	void aConflictIsTold() {
		write("a", "base");
		commitAll("Base");
		git.createBranch(this.repository, "left").orElseThrow();
		write("a", "left");
		commitAll("Left");
		git.checkoutBranch(this.repository, "main").orElseThrow();
		write("a", "right");
		commitAll("Right");
		git.setConfig(this.repository, "pull.rebase", "false", GitScope.LOCAL).orElseThrow();
		assertThatExceptionOfType(GitConflictException.class)
			.isThrownBy(() -> git.pull(this.repository, ".", "left").orElseThrow())
			.satisfies((ex) -> assertThat(ex.exitCode()).isEqualTo(1));
		assertThat(git.status(this.repository).orElseThrow().value().conflictCount()).isEqualTo(1);
	}

	@Test
	@Capability("18.19")
	void aDirectoryWithoutRepositoryIsTold() {
		session.fileSystem().createDirectory("/tmp/plain").orElseThrow();
		assertThatExceptionOfType(GitNotARepositoryException.class)
			.isThrownBy(() -> git.status("/tmp/plain").orElseThrow())
			.withMessageContaining("Git status failed")
			.satisfies((ex) -> assertThat(ex.stderr()).contains("not a git repository"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--upload-pack=touch /tmp/pwned", "-x", "", " " })
	void whatLooksLikeAnOptionIsRefused(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> git.clone(value));
		assertThatIllegalArgumentException().isThrownBy(() -> git.checkoutBranch(this.repository, value));
		assertThatIllegalArgumentException().isThrownBy(() -> git.remoteAdd(this.repository, "o", value));
		assertThatIllegalArgumentException().isThrownBy(() -> git.status(value));
		assertThatIllegalArgumentException().isThrownBy(() -> git.pull(this.repository, value, null));
	}

	@Test
	void pathsThatLookLikeOptionsAreFiles() {
		write("-x", "a file");
		git.add(this.repository, List.of("-x")).orElseThrow();
		assertThat(git.status(this.repository).orElseThrow().value().stagedCount()).isEqualTo(1);
	}

	@Test
	void restoringNothingIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> git.restore(this.repository, List.of()))
			.withMessageContaining("requires at least one path");
	}

	@ParameterizedTest
	@ValueSource(strings = { "fatal: Authentication failed for 'https://x'", "could not read Username",
			"error: 403 Forbidden" })
	void refusedCredentialsAreTold(String stderr) {
		assertThat(GitFailure.of(128, stderr)).isEqualTo(GitFailure.AUTHENTICATION);
	}

	@Test
	void aMissingGitIsTold() {
		assertThat(GitFailure.of(127, "sh: 1: git: not found")).isEqualTo(GitFailure.NOT_INSTALLED);
		assertThat(GitFailure.of(127, "")).isEqualTo(GitFailure.NOT_INSTALLED);
		assertThat(GitFailure.of(1, "whatever")).isEqualTo(GitFailure.OTHER);
	}

	private void write(String name, String content) {
		session.fileSystem().write(this.repository + "/" + name, content).orElseThrow();
	}

	private String commitAll(String message) {
		git.addAll(this.repository).orElseThrow();
		return git.commit(this.repository, message).orElseThrow().value();
	}

}
