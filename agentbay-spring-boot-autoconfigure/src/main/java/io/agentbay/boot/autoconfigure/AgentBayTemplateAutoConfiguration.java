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
import io.agentbay.boot.client.ClientFaces;
import io.agentbay.boot.pool.ReactiveSessionSource;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.boot.template.ReactiveAgentBayOperations;
import io.agentbay.boot.template.ReactiveAgentBayTemplate;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;

/**
 * {@link AutoConfiguration Auto-configuration} for the templates, and for the source of
 * their sessions, unless a pool is one.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { AgentBayAutoConfiguration.class, AgentBayPoolAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass(ReactiveAgentBay.class)
@ConditionalOnSingleCandidate(ReactiveAgentBay.class)
public final class AgentBayTemplateAutoConfiguration {

	@Bean
	@Lazy
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	ReactiveSessionSource reactiveAgentBaySessionSource(ReactiveAgentBay client) {
		return ReactiveSessionSource.newSessions(client);
	}

	@Bean
	@Lazy
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(ReactiveSessionSource.class)
	SessionSource agentBaySessionSource(ReactiveSessionSource reactiveSessionSource, ObjectProvider<AgentBay> clients) {
		AgentBay client = clients.getIfUnique();
		return (client != null && ClientFaces.standsAlone(client)) ? SessionSource.newSessions(client)
				: SessionSource.of(reactiveSessionSource);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean(ReactiveAgentBayOperations.class)
	@ConditionalOnSingleCandidate(ReactiveSessionSource.class)
	ReactiveAgentBayTemplate reactiveAgentBayTemplate(ReactiveSessionSource reactiveSessionSource) {
		return new ReactiveAgentBayTemplate(reactiveSessionSource);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean(AgentBayOperations.class)
	@ConditionalOnSingleCandidate(SessionSource.class)
	AgentBayTemplate agentBayTemplate(SessionSource sessionSource) {
		return new AgentBayTemplate(sessionSource);
	}

}
