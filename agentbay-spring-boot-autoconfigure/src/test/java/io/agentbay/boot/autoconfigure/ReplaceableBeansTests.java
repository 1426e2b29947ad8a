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
import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.keyed.ReactiveAgentBaySessions;
import io.agentbay.boot.pool.ReactiveSessionSource;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.boot.template.ReactiveAgentBayOperations;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
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
			setBeanNames("agentBay", "reactiveAgentBay", "agentBaySessions", "reactiveAgentBaySessions",
					"agentBaySessionPools", "agentBaySessionSource", "agentBayTemplate", "reactiveAgentBayTemplate");
			setProxyTargetClass(true);
			setInterceptorNames();
		}

	}

}
