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

package io.agentbay.boot.autoconfigure.ai.governance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.ToolCallbackDecorator;
import io.agentbay.ai.governance.ToolCallInterceptor;
import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolGovernance;
import io.agentbay.ai.governance.approval.Approval;
import io.agentbay.ai.governance.approval.ApprovalRequestedEvent;
import io.agentbay.ai.governance.approval.ToolApprovals;
import io.agentbay.ai.governance.audit.AuditInterceptor;
import io.agentbay.ai.governance.audit.JdbcAuditTrail;
import io.agentbay.ai.governance.rule.ToolRule;
import io.agentbay.boot.actuate.AgentBayApprovalsEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the starter sets up to govern tool calls.
 */
class AgentBayGovernanceAutoConfigurationTests {

	private static final String PREFIX = "agentbay.ai.governance.";

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(AgentBayGovernanceAutoConfiguration.class, AgentBayApprovalsEndpointAutoConfiguration.class));

	private int calls;

	private final ToolCallback tool = FunctionToolCallback.builder("run_command", (Command command) -> {
		this.calls++;
		return "done " + command.command();
	}).description("Runs a command").inputType(Command.class).build();

	@Test
	void withoutPropertiesCallsAreAllowedAndRecorded() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(ToolCallbackDecorator.class).hasSingleBean(AuditInterceptor.class);
			assertThat(call(context.getBean(ToolGovernance.class), "ls")).contains("done ls");
		});
	}

	@Test
	void itCanBeSwitchedOff() {
		this.runner.withPropertyValues(PREFIX + "enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ToolGovernance.class));
		this.runner.withPropertyValues("agentbay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ToolGovernance.class));
		this.runner.withClassLoader(new FilteredClassLoader(ToolCallback.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("agentBayToolGovernance"));
		this.runner
			.withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "org.springframework.transaction"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ToolGovernance.class));
		this.runner.withPropertyValues(PREFIX + "audit.store=none")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AuditInterceptor.class));
	}

	@Test
	void rulesOfPropertiesAndBeansDecide() {
		this.runner
			.withPropertyValues(PREFIX + "default-decision=deny", PREFIX + "rules[0].name=listing",
					PREFIX + "rules[0].decision=allow", PREFIX + "rules[0].tools=run_*",
					PREFIX + "rules[0].commands=ls,cat")
			.withBean(ToolRule.class,
					() -> (part) -> part.command().contains("secret") ? ToolDecision.deny("mine", "No") : null)
			.run((context) -> {
				ToolGovernance governance = context.getBean(ToolGovernance.class);
				assertThat(call(governance, "ls")).contains("done");
				assertThat(call(governance, "cat secret")).contains("mine");
				assertThat(call(governance, "rm x")).contains("not allowed");
				assertThat(this.calls).isEqualTo(1);
			});
	}

	@Test
	void budgetsCount() {
		this.runner.withPropertyValues(PREFIX + "budgets.conversation.calls=1").run((context) -> {
			ToolGovernance governance = context.getBean(ToolGovernance.class);
			assertThat(call(governance, "ls")).contains("done");
			assertThat(call(governance, "ls")).contains("used up its budget, the 1 calls");
		});
	}

	@Test
	void interceptorsOfApplicationsAreInTheChain() {
		this.runner
			.withBean(ToolCallInterceptor.class, () -> (call, chain) -> chain.proceed(call).withAnswer("changed"))
			.run((context) -> assertThat(call(context.getBean(ToolGovernance.class), "ls")).isEqualTo("changed"));
	}

	@Test
	void approvalsAreEventsAndDecidedOverTheEndpoint() {
		this.runner
			.withPropertyValues("management.endpoints.web.exposure.include=*", PREFIX + "approvals.mode=answer",
					PREFIX + "rules[0].decision=ask", PREFIX + "rules[0].commands=rm")
			.withUserConfiguration(Listening.class)
			.run((context) -> {
				ToolGovernance governance = context.getBean(ToolGovernance.class);
				assertThat(call(governance, "rm x --password hunter2")).contains("needs the approval");
				Approval asked = context.getBean(Listening.class).asked;
				AgentBayApprovalsEndpoint endpoint = context.getBean(AgentBayApprovalsEndpoint.class);
				assertThat(endpoint.pending().pending()).containsExactly(asked);
				assertThat(asked.arguments()).contains("rm x").doesNotContain("hunter2");
				assertRefused(endpoint.decide(asked.id(), "approve", null, null, SecurityContext.NONE), 400, "'by'");
				assertRefused(endpoint.decide(asked.id(), "perhaps", "ann", null, SecurityContext.NONE), 400,
						"'decision'");
				assertRefused(endpoint.decide(asked.id(), null, "ann", null, SecurityContext.NONE), 400, "'decision'");
				assertRefused(endpoint.decide("nothing", "approve", "ann", null, SecurityContext.NONE), 404,
						"no question");
				Object decided = endpoint.decide(asked.id(), "approve", "ann", null, SecurityContext.NONE).getBody();
				assertThat(decided).isInstanceOf(Approval.class);
				assertThat(((Approval) decided).decidedBy()).isEqualTo("ann");
				assertRefused(endpoint.decide(asked.id(), "decline", "bob", null, SecurityContext.NONE), 409, "");
				assertThat(call(governance, "rm x --password hunter2")).contains("done");
			});
	}

	private static void assertRefused(WebEndpointResponse<Object> response, int status, String message) {
		assertThat(response.getStatus()).isEqualTo(status);
		assertThat(String.valueOf(response.getBody())).contains(message);
	}

	@Test
	void aRestartKeepsQuestionsBudgetsAndTheChain() {
		DriverManagerDataSource database = new DriverManagerDataSource(
				"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		ApplicationContextRunner instance = this.runner.withBean(JdbcTemplate.class, () -> new JdbcTemplate(database))
			.withBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database))
			.withPropertyValues("spring.application.name=shop", PREFIX + "approvals.store=jdbc",
					PREFIX + "audit.store=jdbc", PREFIX + "budgets.store=jdbc", PREFIX + "budgets.conversation.calls=2",
					PREFIX + "approvals.mode=answer", PREFIX + "rules[0].decision=ask", PREFIX + "rules[0].commands=rm",
					PREFIX + "audit.key=a-key-that-is-long-enough");
		instance.run((context) -> {
			assertThat(call(context.getBean(ToolGovernance.class), "rm x")).contains("needs the approval");
			assertThat(call(context.getBean(ToolGovernance.class), "ls")).contains("done");
		});
		instance.run((context) -> {
			ToolApprovals approvals = context.getBean(ToolApprovals.class);
			approvals.approve(approvals.pending().get(0).id(), "ann");
		});
		instance.run((context) -> {
			ToolGovernance governance = context.getBean(ToolGovernance.class);
			assertThat(call(governance, "rm x")).contains("done rm x");
			assertThat(call(governance, "ls")).contains("used up");
			JdbcAuditTrail trail = context.getBean(JdbcAuditTrail.class);
			assertThat(trail.verify().isIntact()).isTrue();
			assertThat(trail.verify().checked()).isEqualTo(6);
			new JdbcTemplate(database).update("UPDATE AGENTBAY_TOOL_AUDIT SET TOOL = 'x' WHERE SEQUENCE_NUMBER = 2");
			assertThat(trail.verify().sequence()).isEqualTo(2);
		});
		assertThat(this.calls).isEqualTo(2);
	}

	@Test
	void allToolsOfSpringAiAreGovernedUnlessOnlyOursAre() {
		ApplicationContextRunner denying = this.runner.withPropertyValues(PREFIX + "default-decision=deny")
			.withBean(ToolCallingManager.class, () -> ToolCallingManager.builder().build());
		denying
			.run((context) -> assertThat(executed(context.getBean(ToolCallingManager.class))).contains("not allowed"));
		denying.withPropertyValues(PREFIX + "all-tools=false")
			.run((context) -> assertThat(executed(context.getBean(ToolCallingManager.class))).contains("done"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"rules[0].paths=etc/x;rules[0].decision=deny | The rule '1' ('agentbay.ai.governance.rules[0]') cannot be read | Correct this pattern",
			"rules[0].name=a;rules[0].tools=x | The rule 'a' ('agentbay.ai.governance.rules[0]') has no decision | Set 'agentbay.ai.governance.rules[0].decision'",
			"rules[0].decision=deny | matches everything | default-decision",
			"budgets.user.calls=0 | budgets.user | greater than zero",
			"redaction.patterns[0]=( | 'agentbay.ai.governance.redaction.patterns[0]' is no regular expression | Correct",
			"audit.key=short | too short | at least 16",
			"audit.store=jdbc | 'agentbay.ai.governance.audit.store' is 'jdbc' | spring-boot-starter-jdbc",
			"approvals.store=jdbc | 'agentbay.ai.governance.approvals.store' is 'jdbc' | spring-boot-starter-jdbc",
			"budgets.store=jdbc | 'agentbay.ai.governance.budgets.store' is 'jdbc' | spring-boot-starter-jdbc" })
	void whatCannotBeIsToldAtTheStart(String properties, String description, String action) {
		String[] values = List.of(properties.split(";")).stream().map((value) -> PREFIX + value).toArray(String[]::new);
		this.runner.withPropertyValues(values).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new InvalidGovernanceFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).contains(description).doesNotContain("short\"");
			assertThat(analysis.getAction()).contains(action);
		});
	}

	@Test
	void missingTablesAreToldAtTheStart() {
		withDatabase("spring.application.name=shop", PREFIX + "jdbc.initialize-schema=never")
			.run((context) -> assertThat(refused(context).getAction()).contains("initialize-schema=always"));
	}

	@Test
	void aSharedDatabaseNeedsANameOfTheApplication() {
		withDatabase().run((context) -> {
			assertThat(refused(context).getDescription()).contains("has no name");
			assertThat(refused(context).getAction()).contains("'spring.application.name'",
					"'agentbay.ai.governance.jdbc.namespace'");
		});
		withDatabase(PREFIX + "jdbc.namespace=shop", PREFIX + "jdbc.initialize-schema=always")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private ApplicationContextRunner withDatabase(String... properties) {
		DriverManagerDataSource database = new DriverManagerDataSource(
				"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		return this.runner.withBean(JdbcTemplate.class, () -> new JdbcTemplate(database))
			.withBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database))
			.withPropertyValues(PREFIX + "audit.store=jdbc", PREFIX + "audit.key=a-key-that-is-long-enough")
			.withPropertyValues(properties);
	}

	private static FailureAnalysis refused(AssertableApplicationContext context) {
		FailureAnalysis analysis = new InvalidGovernanceFailureAnalyzer().analyze(context.getStartupFailure());
		assertThat(analysis).isNotNull();
		return Objects.requireNonNull(analysis);
	}

	@Test
	void theScriptIsInNativeImages() {
		RuntimeHints hints = new RuntimeHints();
		new GovernanceRuntimeHints().registerHints(hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.resource().forResource("io/agentbay/ai/governance/schema.sql"))
			.accepts(hints);
	}

	private String executed(ToolCallingManager manager) {
		AssistantMessage asks = AssistantMessage.builder()
			.content("")
			.toolCalls(List.of(new AssistantMessage.ToolCall("1", "function", "run_command", "{\"command\": \"ls\"}")))
			.build();
		Prompt prompt = new Prompt(new UserMessage("Go on"),
				ToolCallingChatOptions.builder().toolCallbacks(this.tool).build());
		ToolResponseMessage answer = (ToolResponseMessage) manager
			.executeToolCalls(prompt, new ChatResponse(List.of(new Generation(asks))))
			.conversationHistory()
			.get(2);
		return answer.getResponses().get(0).responseData();
	}

	private String call(ToolGovernance governance, String command) {
		return governance.decorate(this.tool)
			.call("{\"command\": \"%s\"}".formatted(command),
					new ToolContext(Map.of(AgentBayToolContext.CONVERSATION_ID, "c1")));
	}

	/**
	 * What the tool takes.
	 *
	 * @param command a command
	 */
	record Command(String command) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Listening {

		private Approval asked;

		@Bean
		ApplicationListener<ApprovalRequestedEvent> listener() {
			return (event) -> this.asked = event.getApproval();
		}

	}

}
