package io.agentbay.boot.autoconfigure;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.session.AgentBayTemplate;
import io.agentbay.boot.session.ReactiveAgentBayTemplate;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the templates.
 */
@AutoConfiguration(after = AgentBayAutoConfiguration.class)
@ConditionalOnClass(ReactiveAgentBay.class)
@ConditionalOnSingleCandidate(ReactiveAgentBay.class)
public final class AgentBayTemplateAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ReactiveAgentBayTemplate reactiveAgentBayTemplate(ReactiveAgentBay client) {
		return new ReactiveAgentBayTemplate(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ReactiveAgentBayTemplate.class)
	AgentBayTemplate agentBayTemplate(ReactiveAgentBayTemplate reactiveAgentBayTemplate) {
		return new AgentBayTemplate(reactiveAgentBayTemplate);
	}

}
