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

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayHealthProperties;
import io.agentbay.boot.autoconfigure.ConditionalOnAgentBayClient;
import io.agentbay.boot.health.AgentBayHealthIndicator;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeReactiveHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link AgentBayHealthIndicator}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AgentBayAutoConfiguration.class)
@ConditionalOnClass({ ReactiveAgentBay.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnAgentBayClient
@ConditionalOnEnabledHealthIndicator("agentbay")
@EnableConfigurationProperties(AgentBayHealthProperties.class)
public final class AgentBayHealthContributorAutoConfiguration
		extends CompositeReactiveHealthContributorConfiguration<AgentBayHealthIndicator, ReactiveAgentBay> {

	AgentBayHealthContributorAutoConfiguration(AgentBayHealthProperties properties) {
		super((client) -> new AgentBayHealthIndicator(client, properties.timeout(), properties.slowAfter(),
				properties.cacheFor()));
	}

	// The name of the bean is the name in the answer: neither "agentBay" nor the
	// client's.
	@Bean
	@ConditionalOnMissingBean(name = { "agentbayHealthIndicator", "agentbayHealthContributor" })
	ReactiveHealthContributor agentbayHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, ReactiveAgentBay.class);
	}

}
