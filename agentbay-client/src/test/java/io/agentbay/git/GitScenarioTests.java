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

import java.time.Duration;
import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.command.CommandResult;
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
		session = agentBay.create();
		git = session.git();
		assumeTrue(session.command().run("git --version").success(), "git is not installed: apt-get install git");
		git.init("configured", (options) -> options.withInitialBranch("main"));
		git.configureUser("configured", "Ann O'Nym", "ann@example.invalid", GitScope.GLOBAL);
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
		git.init(this.repository, (options) -> options.withInitialBranch("main"));
	}

	@Test
	@Capability({ "18.3", "18.4", "18.6" })
	void changesAreStagedCommittedAndLogged() {
		write("a.txt", "one");
		git.add(this.repository, List.of("a.txt"));
		String hash = git.commit(this.repository, "It's the \"first\"; $(rm -rf /) `x`");
		assertThat(hash).matches("[0-9a-f]{7,}");
		write("b.txt", "two");
		git.addAll(this.repository);
		git.commit(this.repository, "Second", GitCommitOptions.defaults().withAuthor("Bob", "bob@example.invalid"));
		List<GitCommit> commits = git.log(this.repository);
		assertThat(commits).extracting(GitCommit::message)
			.containsExactly("Second", "It's the \"first\"; $(rm -rf /) `x`");
		assertThat(commits).extracting(GitCommit::authorName).containsExactly("Bob", "Ann O'Nym");
		assertThat(commits.get(1).hash()).startsWith(hash);
		assertThat(git.log(this.repository, 1)).hasSize(1);
	}

	@Test
	void committingNothingFailsUnlessAllowed() {
		assertThatExceptionOfType(GitException.class).isThrownBy(() -> git.commit(this.repository, "Nothing"))
			.satisfies((ex) -> assertThat(ex.failure()).isEqualTo(GitFailure.OTHER))
			.satisfies((ex) -> assertThat(ex.exitCode()).isEqualTo(1))
			.satisfies((ex) -> assertThat(ex.stdout()).contains("nothing to commit"));
		assertThat(git.commit(this.repository, "Nothing", GitCommitOptions::allowEmpty)).matches("[0-9a-f]{7,}");
	}

	@Test
	@Capability({ "18.5", "18.20" })
	void theStatusTellsWhatIsChanged() {
		GitStatus fresh = git.status(this.repository);
		assertThat(fresh.branch()).isEqualTo("main");
		assertThat(fresh.isClean()).isTrue();
		write("kept ä.txt", "text that is long enough to be recognised after a rename");
		write("changed.txt", "1");
		commitAll("Base");
		write("changed.txt", "2");
		write("new file.txt", "x");
		session.command().run("cd \"" + this.repository + "\" && git mv 'kept ä.txt' 'moved ü.txt'").requireSuccess();
		GitStatus status = git.status(this.repository);
		assertThat(status.files()).extracting(GitFileStatus::path, GitFileStatus::change)
			.containsExactlyInAnyOrder(tuple("changed.txt", GitChange.MODIFIED),
					tuple("moved ü.txt", GitChange.RENAMED), tuple("new file.txt", GitChange.UNTRACKED));
		assertThat(status.files()).extracting(GitFileStatus::originalPath).contains("kept ä.txt");
		assertThat(status.stagedCount()).isEqualTo(1);
		assertThat(status.unstagedCount()).isEqualTo(1);
		assertThat(status.untrackedCount()).isEqualTo(1);
		assertThat(status.conflictCount()).isZero();
		assertThat(git.diff(this.repository)).contains("-1", "+2");
	}

	@Test
	@Capability({ "18.7", "18.8", "18.9", "18.10" })
	void branchesAreMadeSwitchedAndDeleted() {
		write("a", "a");
		commitAll("Base");
		git.checkoutNewBranch(this.repository, "feature/x-1.0");
		git.createBranch(this.repository, "other");
		GitBranches branches = git.listBranches(this.repository);
		assertThat(branches.names()).containsExactly("feature/x-1.0", "main", "other");
		assertThat(branches.current()).isEqualTo("feature/x-1.0");
		write("b", "b");
		assertThat(commitAll("On a branch with signs in its name")).matches("[0-9a-f]{7,}");
		git.checkoutBranch(this.repository, "main");
		assertThatExceptionOfType(GitException.class)
			.isThrownBy(() -> git.deleteBranch(this.repository, "feature/x-1.0"))
			.withMessageContaining("not fully merged");
		git.forceDeleteBranch(this.repository, "feature/x-1.0");
		git.deleteBranch(this.repository, "other");
	}

	@Test
	void aDetachedHeadHasNoBranch() {
		write("a", "a");
		String hash = commitAll("Base");
		git.checkoutBranch(this.repository, hash);
		GitStatus status = git.status(this.repository);
		assertThat(status.detached()).isTrue();
		assertThat(status.branch()).isNull();
	}

	@Test
	@Capability({ "18.1", "18.2", "18.15" })
	void repositoriesAreClonedPushedAndPulled() {
		write("a", "a");
		commitAll("Base");
		String bare = "bare-" + count + ".git";
		git.init(bare, (options) -> options.withInitialBranch("main").asBare());
		git.addRemote(this.repository, "origin", "../" + bare);
		git.push(this.repository, "origin", "main");
		String copy = "copy-" + count;
		assertThat(git.clone("./" + bare, GitCloneOptions.defaults().withPath(copy).withBranch("main")))
			.isEqualTo(copy);
		assertThat(git.clone("./" + bare)).isEqualTo("bare-" + count);
		write("b", "b");
		commitAll("More");
		assertThat(git.status(this.repository).ahead()).isEqualTo(1);
		git.push(this.repository, "origin", "main");
		git.pull(copy);
		assertThat(git.log(copy)).hasSize(2);
		assertThat(git.status(copy).upstream()).isEqualTo("origin/main");
	}

	@Test
	@Capability({ "18.11", "18.12" })
	void remotesAreNamedAndRenamed() {
		git.addRemote(this.repository, "origin", "https://example.invalid/a.git");
		assertThatExceptionOfType(GitException.class)
			.isThrownBy(() -> git.addRemote(this.repository, "origin", "https://example.invalid/b.git"))
			.withMessageContaining("already exists");
		git.addRemote(this.repository, "origin", "https://example.invalid/b.git", GitRemoteOption.OVERWRITE);
		assertThat(git.findRemoteUrl(this.repository, "origin")).contains("https://example.invalid/b.git");
		assertThat(git.findRemoteUrl(this.repository, "nowhere")).isEmpty();
	}

	@Test
	@Capability({ "18.13", "18.14" })
	void changesAreUnstagedAndUndone() {
		write("a", "1");
		commitAll("Base");
		write("a", "2");
		git.addAll(this.repository);
		git.resetPaths(this.repository, List.of("a"));
		assertThat(git.status(this.repository).stagedCount()).isZero();
		git.addAll(this.repository);
		git.restore(this.repository, List.of("a"), GitRestoreOptions::asStaged);
		git.restore(this.repository, List.of("a"));
		assertThat(git.status(this.repository).isClean()).isTrue();
		write("a", "3");
		git.reset(this.repository, GitResetMode.HARD, "HEAD");
		assertThat(git.status(this.repository).isClean()).isTrue();
	}

	@Test
	@Capability({ "18.17", "18.18" })
	void settingsAreWrittenAndRead() {
		git.setConfig(this.repository, "agentbay.test", "a 'value'", GitScope.LOCAL);
		assertThat(git.findConfig(this.repository, "agentbay.test", GitScope.LOCAL)).contains("a 'value'");
		assertThat(git.findConfig(this.repository, "agentbay.unset", GitScope.LOCAL)).isEmpty();
	}

	@Test
	@Capability("18.16")
	void whoCommitsIsSet() {
		git.configureUser(this.repository, "Ann O'Nym", "ann@example.invalid", GitScope.LOCAL);
		write("a", "text");
		commitAll("First");
		assertThat(git.log(this.repository)).first()
			.satisfies((commit) -> assertThat(commit.authorName()).isEqualTo("Ann O'Nym"))
			.satisfies((commit) -> assertThat(commit.authorEmail()).isEqualTo("ann@example.invalid"));
	}

	@Test
	@Capability("18.21")
	void branchesAreFetchedMergedTaggedAndChangesPutAside() {
		write("a", "base");
		commitAll("Base");
		git.checkoutNewBranch(this.repository, "topic");
		write("b", "topic");
		String topic = commitAll("Topic");
		git.checkoutBranch(this.repository, "main");
		git.merge(this.repository, "topic");
		assertThat(git.log(this.repository).get(0).message()).isEqualTo("Topic");
		git.tag(this.repository, "v1");
		git.tag(this.repository, "v1-topic", topic);
		assertThatExceptionOfType(GitException.class).isThrownBy(() -> git.tag(this.repository, "v1"))
			.withMessageContaining("already exists");
		write("a", "changed");
		git.stash(this.repository, "for later");
		assertThat(git.status(this.repository).files()).isEmpty();
		git.stashPop(this.repository);
		assertThat(git.diff(this.repository)).contains("+changed");
		assertThatExceptionOfType(GitException.class).isThrownBy(() -> git.stashPop(this.repository))
			.withMessageContaining("No stash entries");
		git.addRemote(this.repository, "self", ".");
		git.fetch(this.repository, "self");
		assertThatExceptionOfType(GitNotARepositoryException.class)
			.isThrownBy(() -> git.fetch(this.repository, "nobody"));
	}

	@Test
	@Capability("18.19")
	void aConflictIsTold() {
		write("a", "base");
		commitAll("Base");
		git.checkoutNewBranch(this.repository, "left");
		write("a", "left");
		commitAll("Left");
		git.checkoutBranch(this.repository, "main");
		write("a", "right");
		commitAll("Right");
		git.setConfig(this.repository, "pull.rebase", "false", GitScope.LOCAL);
		assertThatExceptionOfType(GitConflictException.class).isThrownBy(() -> git.pull(this.repository, ".", "left"))
			.satisfies((ex) -> assertThat(ex.exitCode()).isEqualTo(1));
		assertThat(git.status(this.repository).conflictCount()).isEqualTo(1);
	}

	@Test
	@Capability("18.19")
	void aDirectoryWithoutRepositoryIsTold() {
		session.fileSystem().createDirectory("/tmp/plain");
		assertThatExceptionOfType(GitNotARepositoryException.class).isThrownBy(() -> git.status("/tmp/plain"))
			.withMessageContaining("Git status failed")
			.satisfies((ex) -> assertThat(ex.stderr()).contains("not a git repository"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--upload-pack=touch /tmp/pwned", "-x", "", " " })
	void whatLooksLikeAnOptionIsRefused(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> git.clone(value));
		assertThatIllegalArgumentException().isThrownBy(() -> git.checkoutBranch(this.repository, value));
		assertThatIllegalArgumentException().isThrownBy(() -> git.addRemote(this.repository, "o", value));
		assertThatIllegalArgumentException().isThrownBy(() -> git.status(value));
		assertThatIllegalArgumentException().isThrownBy(() -> git.pull(this.repository, value));
	}

	@Test
	void pathsThatLookLikeOptionsAreFiles() {
		write("-x", "a file");
		git.add(this.repository, List.of("-x"));
		assertThat(git.status(this.repository).stagedCount()).isEqualTo(1);
	}

	@Test
	void restoringNothingIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> git.restore(this.repository, List.of()))
			.withMessageContaining("requires at least one path");
	}

	@Test
	void credentialsInAddressesAreNotTold() {
		assertThatExceptionOfType(GitException.class)
			.isThrownBy(() -> git.clone("http://ann:hush@127.0.0.1:1/a.git", (options) -> options.withPath("never")))
			.withMessageContaining("//****@127.0.0.1:1/a.git")
			.satisfies((ex) -> assertThat(ex.getMessage() + ex.command() + ex.stdout() + ex.stderr() + ex.result())
				.doesNotContain("hush"));
	}

	@Test
	void whatTookTooLongIsTold() {
		CommandResult late = CommandResult.builder("git clone u")
			.exitCode(-1)
			.stderr("403")
			.timedOutAfter(Duration.ofMinutes(5))
			.build();
		assertThat(GitException.of("clone", late)).isExactlyInstanceOf(GitException.class)
			.hasMessageStartingWith("Git clone failed. Ended after 300 s: git clone u")
			.satisfies((ex) -> assertThat(ex.failure()).isEqualTo(GitFailure.OTHER))
			.satisfies((ex) -> assertThat(ex.timedOutAfter()).isEqualTo(Duration.ofMinutes(5)))
			.satisfies((ex) -> assertThat(ex.mayHaveTakenEffect()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "fatal: Authentication failed for 'https://x'", "could not read Username",
			"error: 403 Forbidden" })
	void refusedCredentialsAreTold(String stderr) {
		CommandResult refused = CommandResult.builder("git push").exitCode(128).stderr(stderr).build();
		assertThat(GitException.of("push", refused)).isInstanceOf(GitAuthenticationException.class);
		assertThat(GitFailure.of(128, stderr)).isEqualTo(GitFailure.AUTHENTICATION);
	}

	@Test
	void aMissingGitIsTold() {
		CommandResult missing = CommandResult.builder("git init").exitCode(127).build();
		assertThat(GitException.of("init", missing)).isInstanceOf(GitNotInstalledException.class);
		assertThat(GitFailure.of(127, "sh: 1: git: not found")).isEqualTo(GitFailure.NOT_INSTALLED);
		assertThat(GitFailure.of(127, "")).isEqualTo(GitFailure.NOT_INSTALLED);
		assertThat(GitFailure.of(1, "whatever")).isEqualTo(GitFailure.OTHER);
	}

	private void write(String name, String content) {
		session.fileSystem().write(this.repository + "/" + name, content);
	}

	private String commitAll(String message) {
		git.addAll(this.repository);
		return git.commit(this.repository, message);
	}

}
