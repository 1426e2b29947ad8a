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

package io.agentbay;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.agentbay.connection.RetryPolicy;
import io.agentbay.session.SessionQuery;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * A client leaves nothing behind: neither threads nor connections, whatever happened to
 * its calls.
 */
class ResourceTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Test
	void aClosedClientLeavesNoThreadAndNoConnection() {
		try (ScriptedServer server = new ScriptedServer()) {
			int before = threads().size();
			AgentBay agentBay = server.client()
				.retryPolicy(RetryPolicy.none())
				.responseTimeout(Duration.ofMillis(200))
				.build();
			server.answers(Replies.session()).hangsUp().answers(200, "garbage").keepsSilent();
			agentBay.get(Replies.SESSION);
			IntStream.range(0, 3)
				.forEach((i) -> assertThat(catchThrowable(() -> agentBay.listPage(SessionQuery.all()))).isNotNull());
			assertThat(threads()).hasSizeGreaterThan(before);
			agentBay.close();
			agentBay.close();
			await().atMost(PATIENCE).until(() -> threads().size() <= before && server.openConnections() == 0);
		}
	}

	@Test
	void cancellingACallClosesItsConnection() {
		try (ScriptedServer server = new ScriptedServer();
				ReactiveAgentBay agentBay = server.client().buildReactive()) {
			server.keepsSilent();
			Disposable call = agentBay.get(Replies.SESSION).subscribe();
			await().atMost(PATIENCE).until(() -> server.requests().size() == 1);
			call.dispose();
			await().atMost(PATIENCE).until(() -> server.openConnections() == 0);
		}
	}

	@Test
	void connectionsAreSharedAndReused() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			for (int i = 0; i < 20; i++) {
				server.answers(Replies.session());
				agentBay.get(Replies.SESSION);
			}
			// A connection may come back to the pool a moment after its answer was handed
			// on.
			assertThat(server.acceptedConnections()).isLessThanOrEqualTo(3);
		}
	}

	@Test
	void noConnectionIsOpenedBeforeTheFirstCall() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			assertThat(agentBay.cachedSessions()).isEmpty();
			assertThat(server.acceptedConnections()).isZero();
		}
	}

	@Test
	void callsBeyondTheLimitOfConnectionsWait() {
		try (ScriptedServer server = new ScriptedServer();
				ReactiveAgentBay agentBay = server.client().maxConnections(2).buildReactive()) {
			IntStream.range(0, 10).forEach((i) -> server.answers(Replies.session()));
			List<Mono<?>> calls = IntStream.range(0, 10)
				.<Mono<?>>mapToObj((i) -> agentBay.get(Replies.SESSION))
				.toList();
			Mono.when(calls).block(PATIENCE);
			assertThat(server.requests()).hasSize(10);
			assertThat(server.acceptedConnections()).isLessThanOrEqualTo(2);
		}
	}

	private static List<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("agentbay-http"))
			.toList();
	}

}
