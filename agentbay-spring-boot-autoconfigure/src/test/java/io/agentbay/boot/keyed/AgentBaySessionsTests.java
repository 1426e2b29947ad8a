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

package io.agentbay.boot.keyed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.boot.testing.MutableClock;
import io.agentbay.error.ServiceException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.local.journal.Call;
import io.agentbay.ownership.SessionOwner;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LifecyclePolicy;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.integration.support.locks.DefaultLockRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link AgentBaySessions} and {@link ReactiveAgentBaySessions}, on one
 * instance and on two that share a database.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AgentBaySessionsTests {

	private static final String REFUSAL = "{\"Code\":\"InternalError\",\"Message\":\"not today\",\"RequestId\":\"R-1\"}";

	private static final KeyedSessionSettings SETTINGS = new KeyedSessionSettings(Duration.ofMinutes(30),
			Duration.ofHours(8), Duration.ofSeconds(30), false);

	private LocalAgentBay service;

	private AgentBay client;

	private MutableClock clock;

	private InMemorySessionStore memory;

	private AgentBaySessions sessions;

	private final List<StoredAgentBaySessions> opened = new ArrayList<>();

	@BeforeAll
	void startService() {
		this.service = LocalAgentBay.builder().start();
	}

	@AfterAll
	void stopService() {
		this.service.close();
	}

	@BeforeEach
	void begin() {
		this.client = client(null);
		this.clock = new MutableClock();
		this.memory = new InMemorySessionStore();
		this.sessions = sessions(this.client, this.memory, null);
	}

	@AfterEach
	void end() {
		this.opened.forEach(StoredAgentBaySessions::close);
		this.opened.clear();
		this.client.close();
		this.service.reset();
	}

	private AgentBay client(@Nullable SessionOwner owner) {
		return AgentBay.builder()
			.apiKey(this.service.apiKey())
			.endpoint(this.service.endpoint().toString())
			.owner(owner)
			.build();
	}

	private StoredAgentBaySessions sessions(AgentBay client, SessionStore store, @Nullable KeyLocks locks) {
		StoredAgentBaySessions keyed = new StoredAgentBaySessions(client, store, locks, SETTINGS,
				CreateSessionOptions.defaults(), this.clock);
		this.opened.add(keyed);
		return keyed;
	}

	@Test
	void aKeyHasOneSessionAndAnotherKeyAnother() {
		Session session = this.sessions.get("a");
		assertThat(this.sessions.get("a")).isSameAs(session);
		assertThat(this.sessions.get("A").id()).isNotEqualTo(session.id());
		assertThat(this.sessions.count()).isEqualTo(2);
		assertThat(this.service.liveSessionIds()).hasSize(2);
	}

	@Test
	void manyThreadsGetOneSession() throws Exception {
		assertThat(inThreads(32, List.of(() -> this.sessions.get("a").id()))).hasSize(1);
		assertThat(calls("CreateMcpSession")).isEqualTo(1);
	}

	@Test
	void askingAgainSoonSendsNothingAndLaterKeepsTheSessionAlive() {
		this.sessions.get("a");
		this.service.journal().clear();
		this.clock.pass(Duration.ofSeconds(29));
		this.sessions.get("a");
		assertThat(this.service.journal().calls()).isEmpty();
		this.clock.pass(Duration.ofSeconds(2));
		this.sessions.get("a");
		assertThat(this.service.journal().calls()).extracting(Call::action).containsExactly("RefreshSessionIdleTime");
	}

	@Test
	void aSessionThatIsFoundToHaveEndedIsReplacedAtOnce() {
		Session session = this.sessions.get("a");
		deleteBehindItsBack(session);
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> session.command().run("true"));
		assertThat(this.sessions.get("a").id()).isNotEqualTo(session.id());
		assertThat(this.service.liveSessionIds()).hasSize(1);
	}

	@Test
	void aSessionThatHasEndedUnnoticedIsReplacedAfterTheNextCheck() {
		Session session = this.sessions.get("a");
		deleteBehindItsBack(session);
		this.clock.pass(Duration.ofSeconds(31));
		assertThat(this.sessions.get("a").id()).isNotEqualTo(session.id());
	}

	@Test
	void aSessionIsNotReplacedForACheckThatIsRefused() {
		Session session = this.sessions.get("a");
		this.clock.pass(Duration.ofSeconds(31));
		this.service.faults().onNext("RefreshSessionIdleTime", Fault.answer(400, REFUSAL));
		assertThat(this.sessions.get("a")).isSameAs(session);
	}

	@Test
	void aSessionThatWasIdleTooLongOrIsTooOldIsReplacedAndEnded() {
		Session idle = this.sessions.get("a");
		this.clock.pass(Duration.ofMinutes(30));
		Session old = this.sessions.get("a");
		assertThat(this.service.liveSessionIds()).containsExactly(old.id()).doesNotContain(idle.id());
		for (int i = 0; i < 32; i++) {
			this.clock.pass(Duration.ofMinutes(15));
			old = (i < 31) ? assertSame(old, this.sessions.get("a")) : old;
		}
		Session young = this.sessions.get("a");
		assertThat(this.service.liveSessionIds()).containsExactly(young.id()).doesNotContain(old.id());
	}

	private static Session assertSame(Session expected, Session found) {
		assertThat(found).isSameAs(expected);
		return found;
	}

	@Test
	void aSessionThatNobodyAsksForIsEnded() {
		KeyedSessionSettings shortLived = new KeyedSessionSettings(Duration.ofMillis(400), null, Duration.ZERO, false);
		try (StoredAgentBaySessions keyed = new StoredAgentBaySessions(this.client, this.memory, null, shortLived,
				CreateSessionOptions.defaults())) {
			keyed.get("a");
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> this.service.liveSessionIds().isEmpty() && keyed.count() == 0);
		}
	}

	@Test
	void aSessionNearTheEndOfItsLongestTimeIsReplaced() {
		CreateSessionOptions options = CreateSessionOptions.of((kind) -> kind.lifecyclePolicy(LifecyclePolicy.defaults()
			.withIdleReleaseTimeout(Duration.ofMinutes(20))
			.withMaxRuntime(Duration.ofMinutes(20))));
		String first = this.sessions.get("a", options).id();
		this.clock.pass(Duration.ofMinutes(18));
		assertThat(this.sessions.get("a", options).id()).isEqualTo(first);
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(this.sessions.get("a", options).id()).isNotEqualTo(first);
	}

	@Test
	void sessionsAreKeptAliveWhenAskedFor() {
		KeyedSessionSettings keptAlive = new KeyedSessionSettings(Duration.ofMinutes(30), null, Duration.ofMinutes(1),
				true);
		CreateSessionOptions params = CreateSessionOptions.builder().idleReleaseTimeout(Duration.ofSeconds(1)).build();
		try (StoredAgentBaySessions keyed = new StoredAgentBaySessions(this.client, this.memory, null, keptAlive,
				params)) {
			keyed.get("a");
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> calls("RefreshSessionIdleTime") >= 2);
		}
	}

	@Test
	void closingTheSessionOfAKeyDoesNothing() {
		String id;
		try (Session session = this.sessions.get("a")) {
			id = session.id();
		}
		assertThat(this.service.liveSessionIds()).containsExactly(id);
		assertThat(this.sessions.get("a").command().run("echo same").stdout()).isEqualTo("same\n");
		ReactiveAgentBaySessions reactive = ReactiveAgentBaySessions.of(this.sessions);
		reactive.get("a").flatMap(ReactiveSession::close).block();
		assertThat(this.service.liveSessionIds()).containsExactly(id);
	}

	@Test
	void aSessionThatItsUserDeletedIsReplaced() {
		Session session = this.sessions.get("a");
		session.delete();
		assertThat(this.sessions.get("a").id()).isNotEqualTo(session.id());
	}

	@Test
	void removingAKeyEndsItsSession() {
		this.sessions.get("a");
		this.sessions.remove("a");
		assertThat(this.service.liveSessionIds()).isEmpty();
		assertThat(this.sessions.count()).isZero();
		assertThatNoException().isThrownBy(() -> this.sessions.remove("a"));
	}

	@Test
	void aKeyWhoseSessionCannotBeEndedKeepsIt() {
		Session session = this.sessions.get("a");
		this.service.faults().onNext("DeleteSessionAsync", Fault.answer(400, REFUSAL));
		assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> this.sessions.remove("a"))
			.withMessageContaining("not today");
		assertThat(this.sessions.get("a")).isSameAs(session);
	}

	@Test
	void aRefusedCreationIsThrownAndLeavesNothing() {
		this.service.faults().onNext("CreateMcpSession", Fault.answer(400, REFUSAL));
		assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> this.sessions.get("a"))
			.withMessageContaining("not today");
		assertThat(this.sessions.count()).isZero();
	}

	@Test
	void kindOfANewSessionCanBeChosen() {
		assertThat(this.sessions.get("a", CreateSessionOptions.ofImage("code_latest")).imageId())
			.isEqualTo("code_latest");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sessions.get(" ")).withMessageContaining("'key'");
	}

	@Test
	void aSessionThatCannotBeRememberedIsEnded() {
		StoredAgentBaySessions keyed = sessions(this.client, new BrokenStore(), null);
		assertThatIllegalStateException().isThrownBy(() -> keyed.get("a")).withMessage("the disk is full");
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void theReactiveTwinFindsTheSameSessions() {
		ReactiveAgentBaySessions reactive = ReactiveAgentBaySessions.of(this.sessions);
		assertThat(reactive.get("a").block()).isSameAs(this.sessions.get("a").reactive());
		assertThat(reactive.get("a", CreateSessionOptions.defaults()).block().id())
			.isEqualTo(this.sessions.get("a").id());
		assertThat(reactive.count().block()).isEqualTo(1);
		reactive.remove("a").block();
		assertThat(this.sessions.count()).isZero();
		assertThat(this.sessions.count()).isZero();
	}

	@Test
	void eventLoopsAreSentToTheReactiveTwin() {
		assertThatIllegalStateException()
			.isThrownBy(
					() -> Mono.fromCallable(() -> this.sessions.get("a")).subscribeOn(Schedulers.parallel()).block())
			.withMessageContaining("use the reactive twin, ReactiveAgentBaySessions");
	}

	@Test
	void aCancelledCreationIsFoundByItsKey() {
		ReactiveAgentBaySessions reactive = ReactiveAgentBaySessions.of(this.sessions);
		this.service.faults().onNext("CreateMcpSession", Fault.delay(Duration.ofMillis(300)));
		var subscription = reactive.get("a").subscribe();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> calls("CreateMcpSession") == 1);
		subscription.dispose();
		this.sessions.get("a");
		assertThat(calls("CreateMcpSession")).isEqualTo(1);
	}

	@Test
	void twoInstancesWithOneDatabaseAndOneLockCreateOneSession() throws Exception {
		H2 database = new H2();
		DefaultLockRegistry registry = new DefaultLockRegistry();
		try (AgentBay other = client(null);
				StoredAgentBaySessions here = sessions(this.client, database.store("shop"), registry::obtain);
				StoredAgentBaySessions there = sessions(other, database.store("shop"), registry::obtain)) {
			assertThat(inThreads(16, List.of(() -> here.get("a").id(), () -> there.get("a").id()))).hasSize(1);
			assertThat(calls("CreateMcpSession")).isEqualTo(1);
			assertThat(there.get("a").command().run("echo there").requireSuccess().stdout()).isEqualTo("there\n");
		}
	}

	@Test
	void twoInstancesWithoutALockKeepOneSessionAndEndTheOther() throws Exception {
		H2 database = new H2();
		this.service.faults().onNext("CreateMcpSession", 2, Fault.delayAnswer(Duration.ofMillis(200)));
		try (AgentBay other = client(null);
				StoredAgentBaySessions here = sessions(this.client, database.store("shop"), null);
				StoredAgentBaySessions there = sessions(other, database.store("shop"), null)) {
			Set<String> ids = inThreads(1, List.of(() -> here.get("a").id(), () -> there.get("a").id()));
			assertThat(ids).hasSize(1);
			assertThat(this.service.liveSessionIds()).containsExactlyElementsOf(ids);
		}
	}

	@Test
	void whatOneInstanceEndsTheOtherReplaces() {
		H2 database = new H2();
		try (AgentBay other = client(null);
				StoredAgentBaySessions here = sessions(this.client, database.store("shop"), null);
				StoredAgentBaySessions there = sessions(other, database.store("shop"), null)) {
			String first = here.get("a").id();
			assertThat(there.get("a").id()).isEqualTo(first);
			there.remove("a");
			String second = here.get("a").id();
			assertThat(second).isNotEqualTo(first);
			assertThat(there.get("a").id()).isEqualTo(second);
		}
	}

	@Test
	void aSharedSessionHasNoOwnerAndOutlivesItsInstance() {
		H2 database = new H2();
		String id;
		try (AgentBay mortal = client(new SessionOwner("shop", "here.1"))) {
			id = sessions(mortal, database.store("shop"), null).get("a").id();
			assertThat(mortal.cachedSessions()).isEmpty();
		}
		assertThat(this.client.reactive().listOwned("shop").collectList().block()).isEmpty();
		assertThat(sessions(this.client, database.store("shop"), null).get("a").id()).isEqualTo(id);
	}

	@Test
	void aSessionOfThisInstanceOnlyKeepsItsOwner() {
		try (AgentBay mortal = client(new SessionOwner("shop", "here.1"))) {
			String id = sessions(mortal, new InMemorySessionStore(), null).get("a").id();
			assertThat(mortal.cachedSessions()).extracting(Session::id).containsExactly(id);
			assertThat(this.client.reactive().listOwned("shop").collectList().block()).hasSize(1);
		}
	}

	@Test
	void aSharedSessionThatKeepsItsOwnerIsHandedOutAllTheSame() {
		try (AgentBay mortal = client(new SessionOwner("shop", "here.1"))) {
			this.service.faults().onNext("SetLabel", Fault.answer(400, REFUSAL));
			assertThat(sessions(mortal, new H2().store("shop"), null).get("a").command().run("true").success())
				.isTrue();
			assertThat(mortal.cachedSessions()).hasSize(1);
		}
	}

	private void deleteBehindItsBack(Session session) {
		try (AgentBay other = client(null)) {
			other.delete(session.id());
		}
	}

	/** All threads begin at the same time, as many for each piece of work. */
	private static Set<String> inThreads(int number, List<Callable<String>> works) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(number * works.size());
		try {
			CountDownLatch start = new CountDownLatch(number * works.size());
			List<Future<String>> results = works.stream()
				.flatMap((work) -> Stream.generate(() -> work).limit(number))
				.map((work) -> threads.submit(() -> {
					start.countDown();
					start.await();
					return work.call();
				}))
				.toList();
			Set<String> ids = new HashSet<>();
			for (Future<String> result : results) {
				ids.add(result.get(60, TimeUnit.SECONDS));
			}
			return ids;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private long calls(String action) {
		return this.service.journal().calls(action).size();
	}

	/** Finds nothing and keeps nothing. */
	private static final class BrokenStore implements SessionStore {

		@Override
		public @Nullable KeyedSession find(String key) {
			return null;
		}

		@Override
		public boolean replace(@Nullable KeyedSession expected, KeyedSession session) {
			throw new IllegalStateException("the disk is full");
		}

		@Override
		public boolean remove(KeyedSession expected) {
			return false;
		}

		@Override
		public List<KeyedSession> findUnusedSince(Instant time) {
			return List.of();
		}

		@Override
		public long size() {
			return 0;
		}

	}

}
