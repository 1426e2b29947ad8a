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
import java.util.Collection;
import java.util.function.BooleanSupplier;

import io.agentbay.AgentBay;
import io.agentbay.boot.testing.MutableClock;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.CreateSessionOptions;
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
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link KeyedSessionKeeper}: no session is lost with a store that does not
 * answer, or loses what it knew.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class KeyedSessionKeeperTests {

	private static final String REFUSAL = "{\"Code\":\"InternalError\",\"Message\":\"not today\",\"RequestId\":\"R-1\"}";

	private static final String LOSS = "a Redis must persist and must not evict";

	private static final Duration MAX_IDLE = Duration.ofMinutes(30);

	private static final KeyedSessionSettings SETTINGS = new KeyedSessionSettings(MAX_IDLE, null,
			Duration.ofSeconds(30), false);

	private static final String KEY = "k".repeat(64);

	private static final CreateSessionOptions OPTIONS = CreateSessionOptions.defaults();

	private LocalAgentBay service;

	private AgentBay client;

	private MutableClock clock;

	private StallingStore store;

	private KeyedSessionKeeper here;

	private KeyedSessionKeeper there;

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
		this.client = AgentBay.builder()
			.apiKey(this.service.apiKey())
			.endpoint(this.service.endpoint().toString())
			.build();
		this.clock = new MutableClock();
		this.store = new StallingStore();
		this.here = instance();
		this.there = instance();
	}

	@AfterEach
	void end() {
		this.client.close();
		this.service.reset();
	}

	private KeyedSessionKeeper instance() {
		return new KeyedSessionKeeper(this.client, this.client::create, this.store, SETTINGS, this.clock);
	}

	@Test
	void aSessionIsEndedByAnotherInstanceIfTheStoreMarksItWithoutAnAnswer() {
		this.here.establish(KEY, OPTIONS);
		this.clock.pass(MAX_IDLE);
		this.store.stall(true);
		assertThatIllegalStateException().isThrownBy(this.here::endIdle).withMessage("no answer");
		assertThat(this.service.liveSessionIds()).hasSize(1);
		assertThat(this.store.size()).isEqualTo(1);
		this.there.endIdle();
		assertNothingIsLeft();
	}

	@Test
	void aSessionIsEndedByAnotherInstanceIfTheStoreDoesNotEvenMarkIt() {
		this.here.establish(KEY, OPTIONS);
		this.clock.pass(MAX_IDLE);
		this.store.stall(false);
		assertThatIllegalStateException().isThrownBy(this.here::endIdle).withMessage("no answer");
		assertThat(this.service.liveSessionIds()).hasSize(1);
		this.there.endIdle();
		assertNothingIsLeft();
	}

	@Test
	void aSessionThatIsUsedBeforeTheStoreCarriesOutItsMarkIsLetBe() {
		Session session = this.here.establish(KEY, OPTIONS);
		KeyedSession unused = this.store.find(KEY);
		assertThat(unused).isNotNull();
		this.clock.pass(Duration.ofMinutes(29));
		assertThat(this.there.establish(KEY, OPTIONS).id()).isEqualTo(session.id());
		assertThat(this.store.replace(unused, unused.ending())).isFalse();
		this.clock.pass(Duration.ofMinutes(2));
		this.here.endIdle();
		assertThat(this.service.liveSessionIds()).containsExactly(session.id());
		assertThat(this.here.establish(KEY, OPTIONS).id()).isEqualTo(session.id());
	}

	@Test
	void aSessionThatIsUsedWhileItIsFoundIdleIsLetBe() {
		Session session = this.here.establish(KEY, OPTIONS);
		this.clock.pass(Duration.ofMinutes(29));
		this.store.afterLook = () -> this.there.establish(KEY, OPTIONS);
		this.store.lookAhead = Duration.ofMinutes(2);
		this.here.endIdle();
		assertThat(this.service.liveSessionIds()).containsExactly(session.id());
		assertThat(this.here.establish(KEY, OPTIONS).id()).isEqualTo(session.id());
	}

	@Test
	void aMarkedSessionIsHandedOutByNoneAndEndedBeforeItsKeyGetsAnother() {
		Session session = this.here.establish(KEY, OPTIONS);
		KeyedSession entry = this.store.find(KEY);
		assertThat(entry).isNotNull();
		this.store.replace(entry, entry.ending());
		assertThat(this.here.recent(KEY, OPTIONS)).isNull();
		Session next = this.here.establish(KEY, OPTIONS);
		assertThat(next.id()).isNotEqualTo(session.id());
		assertThat(this.service.liveSessionIds()).containsExactly(next.id());
	}

	@Test
	void aSessionThatIsReplacedIsNotLostWhenTheStoreStalls() {
		this.here.establish(KEY, OPTIONS);
		this.clock.pass(MAX_IDLE);
		this.store.stall(true);
		assertThatIllegalStateException().isThrownBy(() -> this.here.establish(KEY, OPTIONS)).withMessage("no answer");
		Session next = this.there.establish(KEY, OPTIONS);
		assertThat(this.service.liveSessionIds()).containsExactly(next.id());
	}

	@Test
	void anEntryIsForgottenLaterIfTheStoreStallsWhenItsSessionHasEnded() {
		this.here.establish(KEY, OPTIONS);
		this.clock.pass(MAX_IDLE);
		this.store.stallRemoval = true;
		assertThatIllegalStateException().isThrownBy(this.here::endIdle).withMessage("no answer");
		assertThat(this.service.liveSessionIds()).isEmpty();
		this.there.endIdle();
		assertNothingIsLeft();
	}

	@Test
	void aSessionThatCannotBeEndedIsEndedAtTheNextLook() {
		this.here.establish(KEY, OPTIONS);
		this.clock.pass(MAX_IDLE);
		this.service.faults().onNext("DeleteSessionAsync", Fault.answer(400, REFUSAL));
		this.here.endIdle();
		assertThat(this.service.liveSessionIds()).hasSize(1);
		this.there.endIdle();
		assertNothingIsLeft();
	}

	@Test
	void aSessionThatIsReplacedAndCannotBeEndedIsEndedAtTheNextLook(CapturedOutput output) {
		Session session = this.here.establish(KEY, OPTIONS);
		this.clock.pass(MAX_IDLE);
		this.service.faults().onNext("DeleteSessionAsync", Fault.answer(400, REFUSAL));
		Session next = this.here.establish(KEY, OPTIONS);
		assertThat(this.service.liveSessionIds()).containsExactlyInAnyOrder(session.id(), next.id());
		this.here.endStrays();
		assertThat(this.service.liveSessionIds()).containsExactly(next.id());
		assertThat(output).doesNotContain(LOSS);
	}

	@Test
	void aSessionThatTheStoreHasLostIsPutBackAndToldOnce(CapturedOutput output) {
		Session session = this.here.establish(KEY, OPTIONS);
		this.store.loseAll();
		this.here.forgetOld();
		assertThat(output).containsOnlyOnce(LOSS).contains("[" + session.id() + "]");
		this.here.forgetOld();
		assertThat(output).containsOnlyOnce(LOSS);
		assertThat(this.there.establish(KEY, OPTIONS).id()).isEqualTo(session.id());
	}

	@Test
	void whoAsksForASessionThatTheStoreHasLostKeepsIt(CapturedOutput output) {
		Session session = this.here.establish(KEY, OPTIONS);
		this.store.loseAll();
		assertThat(this.here.recent(KEY, OPTIONS)).isNull();
		assertThat(this.here.establish(KEY, OPTIONS).id()).isEqualTo(session.id());
		this.here.forgetOld();
		assertThat(output).containsOnlyOnce(LOSS);
		assertThat(this.service.liveSessionIds()).containsExactly(session.id());
	}

	@Test
	void removingAKeyThatTheStoreHasLostEndsItsSession() {
		this.here.establish(KEY, OPTIONS);
		this.store.loseAll();
		assertThat(this.here.end(KEY)).isTrue();
		assertThat(this.here.end(KEY)).isFalse();
		assertNothingIsLeft();
	}

	@Test
	void aLostSessionWhoseKeyHasAnotherByNowHasTheTimeOfOneThatNobodyAsksFor(CapturedOutput output) {
		Session lost = this.here.establish(KEY, OPTIONS);
		this.store.loseAll();
		Session next = this.there.establish(KEY, OPTIONS);
		assertThat(this.here.establish(KEY, OPTIONS).id()).isEqualTo(next.id());
		this.here.endStrays();
		this.here.endStrays();
		assertThat(output).containsOnlyOnce(LOSS).contains("[" + lost.id() + "]");
		assertThat(this.service.liveSessionIds()).containsExactlyInAnyOrder(lost.id(), next.id());
		this.clock.pass(MAX_IDLE);
		this.here.endStrays();
		assertThat(this.service.liveSessionIds()).containsExactly(next.id());
	}

	@Test
	void whatAnotherInstanceEndsOrReplacesIsNotTakenForLost(CapturedOutput output) {
		this.here.establish(KEY, OPTIONS);
		this.there.end(KEY);
		this.here.forgetOld();
		assertThat(this.store.size()).isZero();
		this.here.establish(KEY, OPTIONS);
		this.there.end(KEY);
		Session next = this.there.establish(KEY, OPTIONS);
		this.here.forgetOld();
		this.here.endStrays();
		assertThat(this.here.establish(KEY, OPTIONS).id()).isEqualTo(next.id());
		assertThat(output).doesNotContain(LOSS);
	}

	@Test
	void sessionsAreKeptAliveWhileTheStoreIsDown() {
		KeyedSessionSettings keptAlive = new KeyedSessionSettings(Duration.ofSeconds(1), null, Duration.ZERO, true);
		try (StoredAgentBaySessions sessions = new StoredAgentBaySessions(this.client, this.store, null, keptAlive,
				OPTIONS)) {
			sessions.get("a");
			this.store.afterLook = () -> {
				throw new IllegalStateException("the store is down");
			};
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> !this.service.journal().calls("RefreshSessionIdleTime").isEmpty());
		}
	}

	private void assertNothingIsLeft() {
		assertThat(this.service.liveSessionIds()).isEmpty();
		assertThat(this.store.size()).isZero();
	}

	/** Shared by two instances, and may carry out what it does not answer. */
	private static final class StallingStore implements SessionStore {

		private InMemorySessionStore entries = new InMemorySessionStore();

		private @Nullable Boolean stalled;

		private boolean stallRemoval;

		private Duration lookAhead = Duration.ZERO;

		private volatile Runnable afterLook = () -> {
		};

		/** The next change has no answer, and is carried out or not. */
		void stall(boolean carriesOut) {
			this.stalled = carriesOut;
		}

		void loseAll() {
			this.entries = new InMemorySessionStore();
		}

		private boolean change(BooleanSupplier change) {
			Boolean carriesOut = this.stalled;
			this.stalled = null;
			boolean done = (carriesOut == null || carriesOut) && change.getAsBoolean();
			if (carriesOut != null) {
				throw new IllegalStateException("no answer");
			}
			return done;
		}

		@Override
		public @Nullable KeyedSession find(String key) {
			return this.entries.find(key);
		}

		@Override
		public boolean replace(@Nullable KeyedSession expected, KeyedSession session) {
			return change(() -> this.entries.replace(expected, session));
		}

		@Override
		public boolean remove(KeyedSession expected) {
			if (this.stallRemoval) {
				this.stallRemoval = false;
				throw new IllegalStateException("no answer");
			}
			return change(() -> this.entries.remove(expected));
		}

		@Override
		public Collection<KeyedSession> findUnusedSince(Instant time) {
			Collection<KeyedSession> found = this.entries.findUnusedSince(time.plus(this.lookAhead));
			this.afterLook.run();
			return found;
		}

		@Override
		public long size() {
			return this.entries.size();
		}

	}

}
