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

import io.agentbay.AgentBayBuilder;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.actuate.AgentBayInfoContributor;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.client.KnownClients;
import io.agentbay.boot.pool.SessionPools;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link AgentBayInfoContributor}. What
 * it tells is no secret, so it is there unless switched off.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { AgentBayAutoConfiguration.class, AgentBayPoolAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass({ ReactiveAgentBay.class, ConditionalOnEnabledInfoContributor.class })
@ConditionalOnBean({ AgentBayConnectionDetails.class, KnownClients.class })
@ConditionalOnEnabledInfoContributor(value = "agentbay")
public final class AgentBayInfoContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AgentBayInfoContributor agentBayInfoContributor(AgentBayConnectionDetails details, KnownClients clients,
			ObjectProvider<SessionPools> pools, Environment environment) {
		return new AgentBayInfoContributor(endpoint(details, environment), details.getRegionId(),
				pools.getIfUnique() != null, clients.names());
	}

	/** Where no key is given here, a .env file may tell another address. */
	private static @Nullable String endpoint(AgentBayConnectionDetails details, Environment environment) {
		String endpoint = details.getEndpoint();
		if (endpoint != null) {
			return endpoint;
		}
		String variable = environment.getProperty("AGENTBAY_ENDPOINT");
		if (StringUtils.hasText(variable)) {
			return variable;
		}
		return (details.getApiKey() != null) ? AgentBayBuilder.DEFAULT_ENDPOINT : null;
	}

}
