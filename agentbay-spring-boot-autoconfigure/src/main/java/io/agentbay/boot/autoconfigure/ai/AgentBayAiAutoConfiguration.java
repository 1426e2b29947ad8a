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

package io.agentbay.boot.autoconfigure.ai;

import io.agentbay.AgentBay;
import io.agentbay.ai.ToolCallbackDecorator;
import io.agentbay.ai.artifact.ArtifactStore;
import io.agentbay.ai.artifact.Artifacts;
import io.agentbay.ai.artifact.InMemoryArtifactStore;
import io.agentbay.ai.artifact.ResourceArtifactStore;
import io.agentbay.ai.scope.ScopedSessions;
import io.agentbay.ai.scope.SessionCustomizer;
import io.agentbay.ai.scope.SessionKeyResolver;
import io.agentbay.ai.tool.AgentBayToolCallbackProvider;
import io.agentbay.boot.ai.AgentBayToolsCustomizer;
import io.agentbay.boot.ai.KeyedScopedSessions;
import io.agentbay.boot.autoconfigure.AgentBayKeyedSessionsAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayProperties;
import io.agentbay.boot.keyed.AgentBaySessions;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ProxyType;
import org.springframework.context.annotation.Proxyable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.StringUtils;

/**
 * {@link AutoConfiguration Auto-configuration} of the tools for Spring AI. No client and
 * no session is made until a tool is called.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AgentBayKeyedSessionsAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "agentbay.enabled", "agentbay.ai.enabled" }, matchIfMissing = true)
@ConditionalOnClass({ AgentBay.class, AgentBayToolCallbackProvider.class, ToolCallback.class })
@EnableConfigurationProperties({ AgentBayAiProperties.class, AgentBayProperties.class })
public final class AgentBayAiAutoConfiguration {

	@Bean
	@Proxyable(ProxyType.INTERFACES)
	@ConditionalOnMissingBean
	SessionKeyResolver agentBaySessionKeyResolver(AgentBayAiProperties properties) {
		return SessionKeyResolver.of(properties.scope());
	}

	@Bean
	@ConditionalOnMissingBean(ScopedSessions.class)
	@ConditionalOnSingleCandidate(AgentBaySessions.class)
	KeyedScopedSessions agentBayScopedSessions(ObjectProvider<AgentBaySessions> sessions,
			ObjectProvider<AgentBay> client, ObjectProvider<SessionCustomizer> customizers) {
		return new KeyedScopedSessions(sessions::getObject, () -> client.getObject().defaultOptions(),
				customizers.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ScopedSessions.class)
	AgentBayToolCallbackProvider agentBayTools(ScopedSessions sessions, SessionKeyResolver keys,
			AgentBayAiProperties properties, AgentBayProperties client, ObjectProvider<Artifacts> artifacts,
			ObjectProvider<ToolCallbackDecorator> decorators, ObjectProvider<AgentBayToolsCustomizer> customizers) {
		AgentBayToolCallbackProvider.Builder builder = AgentBayToolCallbackProvider.builder(sessions)
			.keys(keys)
			.imageId(client.session().imageId())
			.limits(properties.limits().toLimits())
			.artifacts(artifacts.getIfUnique())
			.include(properties.tools().include().toArray(String[]::new))
			.exclude(properties.tools().exclude().toArray(String[]::new))
			.decorators(decorators.orderedStream().toList());
		ToolNames.forEach("agentbay.ai.tools.names", properties.tools().names(), builder::name);
		ToolNames.forEach("agentbay.ai.tools.descriptions", properties.tools().descriptions(), builder::description);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "agentbay.ai.artifacts.enabled", matchIfMissing = true)
	static class ArtifactConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ArtifactStore agentBayArtifactStore(AgentBayAiProperties properties, ResourceLoader loader) {
			String location = properties.artifacts().location();
			return StringUtils.hasText(location) ? ResourceArtifactStore.at(loader, location)
					: new InMemoryArtifactStore(properties.artifacts().capacity().toBytes());
		}

		@Bean
		@ConditionalOnMissingBean
		Artifacts agentBayArtifacts(ArtifactStore store, AgentBayAiProperties properties) {
			return new Artifacts(store, properties.artifacts().link(), properties.artifacts().maxSize().toBytes());
		}

	}

}
