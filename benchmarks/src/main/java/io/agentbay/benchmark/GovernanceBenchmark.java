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

package io.agentbay.benchmark;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.governance.ArgumentRedactor;
import io.agentbay.ai.governance.ToolDecision.Kind;
import io.agentbay.ai.governance.ToolGovernance;
import io.agentbay.ai.governance.approval.ApprovalInterceptor;
import io.agentbay.ai.governance.approval.ApprovalSettings;
import io.agentbay.ai.governance.approval.InMemoryApprovalStore;
import io.agentbay.ai.governance.approval.ToolApprovals;
import io.agentbay.ai.governance.audit.AuditEntry;
import io.agentbay.ai.governance.audit.AuditHash;
import io.agentbay.ai.governance.audit.AuditInterceptor;
import io.agentbay.ai.governance.audit.InstanceAuditTrail;
import io.agentbay.ai.governance.budget.Budget;
import io.agentbay.ai.governance.budget.BudgetInterceptor;
import io.agentbay.ai.governance.budget.InMemoryBudgetStore;
import io.agentbay.ai.governance.observation.ObservationInterceptor;
import io.agentbay.ai.governance.rule.RuleDefinition;
import io.agentbay.ai.governance.rule.RuleInterceptor;
import io.agentbay.ai.governance.rule.ToolCallReader;
import io.agentbay.ai.governance.rule.ToolRule;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/**
 * What the governance of tool calls costs for each call, with rules, budgets, redaction
 * and an audit whose entries are written as lines, beside the bare tool. The tool does
 * nothing, and nobody is asked.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GovernanceBenchmark {

	private static final String COMMAND = """
			{"command": "cd work && grep -n total *.csv | head -20 > out.txt", "workingDirectory": "~"}""";

	private static final String FILE = """
			{"path": "work/report.md"}""";

	private final ToolContext context = new ToolContext(
			Map.of(AgentBayToolContext.CONVERSATION_ID, "c1", AgentBayToolContext.USER_ID, "ann"));

	private final ToolCallback bare = new DoingNothing();

	private final ToolCallback governed = governance().decorate(this.bare);

	/** The last line of the audit. */
	private volatile String line = "";

	/**
	 * Call the tool itself.
	 * @return the answer
	 */
	@Benchmark
	public String bareTool() {
		return this.bare.call(COMMAND, this.context);
	}

	/**
	 * Call it through the chain, with a command of three programs.
	 * @return the answer
	 */
	@Benchmark
	public String governedCommand() {
		return this.governed.call(COMMAND, this.context);
	}

	/**
	 * Call it through the chain, with the path of a file.
	 * @return the answer
	 */
	@Benchmark
	public String governedFile() {
		return this.governed.call(FILE, this.context);
	}

	private ToolGovernance governance() {
		ArgumentRedactor redactor = new ArgumentRedactor();
		AuditInterceptor audit = new AuditInterceptor(new InstanceAuditTrail(AuditHash.plain(), this::write), redactor,
				true);
		RuleInterceptor rules = new RuleInterceptor(
				List.of(rule(Kind.DENIED, List.of("rm", "shred"), List.of()),
						rule(Kind.DENIED, List.of(), List.of("/etc/**", "~/.ssh/**")),
						rule(Kind.ASKED, List.of("git push"), List.of()),
						rule(Kind.ALLOWED, List.of("cd", "grep", "head"), List.of())),
				Kind.ALLOWED, new ToolCallReader(ToolCallReader.DEFAULT_HOME, Set.of(), Map.of()));
		BudgetInterceptor budgets = new BudgetInterceptor(
				List.of(new Budget(Budget.Scope.CONVERSATION, Long.MAX_VALUE, null, null, Long.MAX_VALUE, null)),
				new InMemoryBudgetStore(), Clock.systemUTC());
		ToolApprovals approvals = new ToolApprovals(new InMemoryApprovalStore(),
				ApprovalSettings.of(ApprovalSettings.Mode.WAIT), redactor, (event) -> {
				}, Clock.systemUTC());
		return new ToolGovernance(List.of(new ObservationInterceptor(ObservationRegistry.NOOP), audit, rules, budgets,
				new ApprovalInterceptor(approvals, ApprovalSettings.Mode.WAIT), audit.beforeTool()));
	}

	private void write(AuditEntry entry) {
		this.line = entry.toJson();
	}

	private static ToolRule rule(Kind kind, List<String> commands, List<String> paths) {
		return new RuleDefinition("rule", kind, List.of(), commands, paths, List.of(), List.of(), List.of(), null)
			.toRule(ToolCallReader.DEFAULT_HOME, Kind.DENIED);
	}

	/** A tool that answers at once. */
	private static final class DoingNothing implements ToolCallback {

		private final ToolDefinition definition = ToolDefinition.builder()
			.name("run_command")
			.description("Does nothing")
			.inputSchema("{}")
			.build();

		@Override
		public ToolDefinition getToolDefinition() {
			return this.definition;
		}

		@Override
		public String call(String arguments) {
			return "done";
		}

		@Override
		public String call(String arguments, @Nullable ToolContext context) {
			return "done";
		}

	}

}
