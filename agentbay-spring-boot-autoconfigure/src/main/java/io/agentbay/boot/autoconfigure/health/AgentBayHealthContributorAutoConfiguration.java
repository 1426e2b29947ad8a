package io.agentbay.boot.autoconfigure.health;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayProperties;
import io.agentbay.boot.health.AgentBayHealthIndicator;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeReactiveHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link AgentBayHealthIndicator}.
 */
@AutoConfiguration(after = AgentBayAutoConfiguration.class)
@ConditionalOnClass({ ReactiveAgentBay.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(ReactiveAgentBay.class)
@ConditionalOnEnabledHealthIndicator("agentbay")
public final class AgentBayHealthContributorAutoConfiguration
		extends CompositeReactiveHealthContributorConfiguration<AgentBayHealthIndicator, ReactiveAgentBay> {

	AgentBayHealthContributorAutoConfiguration(AgentBayProperties properties) {
		super((client) -> new AgentBayHealthIndicator(client, properties.health().timeout(),
				properties.health().slowAfter(), properties.health().cacheFor()));
	}

	// The name of the bean is the name in the answer: neither "agentBay" nor the
	// client's.
	@Bean
	@ConditionalOnMissingBean(name = { "agentbayHealthIndicator", "agentbayHealthContributor" })
	ReactiveHealthContributor agentbayHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, ReactiveAgentBay.class);
	}

}
