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

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} for the deletion of sessions when the
 * application stops.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(ReactiveAgentBay.class)
@ConditionalOnBooleanProperty(name = "agentbay.cleanup.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AgentBayCleanupProperties.class)
public final class AgentBayCleanupAutoConfiguration {

	private static final String CLEANER = "agentBaySessionCleaner";

	@Bean(CLEANER)
	SessionCleaner agentBaySessionCleaner(AgentBayCleanupProperties properties,
			ObjectProvider<ObservationRegistry> observationRegistry, RunningTasks tasks) {
		return new SessionCleaner(properties.timeout(), properties.parallelism(), properties.syncContexts(),
				observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP), tasks::any);
	}

	@Bean
	static RunningTasks agentBayRunningTasks(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		return new RunningTasks(beanFactory, environment, CLEANER);
	}

	@Bean
	static SessionCleanerPostProcessor agentBaySessionCleanerPostProcessor(ObjectProvider<SessionCleaner> cleaner,
			ConfigurableBeanFactory beanFactory) {
		return new SessionCleanerPostProcessor(cleaner, CLEANER, beanFactory);
	}

}
