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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedServer.RecordedRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions that the service released because nobody used them are forgotten.
 */
@Tag("failure")
class IdleSessionTests {

	private static final int SESSIONS = 40;

	private final ScriptedServer server = new ScriptedServer();

	private final AtomicInteger created = new AtomicInteger();

	private volatile boolean released;

	private VirtualTimeScheduler clock;

	private ReactiveAgentBay agentBay;

	@BeforeEach
	void connect() {
		this.clock = VirtualTimeScheduler.getOrSet();
		this.server.answersOtherwise(this::answer);
		this.agentBay = this.server.client()
			.defaultSession(CreateSessionOptions.builder().idleReleaseTimeout(Duration.ofMinutes(2)).build())
			.buildReactive();
	}

	@AfterEach
	void disconnect() {
		VirtualTimeScheduler.reset();
		this.agentBay.close();
		this.server.close();
	}

	@Test
	void releasedSessionsAreForgottenWithinAMinuteByFewCalls() {
		create(SESSIONS);
		this.released = true;
		this.clock.advanceTimeBy(Duration.ofMinutes(3));
		Awaitility.await().until(() -> this.agentBay.cachedSessions().isEmpty());
		assertThat(looks()).isLessThan(10);
	}

	@Test
	void sessionsThatOthersUseAreKeptAndAskedForLessAndLess() {
		create(SESSIONS);
		for (int minute = 0; minute < 60; minute++) {
			this.clock.advanceTimeBy(Duration.ofMinutes(1));
		}
		assertThat(this.agentBay.cachedSessions()).hasSize(SESSIONS);
		assertThat(looks()).isLessThan(60L);
	}

	@Test
	void nothingIsAskedForSessionsThatAreInUse() {
		create(1);
		ReactiveSession session = this.agentBay.cachedSessions().iterator().next();
		for (int minute = 0; minute < 10; minute++) {
			session.keepAlive().toFuture().join();
			this.clock.advanceTimeBy(Duration.ofMinutes(1));
		}
		assertThat(looks()).isZero();
	}

	private void create(int sessions) {
		Flux.range(0, sessions).concatMap((number) -> this.agentBay.create()).then().toFuture().join();
	}

	private long looks() {
		return this.server.actions()
			.stream()
			.filter((action) -> action.equals("ListSession") || action.equals("GetSessionDetail"))
			.count();
	}

	private String answer(RecordedRequest request) {
		return switch (request.query().get("Action")) {
			case "CreateMcpSession" ->
				Replies.session().replace(Replies.SESSION, "s-" + this.created.incrementAndGet());
			case "ListSession" -> Replies.ok(this.released ? "[]"
					: IntStream.rangeClosed(1, this.created.get())
						.mapToObj((number) -> "{\"SessionId\":\"s-" + number + "\"}")
						.collect(Collectors.joining(",", "[", "]")));
			case "GetSessionDetail" -> Replies.ok("{\"Status\":\"" + (this.released ? "FINISH" : "RUNNING") + "\"}");
			default -> Replies.ok();
		};
	}

}
