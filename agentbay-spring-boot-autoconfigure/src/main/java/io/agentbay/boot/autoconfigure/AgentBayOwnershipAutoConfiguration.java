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

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.client.KnownClients;
import io.agentbay.boot.ownership.LockRegistryInstanceLocks;
import io.agentbay.boot.ownership.Ownership;
import io.agentbay.boot.ownership.PeriodicReaper;
import io.agentbay.ownership.FileInstanceLocks;
import io.agentbay.ownership.InstanceLocks;

import org.springframework.boot.autoconfigure.AutoConfiguration;
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
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AgentBayAutoConfiguration.class,
		afterName = "io.agentbay.boot.autoconfigure.local.AgentBayLocalAutoConfiguration")
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass(ReactiveAgentBay.class)
@Conditional(OnOwnershipCondition.class)
@ConditionalOnMissingBean(type = "io.agentbay.local.LocalAgentBay")
@EnableConfigurationProperties(AgentBayOwnershipProperties.class)
public final class AgentBayOwnershipAutoConfiguration {

	static final String APPLICATION_NAME = "spring.application.name";

	private static final int LONGEST_NAME = 64;

	private static final int RENEWALS = 3;

	@Bean
	@ConditionalOnMissingBean
	Ownership agentBayOwnership(AgentBayOwnershipProperties properties, InstanceLocks locks, Environment environment) {
		return new Ownership(owner(properties, environment), locks, properties.lockTimeout().dividedBy(RENEWALS));
	}

	/** Looks into all accounts. */
	@Bean
	@ConditionalOnAgentBayClient
	@ConditionalOnBooleanProperty(name = "agentbay.ownership.reaper.enabled", matchIfMissing = true)
	PeriodicReaper agentBayPeriodicReaper(AgentBayOwnershipProperties properties, Ownership ownership,
			KnownClients clients) {
		return new PeriodicReaper(ownership, clients, properties.reaper().period());
	}

	private static String owner(AgentBayOwnershipProperties properties, Environment environment) {
		String owner = properties.owner();
		if (StringUtils.hasText(owner)) {
			return owner;
		}
		String name = environment.getProperty(APPLICATION_NAME, "").strip();
		if (name.isEmpty()) {
			throw new InvalidConfigurationPropertyValueException("agentbay.ownership.owner", owner,
					"A name is needed: set it or '" + APPLICATION_NAME + "'");
		}
		String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-");
		return safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
	}

	private static InstanceLocks files(AgentBayOwnershipProperties properties) {
		if (properties.lockDomain() != null) {
			throw new InvalidConfigurationPropertyValueException("agentbay.ownership.lock-domain",
					properties.lockDomain(), "One bean of a type LockRegistry of Spring Integration is needed");
		}
		Path directory = properties.lockDirectory();
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
		LockRegistryInstanceLocks agentBayInstanceLocks(LockRegistry<?> registry,
				AgentBayOwnershipProperties properties) {
			return new LockRegistryInstanceLocks(registry, String.valueOf(properties.lockDomain()),
					properties.lockTimeout());
		}

	}

	@Order(2)
	@Configuration(proxyBeanMethods = false)
	static class FilesConfiguration {

		@Bean
		@ConditionalOnMissingBean(InstanceLocks.class)
		InstanceLocks agentBayInstanceLocks(AgentBayOwnershipProperties properties) {
			return files(properties);
		}

	}

}
