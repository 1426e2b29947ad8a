package io.agentbay.boot.autoconfigure.actuate;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.actuate.AgentBayInfoContributor;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.session.SessionPools;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link AgentBayInfoContributor}. What
 * it tells is no secret, so it is there unless switched off.
 */
@AutoConfiguration(after = { AgentBayAutoConfiguration.class, AgentBayPoolAutoConfiguration.class })
@ConditionalOnClass({ ReactiveAgentBay.class, ConditionalOnEnabledInfoContributor.class })
@ConditionalOnBean(AgentBayConnectionDetails.class)
@ConditionalOnEnabledInfoContributor(value = "agentbay")
public final class AgentBayInfoContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AgentBayInfoContributor agentBayInfoContributor(AgentBayConnectionDetails details,
			ObjectProvider<SessionPools> pools) {
		return new AgentBayInfoContributor(details.getEndpoint(), details.getRegionId(), pools.getIfUnique() != null);
	}

}
