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

import java.util.Locale;
import java.util.function.Function;

import io.agentbay.AgentBay;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.keyed.InMemorySessionStore;
import io.agentbay.boot.keyed.JdbcSessionStore;
import io.agentbay.boot.keyed.KeyLocks;
import io.agentbay.boot.keyed.KeyedSessionSettings;
import io.agentbay.boot.keyed.ReactiveAgentBaySessions;
import io.agentbay.boot.keyed.RedisSessionStore;
import io.agentbay.boot.keyed.SessionStore;
import io.agentbay.boot.keyed.StoredAgentBaySessions;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link AgentBaySessions}. Nothing is
 * done until a session is asked for, except that a shared store is checked.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AgentBayAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
				"org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration" })
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass(AgentBay.class)
@ConditionalOnSingleCandidate(AgentBay.class)
@EnableConfigurationProperties({ AgentBayProperties.class, AgentBayKeyedSessionsProperties.class })
public final class AgentBayKeyedSessionsAutoConfiguration {

	private static final String STORE = "agentbay.keyed-sessions.store";

	private static final String IN_MEMORY = "Or remove the property, to remember sessions in this instance only.";

	@Bean
	@Lazy
	@ConditionalOnMissingBean(AgentBaySessions.class)
	StoredAgentBaySessions agentBaySessions(AgentBay client, SessionStore store, ObjectProvider<KeyLocks> locks,
			ObjectProvider<SessionPools> pools, AgentBayProperties properties, AgentBayKeyedSessionsProperties keyed) {
		SessionPools pool = pools.getIfUnique();
		Function<CreateSessionOptions, Session> source = (pool != null)
				? SessionSource.of(pool.withoutReturn())::acquire : client::create;
		return new StoredAgentBaySessions(client, source, store, locks.getIfUnique(),
				new KeyedSessionSettings(keyed.maxIdle(), keyed.maxAge(), keyed.checkAfter(), keyed.keepAlive()),
				SessionOptionsMapper.options(properties.session()));
	}

	@Bean
	@Lazy
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(AgentBaySessions.class)
	ReactiveAgentBaySessions reactiveAgentBaySessions(AgentBaySessions agentBaySessions) {
		return ReactiveAgentBaySessions.of(agentBaySessions);
	}

	/** Without a name, strangers who share the store would share sessions as well. */
	private static String namespace(AgentBayKeyedSessionsProperties properties, Environment environment) {
		String namespace = properties.namespace();
		if (StringUtils.hasText(namespace)) {
			return namespace;
		}
		String application = environment.getProperty(AgentBayOwnershipAutoConfiguration.APPLICATION_NAME);
		if (StringUtils.hasText(application)) {
			return application;
		}
		throw new UnusableSessionStoreException(properties.store().name().toLowerCase(Locale.ROOT),
				"the application has no name, which keeps its sessions apart from those of other applications",
				"Set 'spring.application.name' or 'agentbay.keyed-sessions.namespace', the same for all instances. "
						+ IN_MEMORY,
				null);
	}

	@Order(1)
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = STORE, havingValue = "memory", matchIfMissing = true)
	static class MemoryConfiguration {

		@Bean
		@ConditionalOnMissingBean(SessionStore.class)
		InMemorySessionStore agentBaySessionStore() {
			return new InMemorySessionStore();
		}

	}

	@Order(1)
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnSingleCandidate(JdbcOperations.class)
	@ConditionalOnClass({ JdbcOperations.class, TransactionOperations.class })
	@ConditionalOnProperty(name = STORE, havingValue = "jdbc")
	static class JdbcConfiguration {

		@Bean
		@ConditionalOnMissingBean(SessionStore.class)
		JdbcSessionStore agentBaySessionStore(JdbcOperations jdbc,
				ObjectProvider<PlatformTransactionManager> transactionManager,
				AgentBayKeyedSessionsProperties properties, Environment environment) {
			PlatformTransactionManager manager = transactionManager.getIfUnique();
			TransactionOperations transactions = TransactionOperations.withoutTransaction();
			if (manager != null) {
				TransactionTemplate own = new TransactionTemplate(manager);
				own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
				transactions = own;
			}
			JdbcSessionStore store = new JdbcSessionStore(jdbc, transactions, namespace(properties, environment));
			new SessionTable(jdbc).prepare(properties.jdbc().initializeSchema(), store);
			return store;
		}

	}

	@Order(1)
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(StringRedisTemplate.class)
	@ConditionalOnSingleCandidate(StringRedisTemplate.class)
	@ConditionalOnProperty(name = STORE, havingValue = "redis")
	static class RedisConfiguration {

		@Bean
		@ConditionalOnMissingBean(SessionStore.class)
		RedisSessionStore agentBaySessionStore(StringRedisTemplate redis, AgentBayKeyedSessionsProperties properties,
				Environment environment) {
			return new RedisSessionStore(redis, namespace(properties, environment));
		}

	}

	/** Nothing of the above: a store is wanted that cannot be. */
	@Order(2)
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(SessionStore.class)
	static class UnusableConfiguration {

		@Bean
		SessionStore agentBaySessionStore(AgentBayKeyedSessionsProperties properties,
				ConfigurableBeanFactory beanFactory) {
			throw switch (properties.store()) {
				case REDIS -> unusable("redis", "org.springframework.data.redis.core.StringRedisTemplate",
						"spring-boot-starter-data-redis", beanFactory.getBeanClassLoader());
				default -> unusable("jdbc", "org.springframework.jdbc.core.JdbcOperations", "spring-boot-starter-jdbc",
						beanFactory.getBeanClassLoader());
			};
		}

		private static UnusableSessionStoreException unusable(String store, String type, String starter,
				@Nullable ClassLoader loader) {
			boolean present = ClassUtils.isPresent(type, loader);
			String reason = present ? "there is no single bean of type " + type
					: "the class %s is not there".formatted(type);
			String remedy = present
					? "Configure the connection, so that Spring Boot defines this bean, or mark one of several as primary."
					: "Add the dependency org.springframework.boot:%s.".formatted(starter);
			return new UnusableSessionStoreException(store, reason, remedy + " " + IN_MEMORY, null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LockRegistry.class)
	static class LockRegistryConfiguration {

		@Bean
		@ConditionalOnSingleCandidate(LockRegistry.class)
		@ConditionalOnMissingBean
		KeyLocks agentBayKeyLocks(LockRegistry<?> registry) {
			return registry::obtain;
		}

	}

}
