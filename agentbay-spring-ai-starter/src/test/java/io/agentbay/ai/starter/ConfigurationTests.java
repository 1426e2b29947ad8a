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

package io.agentbay.ai.starter;

import java.util.Arrays;
import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.scope.ScopedSessions;
import io.agentbay.ai.scope.SessionCustomizer;
import io.agentbay.ai.scope.SessionKey;
import io.agentbay.ai.tool.AgentBayToolCallbackProvider;
import io.agentbay.boot.ai.AgentBayToolsCustomizer;
import io.agentbay.boot.autoconfigure.ai.AgentBayAiAutoConfiguration;
import io.agentbay.boot.autoconfigure.local.AgentBayLocalAutoConfiguration;
import io.agentbay.session.Session;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What properties and beans of the application decide.
 */
class ConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations
			.of(ImportCandidates.load(AutoConfiguration.class, ConfigurationTests.class.getClassLoader())
				.getCandidates()
				.stream()
				.filter((name) -> name.startsWith("io.agentbay.boot.autoconfigure.AgentBay") || name.contains(".ai.")
						|| name.contains("ToolCalling") || name.contains("ChatClientAuto"))
				.map((name) -> ClassUtils.resolveClassName(name, ConfigurationTests.class.getClassLoader()))
				.toArray(Class<?>[]::new)))
		.withBean("model", ScriptedChatModel.class, ScriptedChatModel::new);

	@Test
	void noClientIsMadeUntilAToolIsCalled() {
		this.contextRunner.run((context) -> {
			context.getBean(ChatClient.Builder.class).build();
			assertThat(context.getBeanFactory().containsSingleton("agentBay")).isFalse();
			assertThat(names(context.getBean(AgentBayToolCallbackProvider.class)))
				.contains("run_command", "desktop", "hand_over_file")
				.doesNotContain("phone");
		});
	}

	@Test
	void toolsAreChosenAndNamedByProperties() {
		this.contextRunner
			.withPropertyValues("agentbay.ai.tools.include=run_*,phone", "agentbay.ai.tools.names.run-command=bash",
					"agentbay.ai.tools.descriptions.run_command=Runs it.")
			.run((context) -> {
				AgentBayToolCallbackProvider tools = context.getBean(AgentBayToolCallbackProvider.class);
				assertThat(names(tools)).containsExactly("bash", "run_code", "phone");
				assertThat(tools.getToolCallbacks()[0].getToolDefinition().description()).isEqualTo("Runs it.");
			});
		this.contextRunner.withPropertyValues("agentbay.ai.tools.names.run_comand=bash")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("agentbay.ai.tools.names.run_comand")
				.hasMessageContaining("There is no tool of this name, but [run_command,"));
	}

	@Test
	void imageDecidesWhichPartsAreOffered() {
		this.contextRunner
			.withPropertyValues("agentbay.session.image-id=mobile_latest", "agentbay.ai.artifacts.enabled=false")
			.run((context) -> assertThat(names(context.getBean(AgentBayToolCallbackProvider.class))).contains("phone")
				.doesNotContain("desktop", "hand_over_file"));
	}

	@Test
	void backsOff() {
		this.contextRunner.withPropertyValues("agentbay.ai.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AgentBayToolCallbackProvider.class)
				.hasSingleBean(AgentBay.class));
		this.contextRunner.withPropertyValues("agentbay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AgentBayToolCallbackProvider.class));
		this.contextRunner.withPropertyValues("agentbay.ai.chat-client.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(AgentBayToolCallbackProvider.class)
				.doesNotHaveBean("agentBayChatClientCustomizer"));
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AgentBayAiAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.ai"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ScopedSessions.class));
	}

	@Test
	void kindOfSessionIsDecidedByKey() {
		SessionCustomizer labels = (key, options) -> options.label("whose", key.value());
		this.contextRunner.withBean("labels", SessionCustomizer.class, () -> labels)
			.withBean("counter", AgentBayToolsCustomizer.class,
					() -> (builder) -> builder.tools(Counter.class, Counter::new))
			.withPropertyValues("agentbay.local.enabled=true", "agentbay.ai.scope=user")
			.withConfiguration(AutoConfigurations.of(AgentBayLocalAutoConfiguration.class))
			.run((context) -> {
				context.getBean(ScriptedChatModel.class).calls("count_files", "{}").repeatsWhatToolsAnswered();
				ChatClient chat = context.getBean(ChatClient.Builder.class).build();
				String answer = chat.prompt("count")
					.advisors((spec) -> spec.param(AgentBayToolContext.USER_ID, "ann")
						.param(ChatMemory.CONVERSATION_ID, "1"))
					.call()
					.content();
				assertThat(answer).isEqualTo("0");
				Session session = context.getBean(ScopedSessions.class).get(SessionKey.ofUser("ann")).session();
				assertThat(session.fetchLabels()).containsEntry("whose", "ann");
			});
	}

	@Test
	void toolsOfTheSessionAreOfferedByPattern() {
		ScriptedChatModel model = new ScriptedChatModel().calls("get_file_info", """
				{"path": "/nowhere"}""").repeatsWhatToolsAnswered();
		try (ConfigurableApplicationContext context = SmallApplication.run(model,
				"agentbay.ai.mcp-tools.include=get_file_info,read_file")) {
			String answer = context.getBean(ChatClient.Builder.class)
				.build()
				.prompt("look")
				.advisors((spec) -> spec.param(ChatMemory.CONVERSATION_ID, "ann"))
				.call()
				.content();
			assertThat(answer).startsWith("Error: ");
		}
	}

	@Test
	void beansCanBeProxied() {
		this.contextRunner.withBean(DefaultAdvisorAutoProxyCreator.class, () -> {
			DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
			creator.setProxyTargetClass(true);
			return creator;
		}).withBean("advisor", DefaultPointcutAdvisor.class, () -> {
			ComposablePointcut ours = new ComposablePointcut(
					(ClassFilter) (type) -> type.getName().matches("io\\.agentbay\\.ai\\.(?!starter).*"));
			return new DefaultPointcutAdvisor(ours, (MethodInterceptor) MethodInvocation::proceed);
		}).run((context) -> {
			assertThat(AopUtils.isCglibProxy(context.getBean(AgentBayToolCallbackProvider.class))).isTrue();
			assertThat(names(context.getBean(AgentBayToolCallbackProvider.class))).contains("run_command");
			context.getBean(ChatClient.Builder.class).build();
		});
	}

	private static List<String> names(AgentBayToolCallbackProvider tools) {
		return Arrays.stream(tools.getToolCallbacks())
			.map(ToolCallback::getToolDefinition)
			.map((definition) -> definition.name())
			.toList();
	}

	/** A tool of the application. */
	public static final class Counter {

		private final Session session;

		Counter(Session session) {
			this.session = session;
		}

		@Tool(name = "count_files", description = "Count the files")
		public int count() {
			return this.session.fileSystem().list(".").size();
		}

	}

}
