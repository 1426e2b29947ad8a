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

package io.agentbay.boot.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayHealthProperties;
import io.agentbay.boot.autoconfigure.AgentBayKeyedSessionsAutoConfiguration;
import io.agentbay.boot.autoconfigure.ConditionalOnAgentBayClient;
import io.agentbay.boot.client.KnownClients;
import io.agentbay.boot.health.AgentBayHealthIndicator;
import io.agentbay.boot.health.SessionStoreHealthIndicator;
import io.agentbay.boot.keyed.InMemorySessionStore;
import io.agentbay.boot.keyed.SessionStore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link AgentBayHealthIndicator} and
 * {@link SessionStoreHealthIndicator}. The store of this instance alone is always well,
 * so it has none.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { AgentBayAutoConfiguration.class, AgentBayKeyedSessionsAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass({ ReactiveAgentBay.class, ConditionalOnEnabledHealthIndicator.class })
public final class AgentBayHealthContributorAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnAgentBayClient
	@ConditionalOnEnabledHealthIndicator("agentbay")
	@EnableConfigurationProperties(AgentBayHealthProperties.class)
	static class ClientsConfiguration {

		// The name of the bean is the name in the answer: neither "agentBay" nor the
		// client's.
		@Bean
		@ConditionalOnMissingBean(name = { "agentbayHealthIndicator", "agentbayHealthContributor" })
		ReactiveHealthContributor agentbayHealthContributor(KnownClients clients, AgentBayHealthProperties properties) {
			Map<String, AgentBayHealthIndicator> indicators = new LinkedHashMap<>();
			clients.names()
				.forEach((account) -> indicators.put(account, new AgentBayHealthIndicator(() -> clients.find(account),
						properties.timeout(), properties.slowAfter(), properties.cacheFor())));
			return (indicators.size() == 1) ? indicators.values().iterator().next()
					: CompositeReactiveHealthContributor.fromMap(indicators);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnSingleCandidate(SessionStore.class)
	@ConditionalOnMissingBean(InMemorySessionStore.class)
	@ConditionalOnEnabledHealthIndicator("agentbay-keyed-sessions")
	@EnableConfigurationProperties(AgentBayHealthProperties.class)
	static class StoreConfiguration {

		@Bean
		@ConditionalOnMissingBean(
				name = { "agentbayKeyedSessionsHealthIndicator", "agentbayKeyedSessionsHealthContributor" })
		HealthContributor agentbayKeyedSessionsHealthContributor(SessionStore store,
				AgentBayHealthProperties properties) {
			return new SessionStoreHealthIndicator(store, properties.timeout());
		}

	}

}
