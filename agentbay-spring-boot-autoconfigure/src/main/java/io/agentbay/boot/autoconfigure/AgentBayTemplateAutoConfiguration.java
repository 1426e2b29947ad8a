package io.agentbay.boot.autoconfigure;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.session.AgentBayTemplate;
import io.agentbay.boot.session.ReactiveAgentBayTemplate;
import io.agentbay.boot.session.SessionSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the templates.
 */
@AutoConfiguration(after = { AgentBayAutoConfiguration.class, AgentBayPoolAutoConfiguration.class })
@ConditionalOnClass(ReactiveAgentBay.class)
@ConditionalOnSingleCandidate(ReactiveAgentBay.class)
@EnableConfigurationProperties(AgentBayProperties.class)
public final class AgentBayTemplateAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ReactiveAgentBayTemplate reactiveAgentBayTemplate(ReactiveAgentBay client, ObjectProvider<SessionSource> sessions,
			AgentBayProperties properties) {
		return new ReactiveAgentBayTemplate(sessions.getIfUnique(() -> SessionSource.newSessions(client)),
				properties.session().toParams());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ReactiveAgentBayTemplate.class)
	AgentBayTemplate agentBayTemplate(ReactiveAgentBayTemplate reactiveAgentBayTemplate) {
		return new AgentBayTemplate(reactiveAgentBayTemplate);
	}

}
