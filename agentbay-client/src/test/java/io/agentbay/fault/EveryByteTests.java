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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.context.ContextQuery;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.fault.FaultyRuntime.Told;
import io.agentbay.filesystem.WriteMode;
import io.agentbay.local.journal.Journal;
import io.agentbay.session.LinkOptions;
import io.agentbay.session.Session;
import io.agentbay.session.SessionQuery;
import io.agentbay.testing.FaultProxy.Direction;
import io.agentbay.testing.FaultProxy.Kind;
import io.agentbay.tool.ToolCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connection breaks at every byte of a request and of its answer, once in each run.
 * After each run what the caller was told is compared with what the runtime has done.
 *
 * <p>
 * By default every n-th byte is tried, beginning at a random one; a failure tells the
 * seed. With the system property {@code agentbay.test.bytes} it is that many times as
 * many bytes, with {@code agentbay.test.every-byte=true} each one.
 */
@Tag("failure")
class EveryByteTests {

	private static final int RUNS = 25;

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration BRIEF = Duration.ofMillis(150);

	/** Nothing of a cut comes late, so that the next operation can have the same one. */
	private static final Map<Boolean, FaultyRuntime> CUT = new HashMap<>();

	private FaultyRuntime faulty;

	@AfterEach
	void stop() {
		if (!CUT.containsValue(this.faulty)) {
			this.faulty.close();
		}
	}

	@AfterAll
	static void stopShared() {
		CUT.values().forEach(FaultyRuntime::close);
		CUT.clear();
	}

	/**
	 * What is called, under which name the runtime writes it down, and with which effect.
	 */
	private enum Operation {

		RUN_COMMAND("CallMcpTool", true,
				(agentBay, session) -> session
					.callTool(ToolCall.of("shell", Map.of("command", "echo once >> /tmp/log", "timeout_ms", 2000))
						.withReadTimeout(Duration.ofSeconds(3)))),

		APPEND("CallMcpTool", true, (agentBay, session) -> {
			session.fileSystem().write("/tmp/log", "once\n", WriteMode.APPEND);
			return "done";
		}),

		GET_SESSION("GetSession", false, (agentBay, session) -> agentBay.fetchDetails(session.id())),

		LIST_SESSIONS("ListSession", false, (agentBay, session) -> agentBay.listPage(SessionQuery.all())),

		LIST_TOOLS("ListMcpTools", false, (agentBay, session) -> session.listTools()),

		READ_STATUS("GetSessionDetail", false, (agentBay, session) -> session.fetchStatus()),

		READ_LABELS("GetLabel", false, (agentBay, session) -> session.fetchLabels()),

		SET_LABELS("SetLabel", false, (agentBay, session) -> {
			session.setLabels(Map.of("a", "b"));
			return "done";
		}),

		KEEP_ALIVE("RefreshSessionIdleTime", false, (agentBay, session) -> {
			session.keepAlive();
			return "done";
		}),

		INFO("GetMcpResource", false, (agentBay, session) -> session.fetchInfo()),

		LINK("GetLink", false,
				(agentBay, session) -> session.createLink(LinkOptions.ofPort(30100).withProtocol("https"))),

		GET_CONTEXT("GetContext", false, (agentBay, session) -> agentBay.contexts().getOrCreate("memory")),

		LIST_CONTEXTS("ListContexts", false, (agentBay, session) -> agentBay.contexts().listPage(ContextQuery.all())),

		CONTEXT_INFO("GetContextInfo", false, (agentBay, session) -> session.context().listTasks()),

		BINDINGS("DescribeSessionContexts", false, (agentBay, session) -> session.context().listBindings());

		private final String action;

		private final boolean effect;

		private final Step step;

		Operation(String action, boolean effect, Step step) {
			this.action = action;
			this.effect = effect;
			this.step = step;
		}

	}

	static Stream<Arguments> operations() {
		List<Arguments> all = new ArrayList<>();
		for (Operation operation : Operation.values()) {
			for (Direction direction : Direction.values()) {
				all.add(Arguments.of(operation, direction, false));
				if (operation.effect) {
					all.add(Arguments.of(operation, direction, true));
				}
			}
		}
		return all.stream();
	}

	@ParameterizedTest(name = "{0}, {1}, direct link: {2}")
	@MethodSource("operations")
	void aConnectionThatIsCut(Operation operation, Direction direction, boolean directLink) {
		this.faulty = CUT.computeIfAbsent(directLink, (direct) -> new FaultyRuntime(direct, LONG, LONG));
		for (long offset : offsets(operation, direction, RUNS)) {
			this.faulty.runtime().journal().clear();
			Told<?> told = call(operation, Kind.CUT, direction, offset);
			if (operation.effect) {
				int executions = executions(operation, directLink);
				assertThat(executions).as("%s", told).isBetween(told.success() ? 1 : 0, 1);
				assertThat(told.failure()).as("%s", told).isNotInstanceOf(ConnectionFailedException.class);
			}
			else {
				assertThat(told.success()).as("%s", told).isTrue();
			}
		}
	}

	@ParameterizedTest(name = "{0}, {1}, direct link: {2}")
	@MethodSource("operations")
	void aConnectionThatIsHeldUp(Operation operation, Direction direction, boolean directLink) {
		this.faulty = new FaultyRuntime(directLink, BRIEF, BRIEF.multipliedBy(8));
		long[] offsets = offsets(operation, direction, 2);
		this.faulty.runtime().journal().clear();
		int calls = 0;
		for (long offset : offsets) {
			Told<?> told = call(operation, Kind.DELAY, direction, offset);
			calls++;
			if (operation.effect) {
				// What arrives late is counted with a later call.
				assertThat(executions(operation, directLink)).as("%s", told).isLessThanOrEqualTo(calls);
				assertThat(told.success() || told.failure() instanceof OutcomeUnknownException).as("%s", told).isTrue();
			}
			else {
				assertThat(told.success()).as("%s", told).isTrue();
			}
		}
	}

	@ParameterizedTest(name = "{0}, {1}, direct link: {2}")
	@MethodSource("operations")
	void aByteThatIsAnother(Operation operation, Direction direction, boolean directLink) {
		// Some bytes change a length: both sides wait for bytes that never come.
		this.faulty = new FaultyRuntime(directLink, BRIEF, BRIEF.multipliedBy(8));
		for (long offset : offsets(operation, direction, 4)) {
			this.faulty.runtime().journal().clear();
			Told<?> told = call(operation, Kind.GARBLE, direction, offset);
			if (operation.effect) {
				assertThat(executions(operation, directLink)).as("%s", told).isLessThanOrEqualTo(1);
			}
		}
	}

	private long[] offsets(Operation operation, Direction direction, int runs) {
		return FaultyRuntime.offsets(this.faulty.bytes(direction, () -> operate(operation)), runs);
	}

	private Told<?> call(Operation operation, Kind kind, Direction direction, long offset) {
		return this.faulty.call(kind, direction, offset, () -> operate(operation));
	}

	private Object operate(Operation operation) {
		return operation.step.apply(this.faulty.disturbed(), this.faulty.session());
	}

	private int executions(Operation operation, boolean directLink) {
		String name = directLink ? Journal.DIRECT_CALL : operation.action;
		return this.faulty.runtime().journal().calls(name).size();
	}

	/** Calls the service once. */
	private interface Step {

		Object apply(AgentBay agentBay, Session session);

	}

}
