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

package io.agentbay.boot.pool;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.error.ServiceException;
import io.agentbay.boot.testing.MutableClock;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LifecyclePolicy;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SessionPool}.
 */
class SessionPoolTests {

	private static final String REFUSAL = "{\"Code\":\"InternalError\",\"Message\":\"not today\",\"RequestId\":\"R-1\"}";

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final ReactiveAgentBay client = ReactiveAgentBay.builder()
		.apiKey(this.service.apiKey())
		.endpoint(this.service.endpoint().toString())
		.buildReactive();

	private final MutableClock clock = new MutableClock();

	private final AtomicInteger resets = new AtomicInteger();

	private @Nullable SessionPool pool;

	@AfterEach
	void stop() {
		if (this.pool != null) {
			this.pool.stop().block();
		}
		this.client.close();
		this.service.close();
	}

	@Test
	void sessionsAreReadyBeforeTheyAreAskedFor() {
		SessionPool pool = start(settings(2, 4, null));
		awaitIdle(2);
		List<String> ready = this.service.liveSessionIds();
		assertThat(ready).contains(acquire(pool).id());
		awaitIdle(2);
		assertThat(pool.figures().lent()).isEqualTo(1);
		assertThat(this.service.liveSessionIds()).hasSize(3).containsAll(ready);
	}

	@Test
	void sessionServesOnce() {
		SessionPool pool = start(settings(1, 2, null));
		ReactiveSession lent = acquire(pool);
		lent.close().block();
		lent.close().block();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.service.liveSessionIds()).isNotEmpty().doesNotContain(lent.id()));
		awaitIdle(1);
		assertThat(acquire(pool).id()).isNotEqualTo(lent.id());
	}

	@Test
	void sessionThatWasGivenBackIsRefusedToWhoHadIt() {
		SessionPool pool = start(settings(1, 1, this::reset));
		ReactiveSession lent = acquire(pool);
		assertThat(lent.command().run("true").block().success()).isTrue();
		lent.close().block();
		assertThatIllegalStateException().isThrownBy(lent::command).withMessageContaining("given back");
		assertThatIllegalStateException().isThrownBy(() -> lent.delete().block()).withMessageContaining("given back");
		assertThat(acquire(pool).id()).isEqualTo(lent.id());
	}

	@Test
	void blockingViewGivesTheSessionBackToo() {
		SessionPool pool = start(settings(1, 1, this::reset));
		String id;
		try (Session session = acquire(pool).blocking()) {
			id = session.id();
			assertThat(session.command().run("echo pooled").stdout()).isEqualTo("pooled\n");
		}
		assertThat(acquire(pool).id()).isEqualTo(id);
		assertThat(this.resets).hasValue(1);
	}

	@Test
	void sessionThatItsUserDeletedIsNeitherResetNorDeletedAgain() {
		SessionPool pool = start(settings(1, 1, this::reset));
		ReactiveSession lent = acquire(pool);
		lent.delete().block();
		lent.close().block();
		assertThat(acquire(pool).id()).isNotEqualTo(lent.id());
		assertThat(this.resets).hasValue(0);
		assertThat(this.service.journal().calls("DeleteSessionAsync")).hasSize(1);
	}

	@Test
	void resetSessionServesAgain() {
		SessionPool pool = start(settings(1, 1, this::reset));
		ReactiveSession lent = acquire(pool);
		lent.close().block();
		assertThat(acquire(pool).id()).isEqualTo(lent.id());
		assertThat(this.resets).hasValue(1);
	}

	@Test
	void sessionThatCannotBeResetIsDeleted() {
		SessionPool pool = start(settings(1, 1, (session) -> Mono.error(new IllegalStateException("dirty"))));
		ReactiveSession lent = acquire(pool);
		lent.close().block();
		assertThat(acquire(pool).id()).isNotEqualTo(lent.id());
		assertThat(this.service.liveSessionIds()).doesNotContain(lent.id());
	}

	@Test
	void noSessionIsLentToTwoAtOnce() {
		SessionPool pool = start(settings(2, 4, this::reset));
		Map<String, AtomicBoolean> inUse = new ConcurrentHashMap<>();
		AtomicInteger clashes = new AtomicInteger();
		Flux.range(0, 400).flatMap((number) -> pool.acquire().flatMap((session) -> {
			AtomicBoolean used = inUse.computeIfAbsent(session.id(), (id) -> new AtomicBoolean());
			if (!used.compareAndSet(false, true)) {
				clashes.incrementAndGet();
			}
			return Mono.delay(Duration.ofMillis(number % 3)).then(Mono.defer(() -> {
				used.set(false);
				return session.close();
			}));
		}).subscribeOn(Schedulers.parallel()), 16).blockLast();
		assertThat(clashes).hasValue(0);
		assertThat(inUse).hasSizeLessThanOrEqualTo(4);
		Awaitility.await().until(() -> pool.figures().lent() == 0);
	}

	@Test
	void whoeverWaitsTooLongIsTold() {
		SessionPool pool = start(settings(0, 1, null));
		acquire(pool);
		assertThatExceptionOfType(PoolExhaustedException.class).isThrownBy(() -> pool.acquire().block())
			.withMessageContaining("1 of at most 1 are in use");
		assertThat(pool.figures().pending()).isZero();
	}

	@Test
	void deadSessionIsNotHandedOut() {
		SessionPool pool = start(settings(1, 2, null));
		awaitIdle(1);
		String dead = this.service.liveSessionIds().get(0);
		deleteBehindItsBack(dead);
		this.clock.pass(Duration.ofSeconds(31));
		assertThat(acquire(pool).id()).isNotEqualTo(dead);
		assertThat(pool.figures().discarded()).isEqualTo(1);
	}

	@Test
	void sessionThatWasCheckedJustNowIsHandedOutWithoutACall() {
		SessionPool pool = start(settings(1, 2, null));
		awaitIdle(1);
		acquire(pool);
		assertThat(this.service.journal().calls("RefreshSessionIdleTime")).isEmpty();
	}

	@Test
	void sessionNearItsEndIsNotHandedOut() {
		SessionPool pool = start(settings(1, 2, null));
		awaitIdle(1);
		String old = this.service.liveSessionIds().get(0);
		this.clock.pass(Duration.ofMinutes(4).plusSeconds(1));
		assertThat(acquire(pool).id()).isNotEqualTo(old);
	}

	@Test
	void oldSessionIsNotHandedOut() {
		SessionPool pool = start(new PoolSettings(1, 2, 4, Duration.ofSeconds(20), Duration.ofMinutes(2),
				Duration.ofMinutes(1), Duration.ofSeconds(30), null));
		awaitIdle(1);
		String old = this.service.liveSessionIds().get(0);
		this.clock.pass(Duration.ofMinutes(2));
		assertThat(acquire(pool).id()).isNotEqualTo(old);
	}

	@Test
	void aSessionNearTheEndOfItsLongestTimeIsNotHandedOut() {
		CreateSessionOptions kind = CreateSessionOptions
			.of((options) -> options.lifecyclePolicy(LifecyclePolicy.defaults()
				.withIdleReleaseTimeout(Duration.ofMinutes(60))
				.withMaxRuntime(Duration.ofMinutes(10))));
		this.pool = new SessionPool(this.client, kind, settings(1, 2, null), this.clock);
		this.pool.start();
		awaitIdle(1);
		String old = this.service.liveSessionIds().get(0);
		this.clock.pass(Duration.ofMinutes(9).plusSeconds(1));
		assertThat(acquire(this.pool).id()).isNotEqualTo(old);
	}

	@Test
	void aSessionThatIsReleasedByHandIsNotTooOldForLackOfUse() {
		CreateSessionOptions kind = CreateSessionOptions
			.of((options) -> options.lifecyclePolicy(LifecyclePolicy.manualRelease()));
		this.pool = new SessionPool(this.client, kind, settings(1, 2, null), this.clock);
		this.pool.start();
		awaitIdle(1);
		String old = this.service.liveSessionIds().get(0);
		this.clock.pass(Duration.ofMinutes(29));
		assertThat(acquire(this.pool).id()).isEqualTo(old);
	}

	@Test
	void aLifeThatIsTooShortForThePoolIsRefused() {
		CreateSessionOptions kind = CreateSessionOptions
			.of((options) -> options.lifecyclePolicy(LifecyclePolicy.defaults().withMaxRuntime(Duration.ofMinutes(1))));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SessionPool(this.client, kind, settings(1, 2, null), this.clock))
			.withMessageContaining("'minRemainingLife'");
	}

	@Test
	void idleSessionsAreKeptFromBeingReleased() {
		CreateSessionOptions params = CreateSessionOptions.builder().idleReleaseTimeout(Duration.ofSeconds(2)).build();
		PoolSettings settings = new PoolSettings(1, 2, 4, Duration.ofSeconds(5), Duration.ofHours(1), Duration.ZERO,
				Duration.ofSeconds(30), null);
		this.pool = new SessionPool(this.client, params, settings, this.clock);
		this.pool.start();
		awaitIdle(1);
		String id = this.service.liveSessionIds().get(0);
		this.clock.pass(Duration.ofMillis(1500));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.service.journal().calls("RefreshSessionIdleTime")).isNotEmpty());
		assertThat(acquire(this.pool).id()).isEqualTo(id);
	}

	@Test
	void checkingASessionStartsItsIdleTimeAnew() {
		WarmSession warm = new WarmSession(Objects.requireNonNull(this.client.create().block()), this.clock);
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(warm.sinceAlive()).isEqualTo(Duration.ofMinutes(1));
		assertThat(warm.checkAlive().block()).isTrue();
		assertThat(warm.sinceAlive()).isZero();
		assertThat(warm.age()).isEqualTo(Duration.ofMinutes(1));
		deleteBehindItsBack(warm.session().id());
		assertThat(warm.checkAlive().block()).isFalse();
		assertThat(warm.isDead()).isTrue();
	}

	@Test
	void refusedCreationReachesWhoWaits() {
		SessionPool pool = start(settings(0, 1, null));
		this.service.faults().onNext("CreateMcpSession", Fault.answer(400, REFUSAL));
		assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> pool.acquire().block())
			.withMessageContaining("not today");
		assertThat(acquire(pool)).isNotNull();
	}

	@Test
	void refusedRefillIsTriedAgain() {
		this.service.faults().onNext("CreateMcpSession", Fault.answer(400, REFUSAL));
		start(settings(1, 1, null));
		Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> {
			this.clock.pass(Duration.ofMillis(100));
			return Objects.requireNonNull(this.pool).figures().idle() == 1;
		});
	}

	@Test
	void sessionThatNobodyWaitsForAnyLongerStaysReady() {
		SessionPool pool = start(settings(1, 1, this::reset));
		awaitIdle(1);
		String id = this.service.liveSessionIds().get(0);
		this.clock.pass(Duration.ofSeconds(31));
		this.service.faults().onNext("RefreshSessionIdleTime", Fault.delay(Duration.ofMillis(200)));
		Disposable waiting = pool.acquire().subscribe();
		Awaitility.await().until(() -> !this.service.journal().calls("RefreshSessionIdleTime").isEmpty());
		waiting.dispose();
		awaitIdle(1);
		assertThat(acquire(pool).id()).isEqualTo(id);
		assertThat(this.resets).hasValue(0);
	}

	@Test
	void stoppingDeletesWhatIsReady() {
		SessionPool pool = start(settings(3, 4, null));
		awaitIdle(3);
		ReactiveSession lent = acquire(pool);
		pool.stop().block();
		Awaitility.await().untilAsserted(() -> assertThat(this.service.liveSessionIds()).containsExactly(lent.id()));
		lent.close().block();
		Awaitility.await().untilAsserted(() -> assertThat(this.service.liveSessionIds()).isEmpty());
	}

	@Test
	void stoppingWaitsForWhatIsBeingCreated() {
		this.service.faults().onNext("CreateMcpSession", Fault.delay(Duration.ofMillis(500)));
		SessionPool pool = start(settings(1, 2, null));
		Awaitility.await().until(() -> !this.service.journal().calls("CreateMcpSession").isEmpty());
		pool.stop().block();
		this.client.close();
		assertThat(this.service.journal().calls("DeleteSessionAsync")).hasSize(1);
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	private Mono<Void> reset(ReactiveSession session) {
		return Mono.fromRunnable(this.resets::incrementAndGet);
	}

	private SessionPool start(PoolSettings settings) {
		this.pool = new SessionPool(this.client, CreateSessionOptions.defaults(), settings, this.clock);
		this.pool.start();
		return this.pool;
	}

	private static PoolSettings settings(int minIdle, int maxSize, @Nullable SessionReset reset) {
		return new PoolSettings(minIdle, maxSize, 4, Duration.ofSeconds((maxSize == 1 && minIdle == 0) ? 1 : 20),
				Duration.ofMinutes(30), Duration.ofMinutes(1), Duration.ofSeconds(30), reset);
	}

	private void awaitIdle(int number) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(Objects.requireNonNull(this.pool).figures().idle()).isEqualTo(number));
	}

	private static ReactiveSession acquire(SessionPool pool) {
		return Objects.requireNonNull(pool.acquire().block(Duration.ofSeconds(30)));
	}

	private void deleteBehindItsBack(String id) {
		try (ReactiveAgentBay other = ReactiveAgentBay.builder()
			.apiKey(this.service.apiKey())
			.endpoint(this.service.endpoint().toString())
			.buildReactive()) {
			other.delete(id).block();
		}
	}

}
