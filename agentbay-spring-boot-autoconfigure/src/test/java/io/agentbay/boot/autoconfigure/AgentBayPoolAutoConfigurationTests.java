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

package io.agentbay.boot.autoconfigure;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.boot.pool.PoolFigures;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.boot.pool.SessionReset;
import io.agentbay.boot.pool.ReactiveSessionSource;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.pool.PoolBuilder;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayPoolAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AgentBayPoolAutoConfigurationTests {

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(AgentBayAutoConfiguration.class, AgentBayCleanupAutoConfiguration.class,
						AgentBayPoolAutoConfiguration.class, AgentBayTemplateAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=" + this.service.apiKey(),
				"agentbay.endpoint=" + this.service.endpoint());

	private final ApplicationContextRunner pooled = this.contextRunner.withPropertyValues("agentbay.pool.enabled=true",
			"agentbay.pool.min-idle=2");

	@AfterEach
	void stopService() {
		this.service.close();
	}

	@Test
	void thereIsNoPoolUnlessAskedFor() {
		this.contextRunner.run((context) -> {
			assertThat(context).doesNotHaveBean(SessionPools.class);
			assertThat(this.service.journal().calls()).isEmpty();
		});
	}

	@Test
	void thereIsNoPoolWithoutItsLibrary() {
		this.pooled.withClassLoader(new FilteredClassLoader(PoolBuilder.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(SessionPools.class)
				.hasSingleBean(AgentBayTemplate.class));
	}

	@Test
	void sourceOfTheApplicationReplacesThePool() {
		this.pooled
			.withBean(ReactiveSessionSource.class, () -> (options) -> Mono.error(new IllegalStateException("empty")))
			.run((context) -> assertThat(context).hasSingleBean(ReactiveSessionSource.class)
				.doesNotHaveBean(SessionPools.class));
	}

	@Test
	void templateTakesItsSessionsFromThePool() {
		this.pooled.run((context) -> {
			awaitIdle(context, 2);
			Set<String> ready = new TreeSet<>(this.service.liveSessionIds());
			String used = context.getBean(AgentBayTemplate.class).execute((session) -> session.id());
			assertThat(ready).contains(used);
		});
	}

	@Test
	void sourceGivesSessionsOfThePoolThatClosingGivesBack() {
		this.pooled.withPropertyValues("agentbay.session.image-id=code_latest", "agentbay.pool.reuse=reset")
			.withBean(SessionReset.class, () -> (session) -> Mono.empty())
			.run((context) -> {
				SessionPools pools = context.getBean(SessionPools.class);
				Awaitility.await().until(() -> pools.figures().values().iterator().next().idle() == 2);
				Set<String> ready = new TreeSet<>(this.service.liveSessionIds());
				try (Session session = context.getBean(SessionSource.class).acquire()) {
					assertThat(ready).contains(session.id());
					assertThat(session.imageId()).isEqualTo("code_latest");
				}
				Awaitility.await().until(() -> pools.figures().values().iterator().next().lent() == 0);
				assertThat(this.service.liveSessionIds()).containsAll(ready);
			});
	}

	@Test
	void kindWithoutAPoolIsServedByANewSession() {
		this.pooled.run((context) -> {
			awaitIdle(context, 2);
			Set<String> ready = new TreeSet<>(this.service.liveSessionIds());
			String used = context.getBean(AgentBayTemplate.class)
				.execute(CreateSessionOptions.ofImage("code_latest"), (session) -> session.id());
			assertThat(ready).doesNotContain(used);
			assertThat(this.service.liveSessionIds()).containsExactlyInAnyOrderElementsOf(ready);
		});
	}

	@Test
	void eachImageHasItsPoolAndTheDefaultsOfSessions() {
		this.pooled
			.withPropertyValues("agentbay.pool.images=linux_latest,code_latest,linux_latest",
					"agentbay.session.labels.team=blue", "agentbay.session.idle-release-timeout=10m")
			.run((context) -> assertThat(context.getBean(SessionPools.class).kinds())
				.allSatisfy((kind) -> assertThat(kind.labels()).containsEntry("team", "blue"))
				.extracting(CreateSessionOptions::imageId)
				.containsExactly("linux_latest", "code_latest"));
	}

	@Test
	void defaultSessionsOfNoPoolAreToldAtTheStart(CapturedOutput output) {
		String told = "Sessions that are asked for without options are of no pool";
		this.pooled.run((context) -> assertThat(context).hasNotFailed());
		this.pooled.withPropertyValues("agentbay.session.image-id=code_latest")
			.run((context) -> assertThat(context).hasNotFailed());
		ApplicationContextRunner images = this.pooled
			.withPropertyValues("agentbay.pool.images=linux_latest,code_latest");
		images.withPropertyValues("agentbay.session.image-id=code_latest").run((context) -> {
			Awaitility.await()
				.until(() -> context.getBean(SessionPools.class)
					.figures()
					.values()
					.stream()
					.allMatch((pool) -> pool.idle() == 2));
			Set<String> ready = new TreeSet<>(this.service.liveSessionIds());
			String used = context.getBean(AgentBayTemplate.class).execute((session) -> session.id());
			assertThat(ready).contains(used);
		});
		assertThat(output).doesNotContain(told);
		images.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains(told)
			.contains("'agentbay.session.image-id' is not set, 'agentbay.pool.images' are [linux_latest, code_latest]");
		images.withPropertyValues("agentbay.session.image-id=browser_latest")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("'agentbay.session.image-id' is browser_latest");
	}

	@Test
	void poolIsDrainedBeforeTheCleanerRuns(CapturedOutput output) {
		this.pooled.run((context) -> awaitIdle(context, 2));
		assertThat(this.service.liveSessionIds()).isEmpty();
		assertThat(output).doesNotContain("AgentBay session(s)");
	}

	@Test
	void stoppedContextCanBeStartedAgain() {
		this.pooled.run((context) -> {
			awaitIdle(context, 2);
			context.getSourceApplicationContext().stop();
			assertThat(this.service.liveSessionIds()).isEmpty();
			assertThat(context.getBean(SessionPools.class).figures()).isEmpty();
			context.getSourceApplicationContext().start();
			awaitIdle(context, 2);
		});
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void reuseNeedsSomebodyWhoCleansUp() {
		this.pooled.withPropertyValues("agentbay.pool.reuse=reset")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("agentbay.pool.reuse"));
		this.pooled.withPropertyValues("agentbay.pool.reuse=reset")
			.withBean(SessionReset.class, () -> (session) -> Mono.empty())
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static void awaitIdle(ApplicationContext context, int number) {
		Awaitility.await().until(() -> Objects.requireNonNull(figures(context)).idle() == number);
	}

	private static PoolFigures figures(ApplicationContext context) {
		return context.getBean(SessionPools.class).figures().get(CreateSessionOptions.defaults());
	}

}
