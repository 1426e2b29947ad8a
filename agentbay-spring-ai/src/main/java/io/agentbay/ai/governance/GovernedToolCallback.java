package io.agentbay.ai.governance;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.agentbay.ai.UsedSession;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.metadata.ToolMetadata;

/**
 * A tool with interceptors around it.
 */
final class GovernedToolCallback implements ToolCallback {

	private static final ToolDecision UNDECIDED = ToolDecision.allow("no rules");

	private final ToolCallback tool;

	private final List<ToolCallInterceptor> interceptors;

	GovernedToolCallback(ToolCallback tool, List<ToolCallInterceptor> interceptors) {
		this.tool = tool;
		this.interceptors = interceptors;
	}

	boolean isGovernedBy(List<ToolCallInterceptor> interceptors) {
		return this.interceptors.equals(interceptors);
	}

	@Override
	public ToolDefinition getToolDefinition() {
		return this.tool.getToolDefinition();
	}

	@Override
	public ToolMetadata getToolMetadata() {
		return this.tool.getToolMetadata();
	}

	@Override
	public String call(String arguments) {
		return call(arguments, null);
	}

	@Override
	public String call(String arguments, @Nullable ToolContext context) {
		ToolCall call = ToolCall.of(getToolDefinition().name(), arguments, context);
		return proceed(0, call, context).answer();
	}

	/** Before the first call of its batch is made. */
	void announce(ToolCall call) {
		ToolCall announced = call;
		for (ToolCallInterceptor interceptor : this.interceptors) {
			announced = interceptor.announce(announced);
			if (announced == null) {
				return;
			}
		}
	}

	private ToolOutcome proceed(int index, ToolCall call, @Nullable ToolContext context) {
		if (index == this.interceptors.size()) {
			return callTool(call, context);
		}
		return this.interceptors.get(index).intercept(call, (next) -> proceed(index + 1, next, context));
	}

	/** Whatever was forgotten on the way: only a permit opens the door. */
	private ToolOutcome callTool(ToolCall call, @Nullable ToolContext context) {
		ToolDecision decision = Objects.requireNonNullElse(call.decision(), UNDECIDED);
		if (!decision.kind().isPermit()) {
			return ToolOutcome.notCalled(ToolDecision.deny("governance", "nobody can be asked"),
					"This call needs the approval of a person, and nobody can be asked. Nothing was done.");
		}
		return UsedSession.listen((session) -> {
			long start = System.nanoTime();
			String arguments = call.arguments().text();
			String answer = (context != null) ? this.tool.call(arguments, context) : this.tool.call(arguments);
			return new ToolOutcome(answer, true, decision, Duration.ofNanos(System.nanoTime() - start), session.id());
		});
	}

}
