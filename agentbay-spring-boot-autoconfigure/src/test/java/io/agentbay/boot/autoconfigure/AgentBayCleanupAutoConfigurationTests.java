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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.cleanup.SessionCleaner;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import io.micrometer.observation.ObservationRegistry;
import jakarta.annotation.PreDestroy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.core.task.AsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

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
		AtomicInteger most = new AtomicInteger();
		List<ReactiveSession> sessions = IntStream.range(0, 8).mapToObj((number) -> session("s-" + number)).toList();
		AtomicInteger running = new AtomicInteger();
		Sinks.Empty<Void> all = Sinks.empty();
		sessions.forEach((session) -> given(session.delete()).willReturn(Mono.defer(() -> {
			if (most.accumulateAndGet(running.incrementAndGet(), Math::max) == 8) {
				all.tryEmitEmpty();
			}
			return all.asMono();
		})));
		cleaner(Duration.ofMinutes(1), 8).clean(client(sessions), true);
		assertThat(most).hasValue(8);
	}

	@Test
	void deletingEndsAtTheDeadlineAndNamesWhatIsLeft(CapturedOutput output) {
		ReactiveSession session = session("s-1");
		given(session.delete()).willReturn(Mono.never());
		cleaner(Duration.ofMillis(100), 1).clean(client(List.of(session)), true);
		assertThat(output).contains("Could not delete 1 AgentBay session(s)").contains("s-1");
	}

	@Test
	void clientsShareTheTimeForTheEnd() {
		ReactiveSession slow = session("s-1");
		given(slow.delete()).willReturn(Mono.never());
		ReactiveSession other = session("s-2");
		AtomicBoolean deleted = new AtomicBoolean();
		given(other.delete()).willReturn(Mono.fromRunnable(() -> deleted.set(true)));
		SessionCleaner cleaner = cleaner(Duration.ofMillis(100), 1);
		cleaner.clean(client(List.of(slow)), true);
		cleaner.clean(client(List.of(other)), true);
		assertThat(deleted).isFalse();
	}

	@Test
	void theEndOfAScopeTakesNothingFromThatTime() {
		ReactiveSession slow = session("s-1");
		given(slow.delete()).willReturn(Mono.never());
		ReactiveSession other = session("s-2");
		AtomicBoolean deleted = new AtomicBoolean();
		given(other.delete()).willReturn(Mono.fromRunnable(() -> deleted.set(true)));
		SessionCleaner cleaner = cleaner(Duration.ofMillis(100), 1);
		cleaner.clean(client(List.of(slow)), false);
		cleaner.clean(client(List.of(other)), true);
		assertThat(deleted).isTrue();
	}

	@Test
	void anInterruptedThreadWaitsForTheEndAndKeepsItsFlag() {
		ReactiveSession session = session("s-1");
		AtomicBoolean deleted = new AtomicBoolean();
		given(session.delete())
			.willReturn(Mono.delay(Duration.ofMillis(200)).then().doOnSuccess((nothing) -> deleted.set(true)));
		Thread.currentThread().interrupt();
		cleaner(Duration.ofMinutes(1), 1).clean(client(List.of(session)), true);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(deleted).isTrue();
	}

	private static SessionCleaner cleaner(Duration timeout, int parallelism) {
		return new SessionCleaner(timeout, parallelism, false, ObservationRegistry.NOOP);
	}

	private static ReactiveSession session(String id) {
		ReactiveSession session = mock();
		given(session.id()).willReturn(id);
		return session;
	}

	private static ReactiveAgentBay client(List<ReactiveSession> sessions) {
		ReactiveAgentBay client = mock();
		given(client.cachedSessions()).willReturn(sessions);
		return client;
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
	void stoppedContextKeepsItsSessionsAndCanBeStartedAgain() {
		this.contextRunner.run((context) -> {
			AgentBay agentBay = context.getBean(AgentBay.class);
			Session session = agentBay.create();
			context.getSourceApplicationContext().stop();
			assertThat(this.service.liveSessionIds()).containsExactly(session.id());
			context.getSourceApplicationContext().start();
			agentBay.create();
			assertThat(this.service.liveSessionIds()).hasSize(2);
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
	void eachSessionIsTriedOnce() {
		this.service.faults().onNext("DeleteSessionAsync", Fault.answer(500, REFUSAL));
		this.contextRunner.run((context) -> context.getBean(AgentBay.class).create());
		assertThat(this.service.journal().calls("DeleteSessionAsync")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(classes = { InjectedUser.class, LazilyInjectedUser.class, TemplateUser.class, FieldUser.class })
	void beansUseTheirSessionUntilTheirOwnEnd(Class<? extends User> user) {
		String[] told = new String[1];
		this.contextRunner.withConfiguration(AutoConfigurations.of(AgentBayTemplateAutoConfiguration.class))
			.withUserConfiguration(user)
			.run((context) -> {
				User bean = context.getBean(User.class);
				bean.begin();
				bean.end = (text) -> told[0] = text;
				assertThat(this.service.liveSessionIds()).hasSize(1);
			});
		assertThat(told[0]).isEqualTo("bye\n");
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void aContextThatIsClosedOnAnEventLoopDeletesItsSessions() {
		this.contextRunner.run((context) -> {
			context.getBean(AgentBay.class).create();
			Mono.fromRunnable(context.getSourceApplicationContext()::close)
				.subscribeOn(Schedulers.single())
				.block(Duration.ofMinutes(1));
			assertThat(this.service.liveSessionIds()).isEmpty();
		});
	}

	/** One that is interrupted before does not close a context at all. */
	@Test
	void aThreadThatIsInterruptedWhileItClosesTheContextDeletesItsSessions() {
		this.contextRunner.run((context) -> {
			ConfigurableApplicationContext application = context.getSourceApplicationContext();
			application.addApplicationListener(
					(ApplicationListener<ContextClosedEvent>) (event) -> Thread.currentThread().interrupt());
			context.getBean(AgentBay.class).create();
			application.close();
			assertThat(Thread.interrupted()).isTrue();
			assertThat(this.service.liveSessionIds()).isEmpty();
		});
	}

	@Test
	void aClientWithAScopeIsCleanedUpAtTheEndOfItsScope() {
		SimpleThreadScope scope = new EndingScope();
		this.contextRunner.withUserConfiguration(ScopedClient.class)
			.withInitializer((context) -> context.getBeanFactory().registerScope("tenant", scope))
			.run((context) -> {
				context.getBean(AgentBay.class).create();
				assertThat(this.service.liveSessionIds()).hasSize(1);
				scope.remove("end");
				assertThat(this.service.liveSessionIds()).isEmpty();
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

	/** Says good-bye in its session when it is destroyed. */
	abstract static class User {

		private Consumer<String> end = (text) -> {
		};

		private Session session;

		abstract Session create();

		void begin() {
			this.session = create();
		}

		@PreDestroy
		void bye() {
			this.end.accept(this.session.command().run("echo bye").requireSuccess().stdout());
		}

	}

	static class InjectedUser extends User {

		private final AgentBay agentBay;

		InjectedUser(AgentBay agentBay) {
			this.agentBay = agentBay;
		}

		@Override
		Session create() {
			return this.agentBay.create();
		}

	}

	static class FieldUser extends User {

		@Autowired
		private ReactiveAgentBay agentBay;

		@Override
		Session create() {
			return this.agentBay.create().block().blocking();
		}

	}

	static class LazilyInjectedUser extends User {

		private final AgentBay agentBay;

		LazilyInjectedUser(@Lazy AgentBay agentBay) {
			this.agentBay = agentBay;
		}

		@Override
		Session create() {
			return this.agentBay.create();
		}

	}

	static class TemplateUser extends User {

		private final SessionSource sessions;

		TemplateUser(SessionSource sessions) {
			this.sessions = sessions;
		}

		@Override
		Session create() {
			return this.sessions.acquire();
		}

	}

	static class EndingScope extends SimpleThreadScope {

		private final List<Runnable> callbacks = new ArrayList<>();

		@Override
		public void registerDestructionCallback(String name, Runnable callback) {
			this.callbacks.add(callback);
		}

		@Override
		public Object remove(String name) {
			this.callbacks.forEach(Runnable::run);
			return null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ScopedClient {

		@Bean
		@Scope(scopeName = "tenant", proxyMode = ScopedProxyMode.INTERFACES)
		AgentBay tenantAgentBay(AgentBayBuilder builder) {
			return builder.build();
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
