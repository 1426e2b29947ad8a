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

import java.nio.file.Path;
import java.util.UUID;

import javax.sql.DataSource;

import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayCleanupAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayKeyedSessionsAutoConfiguration;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.keyed.KeyLocks;
import io.agentbay.boot.ownership.LockStore;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.jdbc.lock.LockRepository;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The examples of the page about sessions by key.
 */
class KeyedSessionsGuideTests {

	private static final GuidePage PAGE = GuidePage.of("keyed-sessions");

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class,
				AgentBayCleanupAutoConfiguration.class, AgentBayKeyedSessionsAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=" + this.service.apiKey(),
				"agentbay.endpoint=" + this.service.endpoint());

	@AfterEach
	void stopService() {
		this.service.close();
	}

	@Test
	void aSessionIsFoundAgainAndEnded() {
		this.contextRunner.run((context) -> {
			AgentBaySessions sessions = context.getBean(AgentBaySessions.class);
			String conversationId = "ann";
			Session session = sessions.get(conversationId);
			session.fileSystem().write("notes.txt", "from the first request");
			assertThat(sessions.get(conversationId).fileSystem().read("notes.txt")).isEqualTo("from the first request");
			sessions.remove(conversationId);
			assertThat(this.service.liveSessionIds()).isEmpty();
		});
	}

	@Test
	void allInstancesHaveTheSameSessionByADatabase(@TempDir Path directory) {
		DataSource database = new DriverManagerDataSource(
				"jdbc:h2:file:" + directory.resolve("shop") + ";DB_CLOSE_DELAY=-1");
		theSameInTwoInstances(
				this.contextRunner.withPropertyValues(PAGE.properties("agentbay.keyed-sessions.store=jdbc"))
					.withBean(JdbcTemplate.class, () -> new JdbcTemplate(database)));
		new JdbcTemplate(database).execute("SHUTDOWN");
	}

	@Test
	void allInstancesHaveTheSameSessionByRedis(@TempDir Path directory) throws Exception {
		assumeTrue(LockStore.hasRedis(), "redis-server is missing");
		LockStore redis = LockStore.redis(directory);
		try {
			int port = Integer.parseInt(redis.address().replaceAll(".*:", ""));
			theSameInTwoInstances(
					this.contextRunner.withPropertyValues(PAGE.properties("agentbay.keyed-sessions.store=redis"))
						.withBean(LettuceConnectionFactory.class,
								() -> new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port)))
						.withUserConfiguration(Redis.class));
		}
		finally {
			redis.close();
		}
	}

	private void theSameInTwoInstances(ApplicationContextRunner instance) {
		String[] first = new String[1];
		instance.run((context) -> {
			first[0] = context.getBean(AgentBaySessions.class).get("ann").id();
			instance
				.run((other) -> assertThat(other.getBean(AgentBaySessions.class).get("ann").id()).isEqualTo(first[0]));
		});
		assertThat(this.service.liveSessionIds()).containsExactly(first[0]);
		instance.run((context) -> {
			assertThat(context.getBean(AgentBaySessions.class).get("ann").id()).isEqualTo(first[0]);
			context.getBean(AgentBaySessions.class).remove("ann");
		});
		assertThat(this.service.liveSessionIds()).isEmpty();
	}

	@Test
	void oneInstanceWaitsForTheOther() {
		DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		new ResourceDatabasePopulator(new ClassPathResource("org/springframework/integration/jdbc/schema-h2.sql"))
			.execute(database);
		this.contextRunner.withPropertyValues(PAGE.properties("agentbay.keyed-sessions.store=jdbc"))
			.withBean(DataSource.class, () -> database)
			.withBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database))
			.withBean(JdbcTemplate.class, () -> new JdbcTemplate(database))
			.withUserConfiguration(Locks.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(KeyLocks.class);
				assertThat(context.getBean(AgentBaySessions.class).get("ann").id())
					.isEqualTo(this.service.liveSessionIds().get(0));
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class Redis {

		@Bean
		StringRedisTemplate redisTemplate(LettuceConnectionFactory connections) {
			return new StringRedisTemplate(connections);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Locks {

		@Bean
		LockRepository lockRepository(DataSource dataSource) {
			return new DefaultLockRepository(dataSource);
		}

		@Bean
		LockRegistry<?> sessionLocks(LockRepository repository) {
			return new JdbcLockRegistry(repository);
		}

	}

}
