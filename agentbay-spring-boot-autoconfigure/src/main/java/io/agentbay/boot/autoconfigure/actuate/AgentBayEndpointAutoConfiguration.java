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

package io.agentbay.boot.autoconfigure.actuate;

import java.util.stream.Stream;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.actuate.AgentBayEndpoint;
import io.agentbay.boot.actuate.AgentBayEndpoint.OwnershipDescriptor;
import io.agentbay.boot.actuate.RecentErrors;
import io.agentbay.boot.actuate.SessionUse;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayRecentErrorsProperties;
import io.agentbay.boot.autoconfigure.ConditionalOnAgentBayClient;
import io.agentbay.boot.client.KnownClients;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.ownership.Ownership;
import io.agentbay.boot.ownership.PeriodicReaper;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.ownership.LiveInstance;
import io.agentbay.ownership.SessionOwner;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link AgentBayEndpoint}. Observations
 * are set up after it, so that failures are noticed.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { AgentBayAutoConfiguration.class, AgentBayPoolAutoConfiguration.class },
		beforeName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass({ ReactiveAgentBay.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAgentBayClient
@ConditionalOnAvailableEndpoint(AgentBayEndpoint.class)
@EnableConfigurationProperties(AgentBayRecentErrorsProperties.class)
public final class AgentBayEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RecentErrors agentBayRecentErrors(AgentBayRecentErrorsProperties properties) {
		return new RecentErrors(properties.includeMessage());
	}

	@Bean
	@ConditionalOnMissingBean
	SessionUse agentBaySessionUse() {
		return new SessionUse();
	}

	@Bean
	@ConditionalOnMissingBean
	AgentBayEndpoint agentBayEndpoint(ConfigurableListableBeanFactory beanFactory, KnownClients clients,
			ObjectProvider<SessionPools> pools, RecentErrors recentErrors, SessionUse use,
			ObjectProvider<Ownership> ownership, ObjectProvider<PeriodicReaper> reaper,
			ObjectProvider<SanitizingFunction> sanitizingFunctions) {
		return new AgentBayEndpoint(clients, pools.getIfUnique(), recentErrors, use,
				() -> describe(ownership.getIfAvailable(), reaper.getIfAvailable()), () -> keyedSessions(beanFactory),
				sanitizingFunctions.orderedStream().toList());
	}

	/** Without making them: that would make a client, too. */
	private static @Nullable AgentBaySessions keyedSessions(ConfigurableListableBeanFactory beanFactory) {
		return Stream.of(beanFactory.getBeanNamesForType(AgentBaySessions.class, false, false))
			.filter(beanFactory::containsSingleton)
			.map((name) -> beanFactory.getBean(name, AgentBaySessions.class))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable OwnershipDescriptor describe(@Nullable Ownership ownership,
			@Nullable PeriodicReaper reaper) {
		LiveInstance instance = (ownership != null) ? ownership.instance() : null;
		if (ownership == null || instance == null) {
			return null;
		}
		SessionOwner owner = instance.owner();
		return new OwnershipDescriptor(owner.name(), owner.instance(), ownership.isLockHeld(),
				(reaper != null) ? reaper.state() : null);
	}

}
