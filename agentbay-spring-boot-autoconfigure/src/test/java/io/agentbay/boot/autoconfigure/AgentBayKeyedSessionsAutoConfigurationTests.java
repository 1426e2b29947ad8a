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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.keyed.InMemorySessionStore;
import io.agentbay.boot.keyed.JdbcSessionStore;
import io.agentbay.boot.keyed.KeyLocks;
import io.agentbay.boot.keyed.KeyedSession;
import io.agentbay.boot.keyed.KeyedSessionSettings;
import io.agentbay.boot.keyed.ReactiveAgentBaySessions;
import io.agentbay.boot.keyed.RedisSessionStore;
import io.agentbay.boot.keyed.SessionStore;
import io.agentbay.boot.keyed.StoredAgentBaySessions;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayKeyedSessionsAutoConfiguration}.
 */
class AgentBayKeyedSessionsAutoConfigurationTests {

	private static final String NAME = "spring.application.name=shop";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class,
				AgentBayCleanupAutoConfiguration.class, AgentBayKeyedSessionsAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=akm-1");

	private final DriverManagerDataSource dataSource = new DriverManagerDataSource(
			"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

	@Test
	void bothTwinsAreThereAndRememberInThisInstance() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(AgentBaySessions.class)
			.hasSingleBean(ReactiveAgentBaySessions.class)
			.hasSingleBean(InMemorySessionStore.class));
	}

	@Test
	void storeOfTheApplicationIsUsed() {
		this.contextRunner.withBean("own", SessionStore.class, InMemorySessionStore::new)
			.withPropertyValues("agentbay.keyed-sessions.store=jdbc")
			.run((context) -> assertThat(context).hasSingleBean(SessionStore.class).hasBean("own"));
	}

	@Test
	void sessionsOfTheApplicationFeedTheReactiveTwin() {
		this.contextRunner.withUserConfiguration(OwnSessions.class)
			.run((context) -> assertThat(context).hasSingleBean(AgentBaySessions.class)
				.hasBean("own")
				.hasSingleBean(ReactiveAgentBaySessions.class));
	}

	@Test
	void aDatabaseIsUsedWhenItIsAskedForAndOutsideOfTransactionsOfTheApplication() {
		new ResourceDatabasePopulator(new ClassPathResource("schema.sql", JdbcSessionStore.class))
			.execute(this.dataSource);
		KeyedSession session = new KeyedSession("k", "session-1", Instant.now(), Instant.now());
		ApplicationContextRunner runner = this.contextRunner
			.withBean(JdbcTemplate.class, () -> new JdbcTemplate(this.dataSource))
			.withBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(this.dataSource))
			.withPropertyValues(NAME);
		runner.run((context) -> assertThat(context).hasSingleBean(InMemorySessionStore.class));
		runner.withPropertyValues("agentbay.keyed-sessions.store=jdbc").run((context) -> {
			SessionStore store = context.getBean(JdbcSessionStore.class);
			new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
				.executeWithoutResult((status) -> {
					store.replace(null, session);
					status.setRollbackOnly();
				});
			assertThat(store.find("k")).isEqualTo(session);
			assertThat(context.getBean(JdbcTemplate.class)
				.queryForObject("SELECT NAMESPACE FROM AGENTBAY_KEYED_SESSION", String.class)).isEqualTo("shop");
		});
		runner.withPropertyValues("agentbay.keyed-sessions.store=jdbc", "agentbay.keyed-sessions.namespace=other")
			.run((context) -> assertThat(context.getBean(SessionStore.class).find("k")).isNull());
	}

	@ParameterizedTest
	@CsvSource({ "jdbc, JdbcOperations, spring-boot-starter-jdbc",
			"redis, StringRedisTemplate, spring-boot-starter-data-redis" })
	void aStoreThatCannotBeIsExplainedAtTheStart(String store, String bean, String starter) {
		ApplicationContextRunner runner = this.contextRunner
			.withPropertyValues("agentbay.keyed-sessions.store=" + store);
		runner.run((context) -> assertThat(analysis(context.getStartupFailure()))
			.contains("'agentbay.keyed-sessions.store' is '%s', but there is no single bean of type".formatted(store))
			.contains(bean));
		runner.withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "org.springframework.data.redis"))
			.run((context) -> assertThat(analysis(context.getStartupFailure())).contains(bean + " is not there")
				.contains("Add the dependency org.springframework.boot:" + starter));
	}

	@Test
	void aMissingTableIsExplainedAtTheStart() {
		inDatabase().withPropertyValues("agentbay.keyed-sessions.jdbc.initialize-schema=never")
			.run((context) -> assertThat(analysis(context.getStartupFailure())).contains("AGENTBAY_KEYED_SESSION")
				.contains("classpath:io/agentbay/boot/keyed/schema.sql")
				.contains("agentbay.keyed-sessions.jdbc.initialize-schema=always"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "embedded", "always" })
	void theTableOfADatabaseInMemoryIsCreated(String when) {
		ApplicationContextRunner runner = when.isEmpty() ? inDatabase()
				: inDatabase().withPropertyValues("agentbay.keyed-sessions.jdbc.initialize-schema=" + when);
		runner.run((context) -> assertThat(context.getBean(SessionStore.class).size()).isZero());
		runner.run((context) -> assertThat(context.getBean(SessionStore.class).size()).isZero());
	}

	@Test
	void theTableOfAnotherDatabaseIsCreatedWhenAskedFor(@TempDir Path directory) {
		DriverManagerDataSource file = new DriverManagerDataSource("jdbc:h2:file:" + directory.resolve("db"));
		ApplicationContextRunner runner = this.contextRunner.withBean(JdbcTemplate.class, () -> new JdbcTemplate(file))
			.withPropertyValues("agentbay.keyed-sessions.store=jdbc", NAME);
		runner.run((context) -> assertThat(context).hasFailed());
		runner.withPropertyValues("agentbay.keyed-sessions.jdbc.initialize-schema=always")
			.run((context) -> assertThat(context).hasNotFailed());
		runner.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aDatabaseThatCannotBeReachedDoesNotPreventTheStart() {
		this.contextRunner
			.withBean(JdbcTemplate.class,
					() -> new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:mem:none;IFEXISTS=TRUE")))
			.withPropertyValues("agentbay.keyed-sessions.store=jdbc", NAME)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc", "redis" })
	void aSharedStoreNeedsANameOfTheApplication(String store) {
		ApplicationContextRunner runner = this.contextRunner
			.withBean(JdbcTemplate.class, () -> new JdbcTemplate(this.dataSource))
			.withBean(StringRedisTemplate.class, () -> new StringRedisTemplate(new LettuceConnectionFactory()));
		runner.run((context) -> assertThat(context).hasNotFailed());
		ApplicationContextRunner shared = runner.withPropertyValues("agentbay.keyed-sessions.store=" + store);
		for (String noName : new String[] { "spring.application.name=", "agentbay.keyed-sessions.namespace= " }) {
			shared.withPropertyValues(noName)
				.run((context) -> assertThat(analysis(context.getStartupFailure()))
					.contains(
							"'agentbay.keyed-sessions.store' is '%s', but the application has no name".formatted(store))
					.contains("Set 'spring.application.name' or 'agentbay.keyed-sessions.namespace'"));
		}
		for (String name : new String[] { "spring.application.name=shop", "agentbay.keyed-sessions.namespace=shop" }) {
			shared.withPropertyValues(name).run((context) -> assertThat(context).hasNotFailed());
		}
	}

	private ApplicationContextRunner inDatabase() {
		return this.contextRunner.withBean(JdbcTemplate.class, () -> new JdbcTemplate(this.dataSource))
			.withPropertyValues("agentbay.keyed-sessions.store=jdbc", NAME);
	}

	/** What Spring Boot prints. */
	private static String analysis(Throwable failure) {
		FailureAnalysis analysis = new UnusableSessionStoreFailureAnalyzer().analyze(failure);
		return analysis.getDescription() + analysis.getAction();
	}

	@Test
	void redisIsUsedWhenItIsAskedFor() {
		this.contextRunner
			.withBean(StringRedisTemplate.class, () -> new StringRedisTemplate(new LettuceConnectionFactory()))
			.withPropertyValues("agentbay.keyed-sessions.store=redis", NAME)
			.run((context) -> assertThat(context).hasSingleBean(RedisSessionStore.class));
	}

	@Test
	void locksAreThoseOfTheLockRegistry() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(KeyLocks.class));
		this.contextRunner.withBean(LockRegistry.class, DefaultLockRegistry::new).run((context) -> {
			assertThat(context).hasSingleBean(KeyLocks.class);
			assertThat(context.getBean(KeyLocks.class).obtain("a"))
				.isSameAs(context.getBean(LockRegistry.class).obtain("a"));
		});
	}

	@Test
	void worksWithoutTheOptionalLibraries() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader("org.springframework.integration", "org.springframework.jdbc",
					"org.springframework.transaction", "org.springframework.data.redis"))
			.run((context) -> assertThat(context).hasSingleBean(AgentBaySessions.class));
	}

	@Test
	void severalClientsOfTheApplicationHaveNoSessionsByKey() {
		this.contextRunner
			.withBean("one", ReactiveAgentBay.class, () -> ReactiveAgentBay.builder().apiKey("akm-2").buildReactive())
			.withBean("two", ReactiveAgentBay.class, () -> ReactiveAgentBay.builder().apiKey("akm-3").buildReactive())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AgentBaySessions.class));
	}

	@Test
	void sessionsEndWithTheApplicationUnlessTheStoreOutlivesIt() {
		try (LocalAgentBay service = LocalAgentBay.builder().start()) {
			ApplicationContextRunner runner = this.contextRunner.withPropertyValues(
					"agentbay.api-key=" + service.apiKey(), "agentbay.endpoint=" + service.endpoint(),
					"agentbay.keyed-sessions.max-idle=1h", "agentbay.keyed-sessions.max-age=" + Duration.ofHours(2),
					"agentbay.session.image-id=code_latest");
			runner.run((context) -> {
				Session session = context.getBean(AgentBaySessions.class).get("a");
				assertThat(session.imageId()).isEqualTo("code_latest");
				assertThat(context.getBean(AgentBay.class).cachedSessions()).hasSize(1);
			});
			assertThat(service.liveSessionIds()).isEmpty();
			new ResourceDatabasePopulator(new ClassPathResource("schema.sql", JdbcSessionStore.class))
				.execute(this.dataSource);
			ApplicationContextRunner shared = runner
				.withBean(JdbcTemplate.class, () -> new JdbcTemplate(this.dataSource))
				.withPropertyValues("agentbay.keyed-sessions.store=jdbc", NAME);
			shared.run((context) -> context.getBean(AgentBaySessions.class).get("a"));
			assertThat(service.liveSessionIds()).hasSize(1);
			shared.run((context) -> assertThat(context.getBean(AgentBaySessions.class).get("a").id())
				.isEqualTo(service.liveSessionIds().get(0)));
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSessions {

		@Bean
		AgentBaySessions own(AgentBay client) {
			return new StoredAgentBaySessions(client, new InMemorySessionStore(), null, KeyedSessionSettings.defaults(),
					CreateSessionOptions.defaults());
		}

	}

}
