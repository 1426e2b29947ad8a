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

package io.agentbay.boot.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.agentbay.AgentBay;
import io.agentbay.boot.ownership.LockStore;
import io.agentbay.boot.ownership.PeriodicReaper;
import io.agentbay.local.Isolation;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Chaos;
import io.agentbay.local.fault.Fault;
import io.agentbay.ownership.SessionOwner;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instances of an application are killed at random: while they start, create sessions,
 * fill their pool, delete sessions, shut down or end the sessions of others. Those that
 * live on end what was left behind, and nothing else.
 *
 * <p>
 * Three are killed unless the system property {@code agentbay.test.crashes} tells another
 * number. With the property, a tenth as many are killed with locks in a database, and in
 * Redis: it takes a while until these see that somebody died.
 */
class CrashTests {

	private static final String CRASHES = "agentbay.test.crashes";

	private static final int KILLS = Integer.getInteger(CRASHES, 3);

	private static final long SEED = Long.getLong("agentbay.test.seed", System.nanoTime());

	private static final int AT_ONCE = 3;

	private static final int WORTH_AN_ARCHIVE = 10;

	private static final int LONGEST_START = 2500;

	private static final int LONGEST_WORK = 600;

	private static final int LONGEST_SHUTDOWN = 400;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration LATEST_CREATE = Duration.ofSeconds(1);

	@TempDir
	private Path directory;

	/** Where the instances keep their locks. */
	private enum Locks {

		FILES, DATABASE, REDIS

	}

	static List<Locks> locks() {
		if (System.getProperty(CRASHES) == null) {
			return List.of(Locks.FILES);
		}
		return LockStore.hasRedis() ? List.of(Locks.values()) : List.of(Locks.FILES, Locks.DATABASE);
	}

	@ParameterizedTest
	@MethodSource("locks")
	void theSessionsOfTheKilledAreEndedAndNoOthers(Locks locks) throws Exception {
		if (locks == Locks.FILES) {
			crash(KILLS, "--agentbay.ownership.lock-directory=" + this.directory.resolve("locks"));
			return;
		}
		try (LockStore store = (locks == Locks.REDIS) ? LockStore.redis(this.directory) : LockStore.database()) {
			crash(Math.max(1, KILLS / 10), shared(store));
		}
	}

	/**
	 * A process that stands still for longer than that on a busy machine loses its lock.
	 */
	private static String[] shared(LockStore locks) {
		return new String[] { "--" + CrashingApplication.LOCKS + "=" + locks.address(),
				"--agentbay.ownership.lock-domain=shop", "--agentbay.ownership.lock-timeout=20s" };
	}

	private void crash(int kills, String... ownership) throws Exception {
		try (LocalAgentBay service = LocalAgentBay.builder().isolation(Isolation.HOST).start()) {
			service.faults()
				.chaos(Chaos.seeded(SEED, 0.5)
					.with(Fault.delay(Duration.ofMillis(100)), Fault.delayAnswer(Duration.ofMillis(100)))
					.at("CreateMcpSession", "DeleteSessionAsync"));
			List<String> arguments = new ArrayList<>(List.of(ownership));
			arguments.addAll(List.of("--agentbay.api-key=" + service.apiKey(),
					"--agentbay.endpoint=" + service.endpoint(), "--spring.application.name=orders",
					"--agentbay.ownership.reaper.period=200ms", "--agentbay.pool.min-idle=2",
					"--spring.main.banner-mode=off", "--spring.docker.compose.enabled=false",
					"--logging.level.root=warn", "--logging.level.io.agentbay.local=error"));
			try (ConfigurableApplicationContext survivor = CrashingApplication.start(arguments.toArray(String[]::new));
					AgentBay nobodys = client(service, null);
					AgentBay invoices = client(service, new SessionOwner("invoices", "x.1"))) {
				List<String> kept = List.of(create(survivor.getBean(AgentBay.class)), create(nobodys),
						create(invoices));
				arguments.add("--agentbay.pool.enabled=true");
				killAll(kills, service, launch(kills, arguments), arguments);
				Awaitility.await("nothing is left of the killed, seed " + SEED)
					.atMost(PATIENCE)
					.during(LATEST_CREATE)
					.untilAsserted(
							() -> assertThat(service.liveSessionIds()).containsExactlyInAnyOrderElementsOf(kept));
				assertThat(survivor.getBean(PeriodicReaper.class).state().failed()).isEmpty();
			}
		}
	}

	private Launch launch(int kills, List<String> arguments) throws Exception {
		return (kills >= WORTH_AN_ARCHIVE) ? Launch.withArchive(this.directory, arguments) : Launch.plain();
	}

	private static void killAll(int kills, LocalAgentBay service, Launch launch, List<String> arguments)
			throws Exception {
		ExecutorService killers = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<Callable<Set<String>>> victims = new ArrayList<>();
			for (int i = 0; i < kills; i++) {
				int number = i;
				victims.add(() -> kill(number, service, launch, arguments));
			}
			Set<String> wronglyDeleted = new HashSet<>();
			for (Future<Set<String>> victim : killers.invokeAll(victims)) {
				wronglyDeleted.addAll(victim.get());
			}
			assertThat(wronglyDeleted).as("ended while in use, seed %d", SEED).isEmpty();
		}
		finally {
			killers.shutdownNow();
		}
	}

	/**
	 * Start an instance and kill it.
	 * @return its sessions that were ended before it was killed, although it had not
	 * given them up
	 */
	private static Set<String> kill(int number, LocalAgentBay service, Launch launch, List<String> arguments)
			throws Exception {
		Random random = new Random(SEED + number);
		Victim victim = Victim.start(launch, arguments);
		Set<String> lost;
		try (victim) {
			if (number % 3 == 0) {
				victim.live(random.nextInt(LONGEST_START));
			}
			else {
				victim.awaitWork();
				victim.live(random.nextInt(LONGEST_WORK));
			}
			lost = new HashSet<>(victim.held());
			lost.removeAll(service.liveSessionIds());
			if (number % 3 == 2) {
				victim.terminate();
				victim.live(random.nextInt(LONGEST_SHUTDOWN));
			}
		}
		lost.removeAll(victim.released());
		return lost;
	}

	/** It must not end for being idle while others are killed. */
	private static String create(AgentBay agentBay) {
		return agentBay.create((options) -> options.idleReleaseTimeout(Duration.ofHours(1))).id();
	}

	private static AgentBay client(LocalAgentBay service, SessionOwner owner) {
		return AgentBay.builder()
			.apiKey(service.apiKey())
			.endpoint(service.endpoint().toString())
			.environment(Map.of())
			.owner(owner)
			.build();
	}

}
