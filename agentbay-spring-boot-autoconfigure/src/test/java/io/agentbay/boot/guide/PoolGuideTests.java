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
package io.agentbay.boot.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayCleanupAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayTemplateAutoConfiguration;
import io.agentbay.boot.pool.PoolFigures;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.boot.pool.SessionReset;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.boot.template.ReactiveAgentBayOperations;
import io.agentbay.code.CodeLanguage;
import io.agentbay.command.CommandResult;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The examples of the pages about the pool, reactive code and performance.
 */
class PoolGuideTests {

	private static final GuidePage PAGE = GuidePage.of("pool");

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(AgentBayAutoConfiguration.class, AgentBayCleanupAutoConfiguration.class,
						AgentBayPoolAutoConfiguration.class, AgentBayTemplateAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=" + this.service.apiKey(),
				"agentbay.endpoint=" + this.service.endpoint());

	@AfterEach
	void stopService() {
		this.service.close();
	}

	@Test
	void sessionsThatAreReadyAreTaken() {
		this.contextRunner.withPropertyValues(PAGE.properties("agentbay.pool.min-idle=3")).run((context) -> {
			awaitIdle(context, 3);
			List<String> ready = this.service.liveSessionIds();
			AgentBayOperations template = context.getBean(AgentBayOperations.class);
			String kernel = template.execute((session) -> session.command().run("uname").requireSuccess().stdout());
			assertThat(kernel).isNotBlank();
			assertThat(ready).contains(template.<String, RuntimeException>execute(Session::id));
			SessionSource sessionSource = context.getBean(SessionSource.class);
			try (Session session = sessionSource.acquire()) {
				String made = session.command().run("echo made").stdout();
				assertThat(figures(context)).extracting(PoolFigures::lent).containsExactly(1);
				assertThat(made).isEqualTo("made\n");
			}
			assertThat(figures(context)).extracting(PoolFigures::max).containsExactly(20);
		});
	}

	@Test
	void eachImageHasItsPool() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "python3 is missing");
		this.contextRunner.withPropertyValues(PAGE.properties("agentbay.pool.images=linux_latest,code_latest"))
			.withPropertyValues("agentbay.session.labels.team=search")
			.run((context) -> {
				awaitIdle(context, 1);
				AgentBay agentBay = context.getBean(AgentBay.class);
				AgentBayOperations template = context.getBean(AgentBayOperations.class);
				List<String> ready = this.service.liveSessionIds();
				assertThat(ready).contains(template.<String, RuntimeException>execute(Session::id));
				CreateSessionOptions code = agentBay.defaultOptions().with((options) -> options.imageId("code_latest"));
				String sum = template.execute(code,
						(session) -> session.code().run("1 + 2", CodeLanguage.PYTHON).text());
				assertThat(sum).isEqualTo("3");
				awaitIdle(context, 1);
				assertThat(ready).isNotEmpty();
				assertThat(context.getBean(SessionPools.class).kinds()).contains(code);
			});
	}

	@Test
	void aSessionIsUsedAgain() {
		this.contextRunner.withPropertyValues(PAGE.properties("agentbay.pool.reuse=reset"))
			.withPropertyValues("agentbay.pool.max-size=1")
			.withUserConfiguration(Reset.class)
			.run((context) -> {
				AgentBayOperations template = context.getBean(AgentBayOperations.class);
				String first = template.execute((session) -> {
					session.fileSystem().write("left.txt", "by the first");
					return session.id();
				});
				template.executeWithoutResult((session) -> {
					assertThat(session.id()).isEqualTo(first);
					assertThat(session.command().run("ls -A").requireSuccess().stdout()).isEmpty();
				});
			});
	}

	@Test
	void reactiveCode() {
		this.contextRunner.run((context) -> {
			ReactiveAgentBayOperations reactiveTemplate = context.getBean(ReactiveAgentBayOperations.class);
			Mono<String> kernel = reactiveTemplate
				.execute((session) -> session.command().run("uname").map(CommandResult::stdout));
			assertThat(kernel.block()).isNotBlank();
			List<String> kernels = Flux.range(1, 4)
				.flatMap((number) -> reactiveTemplate.execute((session) -> session.command().run("uname")), 2)
				.map(CommandResult::stdout)
				.collectList()
				.block();
			assertThat(kernels).hasSize(4);
			assertThat(this.service.liveSessionIds()).isEmpty();
		});
	}

	private static void awaitIdle(ApplicationContext context, int number) {
		Awaitility.await().until(() -> figures(context).stream().allMatch((pool) -> pool.idle() == number));
	}

	private static List<PoolFigures> figures(ApplicationContext context) {
		return List.copyOf(context.getBean(SessionPools.class).figures().values());
	}

	@Configuration(proxyBeanMethods = false)
	static class Reset {

		@Bean
		SessionReset emptyHome() {
			return (session) -> session.command()
				.run("find ~ -mindepth 1 -delete")
				.map(CommandResult::requireSuccess)
				.then();
		}

	}

}
