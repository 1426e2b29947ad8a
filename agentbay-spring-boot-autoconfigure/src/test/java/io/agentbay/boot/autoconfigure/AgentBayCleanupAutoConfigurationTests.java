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

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.cleanup.SessionCleaner;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.Session;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayCleanupAutoConfiguration} and {@link SessionCleaner}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AgentBayCleanupAutoConfigurationTests {

	private static final String REFUSAL = "{\"Code\":\"InternalError\",\"Message\":\"not today\",\"RequestId\":\"R-1\"}";

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(AgentBayAutoConfiguration.class, AgentBayCleanupAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=" + this.service.apiKey(), "agentbay.endpoint=" + this.service.endpoint(),
				"agentbay.retry.max-attempts=1");

	@BeforeEach
	void startWithoutSessions() {
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@AfterEach
	void stopService() {
		this.service.close();
	}

	@Test
	void closingTheContextDeletesTheSessionsThatAreLeft(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			AgentBay agentBay = context.getBean(AgentBay.class);
			IntStream.range(0, 5).forEach((number) -> agentBay.create());
			agentBay.cachedSessions().iterator().next().delete();
			assertThat(this.service.liveSessionIds()).hasSize(4);
		});
		assertThat(this.service.liveSessionIds()).isEmpty();
		assertThat(output).contains("Deleted 4 AgentBay session(s)").doesNotContain("Could not delete");
	}

	@ParameterizedTest(name = "virtual threads: {0}")
	@ValueSource(booleans = { false, true })
	void tasksThatAreWaitedForKeepTheirSessions(boolean virtual) throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		AtomicReference<Future<String>> task = new AtomicReference<>();
		this.contextRunner.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
			.withPropertyValues("spring.threads.virtual.enabled=" + virtual,
					"spring.task.execution.shutdown.await-termination=true",
					"spring.task.execution.shutdown.await-termination-period=60s")
			.run((context) -> {
				AgentBay agentBay = context.getBean(AgentBay.class);
				task.set(context.getBean(AsyncTaskExecutor.class).submit(() -> {
					Session session = agentBay.create();
					begun.countDown();
					return session.command().run("sleep 0.5; echo done").requireSuccess().stdout();
				}));
				assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
			});
		assertThat(task.get().get(30, TimeUnit.SECONDS)).isEqualTo("done\n");
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void sessionsOfOthersAreLeftAlone() {
		try (AgentBay other = AgentBay.builder()
			.apiKey(this.service.apiKey())
			.endpoint(this.service.endpoint().toString())
			.build()) {
			String id = other.create().id();
			this.contextRunner.run((context) -> context.getBean(AgentBay.class).get(id));
			assertThat(this.service.liveSessionIds()).containsExactly(id);
		}
	}

	@Test
	void nothingIsSaidWhenNoSessionIsLeft(CapturedOutput output) {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(SessionCleaner.class));
		assertThat(output).doesNotContain("AgentBay session");
	}

	@Test
	void sessionsAreDeletedAtTheSameTime() {
		this.service.faults().onNext("DeleteSessionAsync", 8, Fault.delay(Duration.ofMillis(700)));
		long[] begin = new long[1];
		this.contextRunner.withPropertyValues("agentbay.cleanup.parallelism=8").run((context) -> {
			AgentBay agentBay = context.getBean(AgentBay.class);
			IntStream.range(0, 8).forEach((number) -> agentBay.create());
			begin[0] = System.nanoTime();
		});
		assertThat(Duration.ofNanos(System.nanoTime() - begin[0])).isLessThan(Duration.ofMillis(8 * 700));
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void deletingEndsAtTheDeadlineAndNamesWhatIsLeft(CapturedOutput output) {
		this.service.faults().onNext("DeleteSessionAsync", Fault.delay(Duration.ofSeconds(60)));
		String[] id = new String[1];
		long[] begin = new long[1];
		this.contextRunner.withPropertyValues("agentbay.cleanup.timeout=300ms").run((context) -> {
			id[0] = context.getBean(AgentBay.class).create().id();
			begin[0] = System.nanoTime();
		});
		assertThat(Duration.ofNanos(System.nanoTime() - begin[0])).isLessThan(Duration.ofSeconds(20));
		assertThat(output).contains("Could not delete 1 AgentBay session(s)").contains(id[0]);
	}

	@Test
	void refusedDeletionIsToldAndTheOthersAreDeleted(CapturedOutput output) {
		this.service.faults().onNext("DeleteSessionAsync", Fault.answer(500, REFUSAL));
		this.contextRunner.withPropertyValues("agentbay.cleanup.parallelism=1").run((context) -> {
			AgentBay agentBay = context.getBean(AgentBay.class);
			agentBay.create();
			agentBay.create();
		});
		assertThat(this.service.liveSessionIds()).hasSize(1);
		assertThat(output).contains("Deleted 1 AgentBay session(s)")
			.contains("Could not delete 1 AgentBay session(s)")
			.contains(this.service.liveSessionIds().get(0))
			.contains("not today");
	}

	@Test
	void sessionThatIsCreatedMeanwhileIsDeletedToo() {
		this.service.faults().onNext("CreateMcpSession", Fault.delay(Duration.ZERO));
		this.service.faults().onNext("CreateMcpSession", Fault.delay(Duration.ofMillis(300)));
		this.service.faults().onNext("DeleteSessionAsync", Fault.delay(Duration.ofMillis(900)));
		this.contextRunner.run((context) -> {
			AgentBay agentBay = context.getBean(AgentBay.class);
			agentBay.create();
			agentBay.reactive().create().subscribe();
		});
		assertThat(this.service.journal().calls("DeleteSessionAsync")).hasSize(2);
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void contextThatFailsBeforeItHasStartedIsCleanedUpToo() {
		this.contextRunner.withUserConfiguration(FailingAfterCreation.class).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(this.service.journal().calls("CreateMcpSession")).hasSize(1);
			assertThat(this.service.liveSessionIds()).isEmpty();
		});
	}

	@Test
	void stoppedContextCanBeStartedAgain() {
		this.contextRunner.run((context) -> {
			AgentBay agentBay = context.getBean(AgentBay.class);
			agentBay.create();
			context.getSourceApplicationContext().stop();
			assertThat(this.service.liveSessionIds()).isEmpty();
			assertThat(context.getBean(SessionCleaner.class).isRunning()).isFalse();
			context.getSourceApplicationContext().start();
			assertThat(context.getBean(SessionCleaner.class).isRunning()).isTrue();
			agentBay.create();
		});
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void pausedContextKeepsItsSessions() {
		this.contextRunner.run((context) -> {
			Session session = context.getBean(AgentBay.class).create();
			context.getSourceApplicationContext().pause();
			assertThat(this.service.liveSessionIds()).containsExactly(session.id());
			context.getSourceApplicationContext().restart();
			assertThat(session.command().run("echo awake").requireSuccess().stdout()).isEqualTo("awake\n");
		});
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void stoppingDoesNotWaitInTheCallingThread() {
		this.service.faults().onNext("DeleteSessionAsync", Fault.delay(Duration.ofMillis(500)));
		this.contextRunner.run((context) -> {
			context.getBean(AgentBay.class).create();
			CountDownLatch stopped = new CountDownLatch(1);
			context.getBean(SessionCleaner.class).stop(stopped::countDown);
			assertThat(stopped.getCount()).isOne();
			assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(context.getBean(SessionCleaner.class).isRunning()).isFalse();
			assertThat(this.service.liveSessionIds()).isEmpty();
		});
	}

	@Test
	void destroyingAfterStoppingDoesNothingMore() {
		this.service.faults().onNext("DeleteSessionAsync", Fault.answer(500, REFUSAL));
		this.contextRunner.run((context) -> context.getBean(AgentBay.class).create());
		assertThat(this.service.journal().calls("DeleteSessionAsync")).hasSize(1);
	}

	@Test
	void destroyingOnAnEventLoopDoesNotBlockIt() {
		this.contextRunner.run((context) -> {
			context.getBean(AgentBay.class).create();
			SessionCleaner cleaner = context.getBean(SessionCleaner.class);
			Mono.fromRunnable(cleaner::destroy).subscribeOn(Schedulers.single()).block(Duration.ofSeconds(20));
			Awaitility.await().until(() -> this.service.liveSessionIds().isEmpty());
		});
	}

	@Test
	void webServerThatStopsFindsItsSessionsAlive() {
		this.contextRunner.withUserConfiguration(UsesSessionWhileStopping.class).run((context) -> {
		});
		assertThat(this.service.journal().toolCalls("shell")).hasSize(1);
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void cleanupCanBeSwitchedOff() {
		this.contextRunner.withPropertyValues("agentbay.cleanup.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(SessionCleaner.class);
			context.getBean(AgentBay.class).create();
		});
		assertThat(this.service.liveSessionIds()).hasSize(1);
	}

	@Test
	void backsOffWithoutTheClientOnTheClassPath() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(AgentBay.class, ReactiveAgentBay.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("agentBaySessionCleaner"));
	}

	@Test
	void lazyClientStaysLazy() {
		this.contextRunner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(context.getSourceApplicationContext().getBeanFactory().containsSingleton("reactiveAgentBay"))
					.isFalse();
				context.getBean(AgentBay.class).create();
			});
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void sessionsOfSeveralClientsAreDeleted() {
		this.contextRunner.withUserConfiguration(SecondClient.class).run((context) -> {
			assertThat(context.getBeansOfType(ReactiveAgentBay.class)).hasSize(2);
			context.getBeansOfType(ReactiveAgentBay.class).values().forEach((client) -> client.create().block());
			assertThat(this.service.liveSessionIds()).hasSize(2);
		});
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void noBeanIsCreatedTooEarlyToBePostProcessed(CapturedOutput output) {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("not eligible for getting processed");
	}

	@Configuration(proxyBeanMethods = false)
	static class FailingAfterCreation {

		@Bean
		InitializingBean failing(AgentBay agentBay) {
			return () -> {
				agentBay.create();
				throw new IllegalStateException("on purpose");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondClient {

		@Bean
		ReactiveAgentBay first(AgentBayConnectionDetails details) {
			return client(details);
		}

		@Bean
		ReactiveAgentBay second(AgentBayConnectionDetails details) {
			return client(details);
		}

		private static ReactiveAgentBay client(AgentBayConnectionDetails details) {
			return ReactiveAgentBay.builder()
				.apiKey(details.getApiKey())
				.endpoint(details.getEndpoint())
				.buildReactive();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UsesSessionWhileStopping {

		@Bean
		SmartLifecycle webServerLike(AgentBay agentBay) {
			return new SmartLifecycle() {

				private volatile boolean running;

				@Override
				public void start() {
					agentBay.create();
					this.running = true;
				}

				@Override
				public void stop() {
					agentBay.cachedSessions().iterator().next().command().run("true").requireSuccess();
					this.running = false;
				}

				@Override
				public boolean isRunning() {
					return this.running;
				}

				@Override
				public int getPhase() {
					return SmartLifecycle.DEFAULT_PHASE - 2048;
				}

			};
		}

	}

}
