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

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.client.KnownClients;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.keyed.ReactiveAgentBaySessions;
import io.agentbay.boot.pool.ReactiveSessionSource;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.boot.template.ReactiveAgentBayOperations;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DelegatingReactiveSession;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.ScopeNotActiveException;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.util.Assert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests that beans which applications inject can be lazy, scoped, proxied and mocked.
 */
class ReplaceableBeansTests {

	private static final List<Class<?>> INJECTED = List.of(AgentBay.class, ReactiveAgentBay.class,
			AgentBayOperations.class, ReactiveAgentBayOperations.class, SessionSource.class,
			ReactiveSessionSource.class, AgentBaySessions.class, ReactiveAgentBaySessions.class);

	private static LocalAgentBay service;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Starter.class)
		.withPropertyValues("agentbay.api-key=" + service.apiKey(), "agentbay.endpoint=" + service.endpoint());

	@BeforeAll
	static void start() {
		service = LocalAgentBay.builder().start();
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void aClientCanBeInjectedLazily() {
		this.contextRunner.withUserConfiguration(LazyUser.class).run((context) -> {
			AgentBay agentBay = context.getBean(LazyUser.class).agentBay;
			assertThat(AopUtils.isAopProxy(agentBay)).isTrue();
			assertThat(agentBay.create().command().run("echo lazy").stdout()).isEqualTo("lazy\n");
		});
		assertThat(service.liveSessionIds()).isEmpty();
	}

	@Test
	void aLazyApplicationMakesItsClientWhenItIsUsed() {
		AtomicInteger made = new AtomicInteger();
		this.contextRunner.withBean(AgentBayClientCustomizer.class, () -> (builder) -> made.incrementAndGet())
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(made).hasValue(0);
				context.getBean(AgentBaySessions.class).get("a");
				assertThat(made).hasValue(1);
			});
		assertThat(service.liveSessionIds()).isEmpty();
	}

	@Test
	void aClientCanHaveAScopeAndIsCleanedUpAllTheSame() {
		this.contextRunner.withUserConfiguration(ScopedClient.class)
			.withInitializer((context) -> context.getBeanFactory().registerScope("tenant", new SimpleThreadScope()))
			.run((context) -> {
				AgentBay agentBay = context.getBean(AgentBay.class);
				assertThat(AopUtils.isAopProxy(agentBay)).isTrue();
				agentBay.create();
				assertThat(service.liveSessionIds()).hasSize(1);
			});
		assertThat(service.liveSessionIds()).isEmpty();
	}

	@Test
	void everyBeanThatIsInjectedCanBeProxied() {
		this.contextRunner.withPropertyValues("agentbay.pool.enabled=true").withBean(Aspects.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(INJECTED).allSatisfy(
					(type) -> assertThat(AopUtils.isAopProxy(context.getBean(type))).as(type.getName()).isTrue());
			String id = context.getBean(AgentBayOperations.class).execute(Session::id);
			assertThat(id).isNotBlank();
			assertThat(context.getBean(ReactiveAgentBayOperations.class)
				.execute((session) -> Mono.just(session.id()))
				.block()).isNotBlank();
			try (Session session = context.getBean(SessionSource.class).acquire()) {
				assertThat(context.getBean(SessionPools.class).figures()).isNotEmpty();
				assertThat(session.command().run("true").success()).isTrue();
			}
			assertThat(context.getBean(AgentBaySessions.class).get("a").id())
				.isEqualTo(context.getBean(ReactiveAgentBaySessions.class).get("a").block().id());
		});
		assertThat(service.liveSessionIds()).isEmpty();
	}

	@Nested
	@SpringBootTest(classes = Starter.class)
	class WithMocks {

		@MockitoBean
		private AgentBay agentBay;

		@MockitoBean
		private ReactiveAgentBay reactiveAgentBay;

		@MockitoBean
		private AgentBayOperations operations;

		@MockitoBean
		private ReactiveAgentBayOperations reactiveOperations;

		@MockitoBean
		private SessionSource sessionSource;

		@MockitoBean
		private ReactiveSessionSource reactiveSessionSource;

		@MockitoBean
		private AgentBaySessions sessions;

		@MockitoBean
		private ReactiveAgentBaySessions reactiveSessions;

		@Autowired
		private AgentBay injected;

		@Test
		void everyBeanThatIsInjectedCanBeMocked() {
			Session session = mock();
			given(session.id()).willReturn("s-1");
			given(this.agentBay.create()).willReturn(session);
			assertThat(this.injected.create().id()).isEqualTo("s-1");
			given(this.sessions.get("a")).willReturn(session);
			assertThat(this.sessions.get("a")).isSameAs(session);
		}

	}

	@Nested
	@SpringBootTest(classes = { Starter.class, NoKey.class })
	class WithAMockOfTheBlockingClient {

		@MockitoBean
		private AgentBay agentBay;

		@Autowired
		private AgentBayOperations operations;

		@Autowired
		private SessionSource source;

		@Autowired
		private AgentBaySessions sessions;

		@Autowired
		private ReactiveAgentBay reactive;

		@Test
		void allThatIsDerivedFollowsIt() {
			Session session = mock();
			given(session.id()).willReturn("s-1");
			given(this.agentBay.create()).willReturn(session);
			given(this.agentBay.create(any(CreateSessionOptions.class))).willReturn(session);
			assertThat(this.operations.<String, RuntimeException>execute(Session::id)).isEqualTo("s-1");
			then(session).should().close();
			assertThat(this.source.acquire()).isSameAs(session);
			assertThat(this.sessions.get(UUID.randomUUID().toString()).id()).isEqualTo("s-1");
		}

		@Test
		void itsReactiveFaceSaysThatThereIsNone() {
			assertThatIllegalStateException().isThrownBy(() -> this.reactive.create().block())
				.withMessageContaining("replace the bean of type ReactiveAgentBay");
		}

	}

	@Nested
	@SpringBootTest(classes = { Starter.class, NoKey.class })
	class WithAMockOfTheReactiveClient {

		@MockitoBean
		private ReactiveAgentBay reactiveAgentBay;

		@Autowired
		private AgentBay agentBay;

		@Autowired
		private AgentBayOperations operations;

		@Autowired
		private ReactiveAgentBayOperations reactiveOperations;

		@Autowired
		private AgentBaySessions sessions;

		@Test
		void allThatIsDerivedFollowsIt() {
			ReactiveSession session = new DelegatingReactiveSession(mock()) {

				@Override
				public String id() {
					return "s-1";
				}

				@Override
				public Mono<Void> close() {
					return Mono.empty();
				}

			};
			given(this.reactiveAgentBay.create()).willReturn(Mono.just(session));
			given(this.reactiveAgentBay.create(any(CreateSessionOptions.class))).willReturn(Mono.just(session));
			assertThat(this.agentBay.create().id()).isEqualTo("s-1");
			assertThat(this.agentBay.create((options) -> options.imageId("code_latest")).id()).isEqualTo("s-1");
			assertThat(this.operations.<String, RuntimeException>execute(Session::id)).isEqualTo("s-1");
			assertThat(this.reactiveOperations.execute((some) -> Mono.just(some.id())).block()).isEqualTo("s-1");
			assertThat(this.sessions.get(UUID.randomUUID().toString()).id()).isEqualTo("s-1");
		}

	}

	@Nested
	@SpringBootTest(classes = { Starter.class, NoKey.class })
	class WithAMockOfTheTemplate {

		@MockitoBean
		private AgentBayOperations operations;

		@Autowired
		private ApplicationContext context;

		@Test
		void noClientIsMade() {
			given(this.operations.execute(any())).willReturn("mocked");
			assertThat(this.context.getBean(AgentBayOperations.class).<String, RuntimeException>execute(Session::id))
				.isEqualTo("mocked");
			assertThat(((ConfigurableApplicationContext) this.context).getBeanFactory().getSingletonNames())
				.doesNotContain("reactiveAgentBay", "agentBay");
		}

	}

	@Nested
	@SpringBootTest(classes = { Starter.class, NoKey.class }, properties = "agentbay.pool.enabled=true")
	class WithAMockAndAPool {

		@MockitoBean
		private AgentBay agentBay;

		@Autowired
		private AgentBayOperations operations;

		@Test
		void theMockIsAskedForSessions() {
			Session session = mock();
			given(session.id()).willReturn("s-1");
			given(this.agentBay.create()).willReturn(session);
			assertThat(this.operations.<String, RuntimeException>execute(Session::id)).isEqualTo("s-1");
		}

	}

	@Nested
	@SpringBootTest(classes = Starter.class)
	class WithSpies {

		@MockitoSpyBean
		private AgentBay agentBay;

		@DynamicPropertySource
		static void service(DynamicPropertyRegistry properties) {
			properties.add("agentbay.api-key", service::apiKey);
			properties.add("agentbay.endpoint", service::endpoint);
		}

		@Test
		void aSpyDoesTheWork() {
			try (Session session = this.agentBay.create()) {
				assertThat(session.command().run("echo spied").stdout()).isEqualTo("spied\n");
			}
			then(this.agentBay).should().create();
		}

	}

	@Test
	void aClientThatHasAScopeMayBeTheOnlyOne() {
		this.contextRunner.withUserConfiguration(ScopedClient.class)
			.withInitializer((context) -> context.getBeanFactory().registerScope("tenant", new OpenScope()))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				ReactiveAgentBay reactive = context.getBean(ReactiveAgentBay.class);
				AgentBayOperations operations = context.getBean(AgentBayOperations.class);
				assertThatExceptionOfType(ScopeNotActiveException.class).isThrownBy(reactive::regionId);
				OpenScope.open = true;
				assertThat(reactive.create().block().id()).isNotBlank();
				assertThat(operations.<String, RuntimeException>execute(Session::id)).isNotBlank();
				assertThat(context.getBean(KnownClients.class).get()).isEmpty();
				OpenScope.open = false;
			});
	}

	@Test
	void aClientOfTheApplicationCanBeAdvised() {
		this.contextRunner
			.withBean("ownClient", AgentBay.class,
					() -> AgentBay.builder().apiKey(service.apiKey()).endpoint(service.endpoint().toString()).build())
			.withBean(Aspects.class)
			.run((context) -> {
				assertThat(AopUtils.isAopProxy(context.getBean("ownClient"))).isTrue();
				assertThat(context.getBean(AgentBay.class).list()).isEmpty();
			});
	}

	/** Like that of requests, outside of which nothing can be asked for. */
	static class OpenScope extends SimpleThreadScope {

		private static boolean open;

		@Override
		public Object get(String name, ObjectFactory<?> factory) {
			Assert.state(open, "not active");
			return super.get(name, factory);
		}

	}

	/** Whatever the environment of this machine has. */
	@Configuration(proxyBeanMethods = false)
	static class NoKey {

		@Bean
		AgentBayClientCustomizer noKey() {
			return (builder) -> {
				throw new AssertionError("A client is made");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ AgentBayAutoConfiguration.class, AgentBayCleanupAutoConfiguration.class,
			AgentBayPoolAutoConfiguration.class, AgentBayTemplateAutoConfiguration.class,
			AgentBayKeyedSessionsAutoConfiguration.class })
	static class Starter {

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyUser {

		private final AgentBay agentBay;

		LazyUser(@Lazy AgentBay agentBay) {
			this.agentBay = agentBay;
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

	/** As Boot sets up aspects: by subclass, where a bean does not say otherwise. */
	static class Aspects extends BeanNameAutoProxyCreator {

		private static final long serialVersionUID = 1L;

		Aspects() {
			setBeanNames("ownClient", "agentBay", "reactiveAgentBay", "agentBaySessions", "reactiveAgentBaySessions",
					"agentBaySessionPools", "agentBaySessionSource", "agentBayTemplate", "reactiveAgentBayTemplate");
			setProxyTargetClass(true);
			setInterceptorNames();
		}

	}

}
