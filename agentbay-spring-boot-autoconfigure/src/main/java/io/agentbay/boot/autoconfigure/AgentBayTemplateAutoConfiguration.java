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
