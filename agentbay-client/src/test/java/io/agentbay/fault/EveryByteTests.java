package io.agentbay.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.filesystem.WriteMode;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.result.Result;
import io.agentbay.session.Session;
import io.agentbay.settings.Environment;
import io.agentbay.testing.FaultProxy;
import io.agentbay.testing.FaultProxy.Direction;
import io.agentbay.testing.FaultProxy.Kind;
import io.agentbay.tool.ToolCall;
import io.agentbay.transport.RetryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connection breaks at every byte of a request and of its answer, once in each run.
 * After each run what the caller was told is compared with what the runtime has done.
 *
 * <p>
 * By default every n-th byte is tried, beginning at a random one; the seed is printed.
 * With the system property {@code agentbay.test.every-byte=true} each byte is.
 */
class EveryByteTests {

	private static final long SEED = Long.getLong("agentbay.test.seed", System.nanoTime());

	private static final boolean EVERY_BYTE = Boolean.getBoolean("agentbay.test.every-byte");

	private static final int RUNS = 100;

	private static final Duration SHORT = Duration.ofMillis(1);

	private static final Duration BRIEF = Duration.ofMillis(150);

	private static final Duration HOLD = Duration.ofMillis(400);

	private LocalAgentBay runtime;

	private FaultProxy proxy;

	private AgentBay agentBay;

	private Session session;

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.proxy.close();
		this.runtime.close();
	}

	/**
	 * What is called, under which name the runtime writes it down, and with which effect.
	 */
	private enum Operation {

		RUN_COMMAND("CallMcpTool", true,
				(session) -> session
					.callMcpTool(ToolCall.of("shell", Map.of("command", "echo once >> /tmp/log", "timeout_ms", 2000))
						.withReadTimeout(Duration.ofSeconds(3)))),

		APPEND("CallMcpTool", true, (session) -> session.fileSystem().write("/tmp/log", "once\n", WriteMode.APPEND)),

		READ_STATUS("GetSessionDetail", false, Session::getStatus),

		READ_LABELS("GetLabel", false, Session::getLabels),

		SET_LABELS("SetLabel", false, (session) -> session.setLabels(Map.of("a", "b"))),

		KEEP_ALIVE("RefreshSessionIdleTime", false, Session::keepAlive),

		LINK("GetLink", false, (session) -> session.getLink("https", 30100, null)),

		CONTEXTS("GetContextInfo", false, (session) -> session.context().info());

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
		start(directLink, Duration.ofSeconds(20));
		long length = length(operation, direction);
		for (long offset : offsets(length, RUNS)) {
			Told told = run(operation, directLink, Kind.CUT, direction, offset);
			if (operation.effect) {
				assertThat(told.executions()).as("%s, seed %d", told, SEED)
					.isLessThanOrEqualTo(1)
					.isEqualTo(told.success() ? 1 : told.executions());
				assertThat(told.failure() instanceof ConnectionFailedException).as("%s, seed %d", told, SEED).isFalse();
			}
			else {
				assertThat(told.success()).as("%s, seed %d", told, SEED).isTrue();
			}
		}
	}

	@ParameterizedTest(name = "{0}, {1}, direct link: {2}")
	@MethodSource("operations")
	void aConnectionThatIsHeldUp(Operation operation, Direction direction, boolean directLink) {
		start(directLink, BRIEF);
		long length = length(operation, direction);
		this.runtime.journal().clear();
		int calls = 0;
		for (long offset : offsets(length, 4)) {
			Told told = run(operation, directLink, Kind.DELAY, direction, offset);
			calls++;
			if (operation.effect) {
				// What arrives late is counted with a later call.
				assertThat(told.executions()).as("%s, seed %d", told, SEED).isLessThanOrEqualTo(calls);
				assertThat(told.success() || told.failure() instanceof OutcomeUnknownException)
					.as("%s, seed %d", told, SEED)
					.isTrue();
			}
			else {
				assertThat(told.success()).as("%s, seed %d", told, SEED).isTrue();
			}
		}
	}

	@ParameterizedTest(name = "{0}, {1}, direct link: {2}")
	@MethodSource("operations")
	void aByteThatIsAnother(Operation operation, Direction direction, boolean directLink) {
		// Some bytes change a length: both sides wait for bytes that never come.
		start(directLink, BRIEF);
		long length = length(operation, direction);
		for (long offset : offsets(length, 10)) {
			Told told = run(operation, directLink, Kind.GARBLE, direction, offset);
			if (operation.effect) {
				assertThat(told.executions()).as("%s, seed %d", told, SEED).isLessThanOrEqualTo(1);
			}
		}
	}

	private void start(boolean directLink, Duration responseTimeout) {
		this.runtime = LocalAgentBay.builder().directLink(directLink).start();
		this.proxy = new FaultProxy(this.runtime.endpoint());
		this.agentBay = client(this.proxy.endpoint(), responseTimeout);
		try (AgentBay undisturbed = client(this.runtime.endpoint().toString(), Duration.ofSeconds(20))) {
			this.session = this.agentBay.get(undisturbed.create().session().id()).session();
		}
	}

	private AgentBay client(String endpoint, Duration responseTimeout) {
		return AgentBay.builder()
			.apiKey(this.runtime.apiKey())
			.endpoint(endpoint)
			.environment(Environment.none())
			.responseTimeout(responseTimeout)
			.operationTimeout(responseTimeout.multipliedBy(8))
			.retryPolicy(new RetryPolicy(6, SHORT, SHORT, 1, 1000))
			.build();
	}

	/** The bytes of one exchange, when the connection is there already. */
	private long length(Operation operation, Direction direction) {
		operation.step.apply(this.session);
		long before = this.proxy.passed(direction);
		assertThat(operation.step.apply(this.session).success()).isTrue();
		return this.proxy.passed(direction) - before;
	}

	private static long[] offsets(long length, int runs) {
		long stride = EVERY_BYTE ? 1 : Math.max(1, length / runs);
		long first = new Random(SEED).nextLong(stride);
		return LongStream.iterate(first, (offset) -> offset < length, (offset) -> offset + stride).toArray();
	}

	private Told run(Operation operation, boolean directLink, Kind kind, Direction direction, long offset) {
		if (kind != Kind.DELAY) {
			this.runtime.journal().clear();
		}
		this.proxy.strike(kind, direction, offset, HOLD);
		String where = "%s %s at byte %d".formatted(operation, kind, offset);
		Result<?> result = null;
		AgentBayException failure = null;
		try {
			result = operation.step.apply(this.session);
		}
		catch (AgentBayException ex) {
			failure = ex;
		}
		this.proxy.disarm();
		String name = (directLink && operation.effect) ? "callTool" : operation.action;
		return new Told(where, result != null && result.success(), failure, this.runtime.journal().calls(name).size());
	}

	/** What the caller was told, and how often the runtime was asked. */
	private record Told(String where, boolean success, AgentBayException failure, int executions) {
	}

	/** Uses a session once. */
	private interface Step {

		Result<?> apply(Session session);

	}

}
