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

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.autoconfigure.AgentBayProperties.Ownership;
import io.agentbay.boot.ownership.InstanceKeeper;
import io.agentbay.boot.ownership.LockRegistryInstanceLocks;
import io.agentbay.boot.ownership.PeriodicReaper;
import io.agentbay.ownership.FileInstanceLocks;
import io.agentbay.ownership.InstanceLocks;
import io.agentbay.ownership.LiveInstance;
import io.agentbay.ownership.SessionReaper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.util.StringUtils;

/**
 * {@link AutoConfiguration Auto-configuration} for the ownership of sessions: they are
 * labelled with the application and its instance, and those of an instance that died are
 * ended by another one or by the next start. The clients depend on the instance, so its
 * lock is the last thing that is given back. Sessions of a local runtime in this process
 * die with it and need no owner.
 */
@AutoConfiguration(after = AgentBayAutoConfiguration.class,
		afterName = "io.agentbay.boot.autoconfigure.local.AgentBayLocalAutoConfiguration")
@ConditionalOnClass(ReactiveAgentBay.class)
@Conditional(OnOwnershipCondition.class)
@ConditionalOnMissingBean(type = "io.agentbay.local.LocalAgentBay")
@EnableConfigurationProperties(AgentBayProperties.class)
public final class AgentBayOwnershipAutoConfiguration {

	static final String APPLICATION_NAME = "spring.application.name";

	private static final Logger logger = LoggerFactory.getLogger(AgentBayOwnershipAutoConfiguration.class);

	/**
	 * Without a lock the application works, but leaves no trace of whose sessions are.
	 */
	@Bean
	@ConditionalOnMissingBean
	@Nullable LiveInstance agentBayLiveInstance(AgentBayProperties properties, InstanceLocks locks, Environment environment) {
		String owner = owner(properties.ownership(), environment);
		try {
			return LiveInstance.begin(owner, locks);
		}
		catch (IOException ex) {
			logger.warn("Sessions are not labelled with their owner, and those that a crash leaves behind are not "
					+ "ended, for this instance cannot take its lock: {}", ex.toString());
			return null;
		}
	}

	@Bean
	@Nullable InstanceKeeper agentBayInstanceKeeper(AgentBayProperties properties, @Nullable LiveInstance instance) {
		return (instance != null) ? new InstanceKeeper(instance, properties.ownership().renewPeriod()) : null;
	}

	@Bean
	@ConditionalOnSingleCandidate(ReactiveAgentBay.class)
	@ConditionalOnMissingBean
	@Nullable SessionReaper agentBaySessionReaper(ReactiveAgentBay client, @Nullable LiveInstance instance) {
		return (instance != null) ? new SessionReaper(client, instance) : null;
	}

	/** Looks into all accounts. */
	@Bean
	@ConditionalOnBean(ReactiveAgentBay.class)
	@ConditionalOnBooleanProperty(name = "agentbay.ownership.reaper.enabled", matchIfMissing = true)
	@Nullable PeriodicReaper agentBayPeriodicReaper(AgentBayProperties properties, @Nullable LiveInstance instance,
			ListableBeanFactory beanFactory) {
		if (instance == null) {
			return null;
		}
		Collection<ReactiveAgentBay> clients = beanFactory.getBeansOfType(ReactiveAgentBay.class).values();
		List<SessionReaper> reapers = clients.stream().map((client) -> new SessionReaper(client, instance)).toList();
		return new PeriodicReaper(reapers, properties.ownership().reaper().period(),
				() -> clients.stream().anyMatch((client) -> !client.cachedSessions().isEmpty()));
	}

	private static String owner(Ownership ownership, Environment environment) {
		String owner = ownership.owner();
		if (StringUtils.hasText(owner)) {
			return owner;
		}
		String name = environment.getProperty(APPLICATION_NAME, "").strip();
		if (name.isEmpty()) {
			throw new InvalidConfigurationPropertyValueException("agentbay.ownership.owner", owner,
					"A name is needed: set it or '" + APPLICATION_NAME + "'");
		}
		String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-");
		return safe.substring(0, Math.min(safe.length(), Ownership.LONGEST_NAME));
	}

	private static InstanceLocks files(AgentBayProperties properties) {
		Ownership ownership = properties.ownership();
		if (ownership.lockDomain() != null) {
			throw new InvalidConfigurationPropertyValueException("agentbay.ownership.lock-domain",
					ownership.lockDomain(), "One bean of a type LockRegistry of Spring Integration is needed");
		}
		Path directory = ownership.lockDirectory();
		return (directory != null) ? new FileInstanceLocks(directory) : FileInstanceLocks.inHomeDirectory();
	}

	@Order(1)
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LockRegistry.class)
	@ConditionalOnProperty("agentbay.ownership.lock-domain")
	static class RegistryConfiguration {

		@Bean(destroyMethod = "close")
		@ConditionalOnSingleCandidate(LockRegistry.class)
		@ConditionalOnMissingBean(InstanceLocks.class)
		LockRegistryInstanceLocks agentBayInstanceLocks(LockRegistry<?> registry, AgentBayProperties properties) {
			Ownership ownership = properties.ownership();
			return new LockRegistryInstanceLocks(registry, String.valueOf(ownership.lockDomain()),
					ownership.lockTimeout());
		}

	}

	@Order(2)
	@Configuration(proxyBeanMethods = false)
	static class FilesConfiguration {

		@Bean
		@ConditionalOnMissingBean(InstanceLocks.class)
		InstanceLocks agentBayInstanceLocks(AgentBayProperties properties) {
			return files(properties);
		}

	}

}
