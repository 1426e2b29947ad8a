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

package io.agentbay.boot.autoconfigure.local;

import io.agentbay.AgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import io.agentbay.boot.autoconfigure.AgentBayLocalProperties;
import io.agentbay.local.LocalAgentBay;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * {@link AutoConfiguration Auto-configuration} for the local runtime. The client's
 * connection details depend on it, so that it outlives the client.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = AgentBayAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass(AgentBay.class)
@Conditional(OnLocalRuntimeCondition.class)
@ConditionalOnMissingBean(AgentBayConnectionDetails.class)
@EnableConfigurationProperties(AgentBayLocalProperties.class)
public final class AgentBayLocalAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LocalAgentBay.class)
	static class PresentConfiguration {

		@Bean
		LocalAgentBayConnectionDetails localAgentBayConnectionDetails(LocalAgentBay runtime) {
			return new LocalAgentBayConnectionDetails(runtime);
		}

		@Bean
		@ConditionalOnMissingBean(LocalAgentBay.class)
		LocalAgentBayFactoryBean localAgentBay(AgentBayLocalProperties properties) {
			return new LocalAgentBayFactoryBean(properties);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("io.agentbay.local.LocalAgentBay")
	static class AbsentConfiguration {

		@Bean
		AgentBayConnectionDetails localAgentBayConnectionDetails() {
			throw new LocalRuntimeNotFoundException();
		}

	}

}
