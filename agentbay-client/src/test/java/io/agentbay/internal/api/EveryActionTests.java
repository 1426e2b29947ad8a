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

package io.agentbay.internal.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.agentbay.connection.RetryPolicy;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.internal.http.Effect;
import io.agentbay.internal.http.Endpoint;
import io.agentbay.internal.http.HttpTransport;
import io.agentbay.internal.http.ReliableCaller;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.http.Timeouts;
import io.agentbay.internal.http.TransportSettings;
import io.agentbay.internal.observe.CallObserver;
import io.agentbay.internal.observe.Observability;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.testing.FaultProxy;
import io.agentbay.testing.FaultProxy.Direction;
import io.agentbay.testing.FaultProxy.Kind;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connection is cut during each action there is, at some bytes chosen at random.
 * Whether the service likes the request does not matter: what has an effect arrives at
 * most once, and anything else is answered nevertheless. {@code EveryByteTests} tries
 * more bytes of fewer actions.
 */
@Tag("failure")
@TestInstance(Lifecycle.PER_CLASS)
class EveryActionTests {

	private static final Observability NOBODY = new Observability(ObservationRegistry.NOOP, null, null, List.of());

	private static final long SEED = Long.getLong("agentbay.test.seed", System.nanoTime());

	private static final int CUTS = 4;

	private static final Duration LONG = Duration.ofSeconds(30);

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final FaultProxy proxy = new FaultProxy(this.runtime.endpoint());

	private final TransportSettings settings = new TransportSettings(Timeouts.defaults(),
			new RetryPolicy(6, Duration.ofMillis(1), Duration.ofMillis(1), 1, 1000), 10, LONG, DataSize.ofMegabytes(1),
			false, "test", null, null);

	private final HttpTransport transport = new HttpTransport(this.settings);

	private final ApiCaller caller = new ApiCaller(new ReliableCaller(this.transport, this.settings, NOBODY.listener()),
			new CallObserver(NOBODY), Endpoint.parse(this.proxy.endpoint(), false), Secret.of(this.runtime.apiKey()),
			LONG);

	private String sessionId;

	@BeforeAll
	void createSession() {
		SessionData session = this.caller
			.call(Action.CREATE_MCP_SESSION, null, Parameters::new, Answers.data(SessionData.class))
			.block()
			.orElseThrow()
			.data();
		this.sessionId = session.sessionId();
	}

	@AfterAll
	void stop() {
		this.transport.close();
		this.proxy.close();
		this.runtime.close();
	}

	static Stream<Arguments> actions() {
		return Arrays.stream(Action.values())
			.flatMap((action) -> Arrays.stream(Direction.values()).map((way) -> Arguments.of(action, way)));
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("actions")
	void aConnectionThatIsCut(Action action, Direction direction) {
		call(action);
		long before = this.proxy.passed(direction);
		call(action);
		int length = (int) (this.proxy.passed(direction) - before);
		assertThat(new Random(SEED).ints(CUTS, 0, length).filter((offset) -> cut(action, direction, offset)).count())
			.as("cuts that struck")
			.isPositive();
	}

	/** Whether the fault has struck: answers differ in their length by a few bytes. */
	private boolean cut(Action action, Direction direction, int offset) {
		String where = "%s of %s at byte %d, seed %d".formatted(action, direction, offset, SEED);
		this.runtime.journal().clear();
		this.proxy.strike(Kind.CUT, direction, offset, Duration.ZERO);
		AgentBayException failure = null;
		try {
			call(action);
		}
		catch (AgentBayException ex) {
			failure = ex;
		}
		boolean struck = this.proxy.disarm();
		if (action.effect() == Effect.EFFECT) {
			assertThat(this.runtime.journal().calls(action.wireName())).as(where)
				.hasSizeBetween((failure == null) ? 1 : 0, 1);
			assertThat(failure).as(where).isNotInstanceOf(ConnectionFailedException.class);
		}
		else {
			assertThat(failure).as(where).isNull();
		}
		return struck;
	}

	private void call(Action action) {
		assertThat(this.caller
			.call(action, this.sessionId, () -> new Parameters().with("SessionId", this.sessionId), Answers.nothing())
			.block()).isNotNull();
	}

}
