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

package io.agentbay.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import io.agentbay.AgentBay;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several threads use several sessions in a random order while calls go wrong at random,
 * and each keeps a simple model of what it was told. The same seed makes the same
 * choices; a failure prints it. Set it with the system property
 * {@code agentbay.test.seed}.
 */
@Tag("failure")
class ModelTests {

	private static final long SEED = Long.getLong("agentbay.test.seed", System.nanoTime());

	private static final int OPERATIONS = Integer.getInteger("agentbay.test.operations", 2500);

	private static final int THREADS = 8;

	private static final double FAULT_RATE = 0.08;

	private static final List<String> ACTIONS = List.of("CallMcpTool", "callTool", "CreateMcpSession", "GetSession",
			"ListSession", "GetSessionDetail", "DeleteSessionAsync", "SetLabel", "GetLabel");

	@Test
	void whatCallersAreToldIsWhatHappened() throws Exception {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start(); AgentBay agentBay = client(runtime)) {
			List<SessionModel> models = new ArrayList<>();
			ExecutorService threads = Executors.newFixedThreadPool(THREADS);
			try {
				List<Callable<SessionModel>> work = new ArrayList<>();
				for (int i = 0; i < THREADS; i++) {
					Random random = new Random(SEED + i);
					work.add(() -> play(agentBay, runtime, random));
				}
				for (Future<SessionModel> future : threads.invokeAll(work)) {
					models.add(future.get());
				}
			}
			finally {
				threads.shutdownNow();
			}
			runtime.faults().clear();
			models.forEach(SessionModel::checkAll);
			assertNothingLeaks(runtime, agentBay, models);
		}
		catch (Exception | AssertionError ex) {
			throw new AssertionError("Failed with -Dagentbay.test.seed=" + SEED + ": " + ex.getMessage(), ex);
		}
	}

	private static SessionModel play(AgentBay agentBay, LocalAgentBay runtime, Random random) {
		SessionModel model = new SessionModel(agentBay, random);
		for (int i = 0; i < OPERATIONS / THREADS; i++) {
			if (random.nextDouble() < FAULT_RATE) {
				runtime.faults().onNext(ACTIONS.get(random.nextInt(ACTIONS.size())), fault(random));
			}
			model.step();
		}
		return model;
	}

	private static Fault fault(Random random) {
		return switch (random.nextInt(7)) {
			case 0 -> Fault.dropBeforeHandling();
			case 1 -> Fault.dropAfterHandling();
			case 2 -> Fault.cutAfter(random.nextInt(300));
			case 3 -> Fault.delay(Duration.ofMillis(random.nextInt(50)));
			case 4 -> Fault.delayAnswer(Duration.ofMillis(random.nextInt(50)));
			case 5 -> Fault.malformedBody();
			default -> Fault.answer(503,
					"{\"Code\":\"ServiceUnavailable\",\"Message\":\"busy\",\"RequestId\":\"R\",\"Success\":false}");
		};
	}

	/**
	 * Alive is what somebody holds. A create with an unknown outcome is looked for in the
	 * background.
	 */
	private static void assertNothingLeaks(LocalAgentBay runtime, AgentBay agentBay, List<SessionModel> models) {
		Set<String> held = models.stream().flatMap((model) -> model.held().stream()).collect(Collectors.toSet());
		Awaitility.await()
			.atMost(Duration.ofSeconds(90))
			.untilAsserted(() -> assertThat(new HashSet<>(runtime.liveSessionIds())).isEqualTo(held));
		Set<String> cached = agentBay.cachedSessions().stream().map(Session::id).collect(Collectors.toSet());
		assertThat(cached).containsAll(held);
	}

	private static AgentBay client(LocalAgentBay runtime) {
		return LocalClient.of(runtime)
			.operationTimeout(Duration.ofSeconds(3))
			.retryPolicy(new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(5)))
			.build();
	}

}
