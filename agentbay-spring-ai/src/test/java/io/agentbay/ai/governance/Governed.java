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

package io.agentbay.ai.governance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BinaryOperator;

import io.agentbay.ai.governance.approval.ApprovalInterceptor;
import io.agentbay.ai.governance.approval.ApprovalSettings;
import io.agentbay.ai.governance.approval.ApprovalStore;
import io.agentbay.ai.governance.approval.InMemoryApprovalStore;
import io.agentbay.ai.governance.approval.ToolApprovals;
import io.agentbay.ai.governance.audit.AuditEntry;
import io.agentbay.ai.governance.audit.AuditHash;
import io.agentbay.ai.governance.audit.AuditInterceptor;
import io.agentbay.ai.governance.audit.AuditTrail;
import io.agentbay.ai.governance.audit.InstanceAuditTrail;
import io.agentbay.ai.governance.rule.RuleDefinition;
import io.agentbay.ai.governance.rule.RuleInterceptor;
import io.agentbay.ai.governance.rule.ToolCallReader;
import io.agentbay.ai.governance.rule.ToolRule;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/**
 * A tool that keeps what it was called with, behind the whole chain.
 */
public final class Governed {

	private final List<ToolRule> rules = new ArrayList<>();

	private final List<ToolCallInterceptor> more = new ArrayList<>();

	private final ArgumentRedactor redactor = new ArgumentRedactor();

	private ApprovalStore store = new InMemoryApprovalStore();

	private ApprovalSettings settings = ApprovalSettings.of(ApprovalSettings.Mode.WAIT);

	private ToolDecision.Kind otherwise = ToolDecision.Kind.ALLOWED;

	/** What happened. */
	public final List<Object> events = new CopyOnWriteArrayList<>();

	/** What the tool was called with. */
	public final List<String> calls = new CopyOnWriteArrayList<>();

	/** What was recorded. */
	public final List<AuditEntry> audit = new CopyOnWriteArrayList<>();

	private AuditTrail trail = new InstanceAuditTrail(AuditHash.plain(), this.audit::add);

	private boolean required = true;

	public Governed rule(ToolDecision.Kind kind, List<String> tools, List<String> commands, List<String> paths,
			List<String> hosts, String reason) {
		this.rules.add(new RuleDefinition("rule" + (this.rules.size() + 1), kind, tools, commands, paths, hosts,
				List.of(), List.of(), reason)
			.toRule(ToolCallReader.DEFAULT_HOME, ToolDecision.Kind.DENIED));
		return this;
	}

	public Governed otherwise(ToolDecision.Kind kind) {
		this.otherwise = kind;
		return this;
	}

	public Governed store(ApprovalStore store) {
		this.store = store;
		return this;
	}

	public Governed settings(ApprovalSettings settings) {
		this.settings = settings;
		return this;
	}

	public Governed trail(AuditTrail trail, boolean required) {
		this.trail = trail;
		this.required = required;
		return this;
	}

	public Governed with(ToolCallInterceptor interceptor) {
		this.more.add(interceptor);
		return this;
	}

	public ToolApprovals approvals() {
		return new ToolApprovals(this.store, this.settings, this.redactor, this.events::add, Clock.systemUTC());
	}

	public ToolGovernance governance(ToolApprovals approvals) {
		AuditInterceptor recorder = new AuditInterceptor(this.trail, this.redactor, this.required);
		List<ToolCallInterceptor> chain = new ArrayList<>();
		chain.add(recorder);
		chain.add(new RuleInterceptor(this.rules, this.otherwise,
				new ToolCallReader(ToolCallReader.DEFAULT_HOME, Set.of(), Map.of())));
		chain.addAll(this.more);
		chain.add(new ApprovalInterceptor(approvals, this.settings.mode()));
		chain.add(recorder.beforeTool());
		return new ToolGovernance(chain);
	}

	/** A tool that answers "done" and the arguments. */
	public ToolCallback tool(String name) {
		return tool(name, (tool, arguments) -> "done " + arguments);
	}

	public ToolCallback tool(String name, BinaryOperator<String> work) {
		ToolDefinition definition = ToolDefinition.builder().name(name).description(name).inputSchema("{}").build();
		return new ToolCallback() {

			@Override
			public ToolDefinition getToolDefinition() {
				return definition;
			}

			@Override
			public String call(String arguments) {
				Governed.this.calls.add(arguments);
				return work.apply(name, arguments);
			}

		};
	}

}
