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

package io.agentbay.ownership;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.error.AgentBayException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.testing.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Sessions of instances that died are ended by another instance, and nobody else's.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SessionReaperTests {

	private static final String APPLICATION = "orders";

	private LocalAgentBay runtime;

	private LiveInstance self;

	private ReactiveAgentBay agentBay;

	@TempDir
	private Path directory;

	@BeforeAll
	void startRuntime() {
		this.runtime = LocalAgentBay.builder().start();
	}

	@AfterAll
	void stopRuntime() {
		this.runtime.close();
	}

	@BeforeEach
	void begin() throws IOException {
		this.self = LiveInstance.begin(APPLICATION, new FileInstanceLocks(this.directory));
		this.agentBay = client(this.runtime, this.self.owner());
	}

	@AfterEach
	void end() throws IOException {
		this.runtime.liveSessionIds().forEach((id) -> this.agentBay.delete(id).block());
		this.agentBay.close();
		this.self.close();
	}

	@Test
	void theSessionsOfAnInstanceThatWasKilledAreEnded() throws Exception {
		Process other = OtherInstance.start(this.runtime, this.directory, APPLICATION);
		try {
			List<String> theirs = OtherInstance.sessions(other);
			String mine = this.agentBay.create().block().id();
			assertThat(reap()).isEqualTo(new ReapResult(List.of(), Map.of(), List.of(), 3));
			other.destroyForcibly().waitFor();
			assertThat(reap().deleted()).containsExactlyInAnyOrderElementsOf(theirs);
			assertThat(this.runtime.liveSessionIds()).containsExactly(mine);
		}
		finally {
			other.destroyForcibly();
		}
	}

	@Test
	void anotherInstanceOfThisProcessIsAlive() throws IOException {
		LiveInstance sibling = LiveInstance.begin(APPLICATION, new FileInstanceLocks(this.directory));
		try (ReactiveAgentBay theirs = client(this.runtime, sibling.owner())) {
			String id = theirs.create().block().id();
			assertThat(reap().alive()).isEqualTo(1);
			assertThat(reap().deleted()).isEmpty();
			sibling.close();
			assertThat(reap().deleted()).containsExactly(id);
		}
	}

	@Test
	void sessionsOfOthersAreLeftAlone() throws IOException {
		try (ReactiveAgentBay nobodys = client(this.runtime, null);
				ReactiveAgentBay another = client(this.runtime, new SessionOwner("invoices", "x.1"))) {
			nobodys.create().block();
			another.create().block();
			assertThat(reap()).isEqualTo(new ReapResult(List.of(), Map.of(), List.of(), 0));
			assertThat(this.runtime.liveSessionIds()).hasSize(2);
		}
	}

	@Test
	void aSessionThatCannotBeAttributedIsReportedAndLeftAlone() {
		try (ReactiveAgentBay elsewhere = client(this.runtime, new SessionOwner(APPLICATION, "elsewhere.1"))) {
			String id = elsewhere.create().block().id();
			assertThat(reap().unattributed()).containsExactly(id);
			assertThat(this.runtime.liveSessionIds()).containsExactly(id);
		}
	}

	@Test
	void labelsThatAUserSetsLaterDoNotHideTheOwner() throws IOException {
		LiveInstance sibling = LiveInstance.begin(APPLICATION, new FileInstanceLocks(this.directory));
		try (ReactiveAgentBay theirs = client(this.runtime, sibling.owner())) {
			var session = theirs.create(CreateSessionOptions.builder().label("a", "b").build()).block();
			session.setLabels(Map.of("c", "d")).block();
			sibling.close();
			assertThat(reap().deleted()).containsExactly(session.id());
		}
	}

	@Test
	void aDetachedSessionOutlivesItsInstance() throws IOException {
		LiveInstance sibling = LiveInstance.begin(APPLICATION, new FileInstanceLocks(this.directory));
		try (ReactiveAgentBay theirs = client(this.runtime, sibling.owner())) {
			var session = theirs.create(CreateSessionOptions.builder().label("a", "b").build()).block();
			session.detach().block();
			sibling.close();
			assertThat(theirs.cachedSessions()).isEmpty();
			assertThat(reap()).isEqualTo(new ReapResult(List.of(), Map.of(), List.of(), 0));
			assertThat(this.runtime.liveSessionIds()).containsExactly(session.id());
			assertThat(session.fetchLabels().block()).isEqualTo(Map.of("a", "b"));
		}
	}

	@Test
	void aSessionThatCannotBeDetachedStaysWithItsInstance() {
		var session = this.agentBay.create().block();
		this.runtime.faults()
			.onNext("SetLabel", Fault.answer(400, "{\"Code\":\"NotNow\",\"Message\":\"no\",\"RequestId\":\"R\"}"));
		Refusal.of(() -> session.detach().block());
		assertThat(this.agentBay.cachedSessions()).containsExactly(session);
		assertThat(reap().alive()).isEqualTo(1);
	}

	@Test
	void aSessionWithoutAnOwnerIsDetachedWithoutAskingTheService() {
		try (ReactiveAgentBay nobodys = client(this.runtime, null)) {
			var session = nobodys.create().block();
			this.runtime.journal().clear();
			session.detach().block();
			assertThat(nobodys.cachedSessions()).isEmpty();
			assertThat(this.runtime.journal().calls()).isEmpty();
		}
	}

	@Test
	void aSessionThatCouldNotBeEndedIsToldAndEndedTheNextTime() throws IOException {
		String id;
		try (LiveInstance sibling = LiveInstance.begin(APPLICATION, new FileInstanceLocks(this.directory));
				ReactiveAgentBay theirs = client(this.runtime, sibling.owner())) {
			id = theirs.create().block().id();
		}
		this.runtime.faults()
			.onNext("DeleteSessionAsync", Fault.answer(500,
					"{\"Code\":\"InternalError\",\"Message\":\"no\",\"Success\":false,\"RequestId\":\"R\"}"));
		assertThat(reap().failed()).containsKey(id);
		assertThat(reap().deleted()).containsExactly(id);
	}

	@Test
	void aListThatCannotBeReadToItsEndEndsNothing() {
		this.runtime.faults().onNext("ListSession", 3, Fault.answer(200, "not JSON"));
		assertThatExceptionOfType(AgentBayException.class).isThrownBy(this::reap);
		this.runtime.faults().clear();
	}

	@Test
	void moreSessionsThanFitOnAPageAreFound() throws IOException {
		try (LiveInstance sibling = LiveInstance.begin(APPLICATION, new FileInstanceLocks(this.directory));
				ReactiveAgentBay theirs = client(this.runtime, sibling.owner())) {
			for (int i = 0; i < 60; i++) {
				theirs.create().block();
			}
		}
		assertThat(reap().deleted()).hasSize(60);
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

	@Test
	void aLockIsRenewedAsLongAsItIsHeld() throws IOException {
		LiveInstance sibling = LiveInstance.begin(APPLICATION, new FileInstanceLocks(this.directory));
		assertThat(sibling.renew()).isTrue();
		sibling.close();
		assertThat(sibling.renew()).isFalse();
	}

	@Test
	void aRunWhoseLockFileIsDeletedTakesItAgain() throws IOException {
		try (LiveInstance sibling = LiveInstance.begin(APPLICATION, new FileInstanceLocks(this.directory));
				ReactiveAgentBay theirs = client(this.runtime, sibling.owner())) {
			theirs.create().block();
			Files.delete(this.directory.resolve(sibling.owner().instance() + ".lock"));
			assertThat(sibling.renew()).isFalse();
			assertThat(sibling.renew()).isTrue();
			assertThat(reap()).isEqualTo(new ReapResult(List.of(), Map.of(), List.of(), 1));
		}
	}

	/** The file of that name is not the one that is locked. */
	@Test
	void aLockFileThatIsReplacedIsNoLockAnyMore() throws IOException {
		LiveInstance sibling = LiveInstance.begin(APPLICATION, new FileInstanceLocks(this.directory));
		Path file = this.directory.resolve(sibling.owner().instance() + ".lock");
		Files.move(file, this.directory.resolve("moved"));
		Files.createFile(file);
		assertThat(sibling.renew()).isFalse();
		assertThat(sibling.renew()).isTrue();
		sibling.close();
		assertThat(file).doesNotExist();
	}

	@Test
	void whoLosesTheLockOfADeadInstanceEndsNoMoreOfItsSessions() throws IOException {
		String id;
		try (LiveInstance sibling = LiveInstance.begin(APPLICATION, new FileInstanceLocks(this.directory));
				ReactiveAgentBay theirs = client(this.runtime, sibling.owner())) {
			id = theirs.create().block().id();
		}
		try (LiveInstance loser = LiveInstance.begin(APPLICATION,
				new LostLocks(new FileInstanceLocks(this.directory)))) {
			ReapResult result = new SessionReaper(this.agentBay, loser).reap().block();
			assertThat(result.failed()).hasEntrySatisfying(id,
					(reason) -> assertThat(reason).contains("The lock of its instance was lost"));
			assertThat(this.runtime.liveSessionIds()).containsExactly(id);
		}
	}

	@Test
	void anOwnerThatCannotBeALabelIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SessionOwner("two words", "x"))
			.withMessageContaining("'name'");
		assertThatIllegalArgumentException().isThrownBy(() -> new SessionOwner("a", ""))
			.withMessageContaining("'instance'");
	}

	private ReapResult reap() {
		return new SessionReaper(this.agentBay, this.self).reap().block();
	}

	private static ReactiveAgentBay client(LocalAgentBay runtime, SessionOwner owner) {
		return client(runtime.endpoint().toString(), runtime.apiKey(), owner);
	}

	private static ReactiveAgentBay client(String endpoint, String key, SessionOwner owner) {
		return AgentBay.builder().apiKey(key).endpoint(endpoint).environment(Map.of()).owner(owner).buildReactive();
	}

	/** Locks that are lost as soon as they are taken. */
	private record LostLocks(InstanceLocks locks) implements InstanceLocks {

		@Override
		public String domain() throws IOException {
			return this.locks.domain();
		}

		@Override
		public InstanceLock tryLock(String instance) throws IOException {
			InstanceLock lock = this.locks.tryLock(instance);
			return new InstanceLock() {

				@Override
				public boolean renew() {
					return false;
				}

				@Override
				public void close() throws IOException {
					lock.close();
				}

			};
		}

	}

	/** An instance in a process of its own, which can be killed. */
	static final class OtherInstance {

		static Process start(LocalAgentBay runtime, Path directory, String application) throws IOException {
			return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					System.getProperty("java.class.path"), OtherInstance.class.getName(), runtime.endpoint().toString(),
					runtime.apiKey(), directory.toString(), application)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		}

		static List<String> sessions(Process process) throws IOException {
			BufferedReader lines = new BufferedReader(
					new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
			String line = lines.readLine();
			while (line != null && !line.startsWith("sessions ")) {
				line = lines.readLine();
			}
			assertThat(line).isNotNull();
			return List.of(line.substring("sessions ".length()).split(" "));
		}

		public static void main(String[] args) throws Exception {
			LiveInstance self = LiveInstance.begin(args[3], new FileInstanceLocks(Path.of(args[2])));
			ReactiveAgentBay agentBay = client(args[0], args[1], self.owner());
			String first = agentBay.create().block().id();
			String second = agentBay.create().block().id();
			// Must not lose it.
			self.renew();
			System.out.println("sessions " + first + " " + second);
			Thread.currentThread().join();
		}

	}

}
