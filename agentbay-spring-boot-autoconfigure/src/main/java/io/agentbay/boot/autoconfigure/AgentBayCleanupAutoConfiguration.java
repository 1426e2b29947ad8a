package io.agentbay.boot.autoconfigure;

import io.agentbay.ReactiveAgentBay;
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
 */
@AutoConfiguration
@ConditionalOnClass(ReactiveAgentBay.class)
@ConditionalOnBooleanProperty(name = "agentbay.cleanup.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AgentBayProperties.class)
public final class AgentBayCleanupAutoConfiguration {

	static final String CLEANER = "agentBaySessionCleaner";

	@Bean(CLEANER)
	SessionCleaner agentBaySessionCleaner(AgentBayProperties properties,
			ObjectProvider<ObservationRegistry> observationRegistry, RunningTasks tasks) {
		AgentBayProperties.Cleanup cleanup = properties.cleanup();
		return new SessionCleaner(cleanup.timeout(), cleanup.parallelism(), cleanup.syncContexts(),
				observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP), tasks::any);
	}

	@Bean
	static RunningTasks agentBayRunningTasks(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		return new RunningTasks(beanFactory, environment);
	}

	@Bean
	static SessionCleanerPostProcessor agentBaySessionCleanerPostProcessor(ObjectProvider<SessionCleaner> cleaner,
			ConfigurableBeanFactory beanFactory) {
		return new SessionCleanerPostProcessor(cleaner, beanFactory);
	}

}
