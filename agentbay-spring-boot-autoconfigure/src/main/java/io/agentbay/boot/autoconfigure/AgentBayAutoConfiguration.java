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

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.ownership.InstanceKeeper;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@link AutoConfiguration Auto-configuration} for the AgentBay client. Its blocking and
 * its reactive door lead to one client: whichever of the two an application defines
 * itself, the other one is derived from it.
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@Import(NamedClientsRegistrar.class)
@ConditionalOnClass(AgentBay.class)
@EnableConfigurationProperties(AgentBayProperties.class)
public final class AgentBayAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(AgentBayConnectionDetails.class)
	PropertiesAgentBayConnectionDetails agentBayConnectionDetails(AgentBayProperties properties) {
		return new PropertiesAgentBayConnectionDetails(properties.client());
	}

	/** Clients depend on the instance through it, so that its lock outlives them. */
	@Bean
	AgentBayClientFactory agentBayClientFactory(AgentBayConnectionDetails details, AgentBayProperties properties,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<AgentBayClientCustomizer> customizers, ObjectProvider<SslBundles> sslBundles,
			@Nullable InstanceKeeper instance) {
		return new AgentBayClientFactory(details, properties,
				observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP), customizers.orderedStream().toList(),
				sslBundles.getIfAvailable(), instance);
	}

	@Bean
	@ConditionalOnMissingBean({ ReactiveAgentBay.class, AgentBay.class })
	ReactiveAgentBay reactiveAgentBay(AgentBayClientFactory factory) {
		return factory.create();
	}

	// The bean that it is derived from owns the connections and closes them.
	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ReactiveAgentBay.class)
	AgentBay agentBay(ReactiveAgentBay reactiveAgentBay) {
		return new AgentBay(reactiveAgentBay);
	}

	@Bean(name = "reactiveAgentBay", destroyMethod = "")
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(AgentBay.class)
	ReactiveAgentBay derivedReactiveAgentBay(AgentBay agentBay) {
		return agentBay.reactive();
	}

}
