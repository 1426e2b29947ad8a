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

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.cleanup.RunningTasks;
import io.agentbay.boot.cleanup.SessionCleaner;
import io.agentbay.boot.cleanup.SessionCleanerPostProcessor;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the deletion of sessions when the
 * application stops.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass(ReactiveAgentBay.class)
@ConditionalOnBooleanProperty(name = "agentbay.cleanup.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AgentBayCleanupProperties.class)
public final class AgentBayCleanupAutoConfiguration {

	@Bean
	SessionCleaner agentBaySessionCleaner(AgentBayCleanupProperties properties,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		return new SessionCleaner(properties.timeout(), properties.parallelism(), properties.syncContexts(),
				observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP));
	}

	@Bean
	static RunningTasks agentBayRunningTasks(ConfigurableListableBeanFactory beanFactory) {
		return new RunningTasks(beanFactory);
	}

	@Bean
	static SessionCleanerPostProcessor agentBaySessionCleanerPostProcessor(ObjectProvider<SessionCleaner> cleaner,
			BeanFactory beanFactory) {
		return new SessionCleanerPostProcessor(cleaner, beanFactory);
	}

}
