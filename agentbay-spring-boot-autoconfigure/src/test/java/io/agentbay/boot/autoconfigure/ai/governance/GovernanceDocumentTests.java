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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.ToolCallInterceptor;
import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolDecision.Kind;
import io.agentbay.ai.governance.ToolGovernance;
import io.agentbay.ai.governance.ToolOutcome;
import io.agentbay.ai.governance.approval.ApprovalRequestedEvent;
import io.agentbay.ai.governance.approval.ToolApprovals;
import io.agentbay.ai.governance.audit.AuditVerification;
import io.agentbay.ai.governance.audit.JdbcAuditTrail;
import io.agentbay.ai.governance.rule.RuleInterceptor;
import io.agentbay.ai.governance.rule.ToolRule;
import org.junit.jupiter.api.Test;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of docs/spring-ai/governance.md, run.
 */
class GovernanceDocumentTests {

	private static final Path PAGE = Path.of("..", "docs", "spring-ai", "governance.md");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayGovernanceAutoConfiguration.class));

	@Test
	void everyJavaExampleIsInThisTest() throws IOException {
		String source = squeezed(Files
			.readString(Path.of("src/test/java", GovernanceDocumentTests.class.getName().replace('.', '/') + ".java"))
			.replace("this.", ""));
		assertThat(examples("java")).hasSizeGreaterThan(4)
			.allSatisfy((example) -> assertThat(source).contains(squeezed(example)));
	}

	@Test
	void rulesDecideAsThePageSays() throws IOException {
		with(examples("yaml").get(0)).run((context) -> {
			RuleInterceptor rules = context.getBean(RuleInterceptor.class);
			assertThat(decide(rules, "run_command", "{\"command\": \"ls | grep x\"}")).isEqualTo(Kind.ALLOWED);
			assertThat(decide(rules, "run_command", "{\"command\": \"cat ~/.ssh/id\"}")).isEqualTo(Kind.DENIED);
			assertThat(decide(rules, "run_command", "{\"command\": \"rm x\"}")).isEqualTo(Kind.ASKED);
			assertThat(decide(rules, "run_command", "{\"command\": \"curl https://api.example.com/x\"}"))
				.isEqualTo(Kind.ALLOWED);
			assertThat(decide(rules, "run_command", "{\"command\": \"curl evil.example\"}")).isEqualTo(Kind.ASKED);
			assertThat(decide(rules, "run_command", "{\"command\": \"$X\"}")).isEqualTo(Kind.DENIED);
			assertThat(decide(rules, "read_file", "{\"path\": \"a.txt\"}")).isEqualTo(Kind.ALLOWED);
			assertThat(decide(rules, "read_file", "{\"path\": \"/etc/passwd\"}")).isEqualTo(Kind.DENIED);
		});
	}

	@Test
	void approvalsAreAskedForAndDecided() throws IOException {
		DriverManagerDataSource database = new DriverManagerDataSource(
				"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		with(examples("yaml").get(1)).withUserConfiguration(Own.class)
			.withBean(JdbcTemplate.class, () -> new JdbcTemplate(database))
			.withBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database))
			.withPropertyValues("spring.application.name=shop", "agentbay.ai.governance.approvals.mode=answer",
					"agentbay.ai.governance.rules[0].decision=ask", "agentbay.ai.governance.rules[0].tools=pay")
			.run((context) -> {
				ToolCallback pay = context.getBean(ToolGovernance.class).decorate(new Pay());
				assertThat(pay.call("{}")).contains("needs the approval");
				assertThat(context.getBean(Own.class).chat.posts).containsExactly("pay {}");
				ToolApprovals approvals = context.getBean(ToolApprovals.class);
				String id = approvals.pending().get(0).id();
				approvals.approve(id, "ann");
				assertThat(pay.call("{}")).isEqualTo("paid\nThank you.");
				assertThat(
						context.getBean(ToolGovernance.class).decorate(new Pay()).call("{\"command\": \"x --force\"}"))
					.contains("no-force");
				JdbcAuditTrail trail = context.getBean(JdbcAuditTrail.class);
				AuditVerification result = trail.verify();
				assertThat(result.isIntact()).isTrue();
				assertThat(result.checked()).isEqualTo(4);
			});
	}

	private ApplicationContextRunner with(String yaml) {
		return this.runner.withInitializer((context) -> {
			try {
				new YamlPropertySourceLoader()
					.load("page", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
					.forEach(context.getEnvironment().getPropertySources()::addLast);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private static Kind decide(RuleInterceptor rules, String tool, String arguments) {
		return rules.decide(ToolCall.of(tool, arguments, null)).kind();
	}

	private static List<String> examples(String language) throws IOException {
		return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(PAGE))
			.results()
			.map((result) -> result.group(1))
			.toList();
	}

	private static String squeezed(String code) {
		return code.replaceAll("\\s+", "");
	}

	/** What an application adds. */
	@Configuration(proxyBeanMethods = false)
	static class Own {

		private final Chat chat = new Chat();

		@Bean
		ToolRule noForce() {
			return (part) -> part.command().contains("--force")
					? ToolDecision.deny("no-force", "Force is not used here") : null;
		}

		@Bean
		ToolCallInterceptor politeness() {
			return (call, chain) -> {
				ToolOutcome outcome = chain.proceed(call);
				return outcome.withAnswer(outcome.answer() + "\nThank you.");
			};
		}

		@EventListener
		void ask(ApprovalRequestedEvent event) {
			this.chat.post(event.getApproval().tool() + " " + event.getApproval().arguments());
		}

	}

	/** Where people read. */
	static class Chat {

		private final List<String> posts = new ArrayList<>();

		void post(String text) {
			this.posts.add(text);
		}

	}

	/** A tool. */
	static class Pay implements ToolCallback {

		@Override
		public ToolDefinition getToolDefinition() {
			return ToolDefinition.builder().name("pay").description("Pays").inputSchema("{}").build();
		}

		@Override
		public String call(String arguments) {
			return "paid";
		}

	}

}
