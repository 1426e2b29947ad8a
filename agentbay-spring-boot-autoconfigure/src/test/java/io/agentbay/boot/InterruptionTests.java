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

package io.agentbay.boot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.agentbay.AgentBay;
import io.agentbay.boot.keyed.InMemorySessionStore;
import io.agentbay.boot.keyed.KeyedSessionSettings;
import io.agentbay.boot.keyed.StoredAgentBaySessions;
import io.agentbay.boot.pool.PoolSettings;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.error.CallInterruptedException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever thread is interrupted while it holds sessions, none is lost.
 */
class InterruptionTests {

	private static final int THREADS = 4;

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final AgentBay client = AgentBay.builder()
		.apiKey(this.service.apiKey())
		.endpoint(this.service.endpoint().toString())
		.build();

	@AfterEach
	void stop() {
		Thread.interrupted();
		this.client.close();
		this.service.close();
	}

	@Test
	void aTemplateWhoseExecutorIsShutDownGivesAllSessionsBack() throws Exception {
		shutDownWhileWorking(new AgentBayTemplate(this.client));
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void aPoolWhoseUsersAreShutDownGetsAllSessionsBack() throws Exception {
		SessionPools pools = pools();
		pools.start();
		shutDownWhileWorking(new AgentBayTemplate(SessionSource.of(pools)));
		Awaitility.await()
			.untilAsserted(() -> assertThat(pools.figures().values()).allMatch((pool) -> pool.lent() == 0));
		Thread.currentThread().interrupt();
		pools.stop();
		pools.destroy();
		assertThat(Thread.interrupted()).isTrue();
		Awaitility.await().until(() -> this.service.liveSessionIds().isEmpty());
	}

	@Test
	void anInterruptedThreadGetsNoSession() {
		SessionPools pools = pools();
		pools.start();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(CallInterruptedException.class).isThrownBy(() -> SessionSource.of(pools).acquire());
		assertThat(Thread.interrupted()).isTrue();
		assertThat(pools.figures().values()).allMatch((pool) -> pool.lent() == 0);
		pools.stop();
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void aSessionIsClosedOnAnInterruptedThreadAndASecondTimeHarmlessly() {
		Session session = SessionSource.newSessions(this.client).acquire();
		Thread.currentThread().interrupt();
		session.close();
		session.close();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void sessionsOfKeysAreClosedOnAnInterruptedThread() {
		StoredAgentBaySessions sessions = new StoredAgentBaySessions(this.client, new InMemorySessionStore(), null,
				KeyedSessionSettings.defaults(), CreateSessionOptions.defaults());
		sessions.get("a");
		Thread.currentThread().interrupt();
		sessions.close();
		sessions.close();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.service.liveSessionIds()).hasSize(1);
	}

	private SessionPools pools() {
		CreateSessionOptions kind = CreateSessionOptions.defaults();
		return new SessionPools(
				this.client.reactive(), List.of(kind), kind, new PoolSettings(1, THREADS, 1, Duration.ofMinutes(1),
						Duration.ofMinutes(30), Duration.ofMinutes(1), Duration.ofSeconds(30), null),
				Duration.ofMinutes(1), ObservationRegistry.NOOP);
	}

	private static void shutDownWhileWorking(AgentBayTemplate template) throws InterruptedException {
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		CountDownLatch working = new CountDownLatch(THREADS);
		List<Future<?>> tasks = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			tasks.add(executor.submit(() -> template.executeWithoutResult((session) -> {
				working.countDown();
				session.command().run("sleep 300");
			})));
		}
		assertThat(working.await(1, TimeUnit.MINUTES)).isTrue();
		executor.shutdownNow();
		assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		assertThat(tasks).allSatisfy((task) -> assertThat(task).failsWithin(Duration.ZERO)
			.withThrowableOfType(ExecutionException.class)
			.satisfies((ex) -> assertThat(ex.getCause()).isInstanceOfAny(OutcomeUnknownException.class,
					CallInterruptedException.class)));
	}

}
