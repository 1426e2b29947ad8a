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

import java.util.List;
import java.util.Objects;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.client.ClientFaces;
import io.agentbay.boot.pool.PoolSettings;
import io.agentbay.boot.pool.ReactiveSessionSource;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.boot.pool.SessionReset;
import io.agentbay.session.CreateSessionOptions;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.pool.PoolBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the pools of warm sessions.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AgentBayAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "agentbay.enabled", matchIfMissing = true)
@ConditionalOnClass({ ReactiveAgentBay.class, PoolBuilder.class })
@ConditionalOnBooleanProperty("agentbay.pool.enabled")
@ConditionalOnSingleCandidate(ReactiveAgentBay.class)
@EnableConfigurationProperties({ AgentBayProperties.class, AgentBayPoolProperties.class,
		AgentBayCleanupProperties.class })
public final class AgentBayPoolAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(AgentBayPoolAutoConfiguration.class);

	@Bean
	@ConditionalOnMissingBean(ReactiveSessionSource.class)
	SessionPools agentBaySessionPools(ReactiveAgentBay client, AgentBayProperties properties,
			AgentBayPoolProperties pool, AgentBayCleanupProperties cleanup, ObjectProvider<SessionReset> reset,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		CreateSessionOptions defaultKind = SessionOptionsMapper.options(properties.session());
		// There is nothing to keep warm behind a mock, or behind a client with a scope.
		List<CreateSessionOptions> kinds = ClientFaces.isDerived(client) ? List.of()
				: kinds(pool, properties.session(), defaultKind);
		if (!kinds.isEmpty() && !kinds.contains(defaultKind)) {
			logger.warn(
					"Sessions that are asked for without options are of no pool, and have no limit: 'agentbay.session.image-id' is {}, 'agentbay.pool.images' are {}. Set 'agentbay.session.image-id' to one of these",
					Objects.requireNonNullElse(defaultKind.imageId(), "not set"), pool.images());
		}
		return new SessionPools(client, kinds, defaultKind, settings(pool, reset.getIfUnique()), cleanup.timeout(),
				observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP));
	}

	private static List<CreateSessionOptions> kinds(AgentBayPoolProperties pool, AgentBayProperties.Session session,
			CreateSessionOptions defaultKind) {
		return pool.images().isEmpty() ? List.of(defaultKind)
				: pool.images()
					.stream()
					.distinct()
					.map((image) -> SessionOptionsMapper.options(session, image))
					.toList();
	}

	private static PoolSettings settings(AgentBayPoolProperties pool, @Nullable SessionReset reset) {
		boolean reused = pool.reuse() == AgentBayPoolProperties.Reuse.RESET;
		if (reused && reset == null) {
			throw new InvalidConfigurationPropertyValueException("agentbay.pool.reuse", pool.reuse(),
					"One bean of type " + SessionReset.class.getName() + " is needed, which cleans up used sessions");
		}
		return new PoolSettings(pool.minIdle(), pool.maxSize(), pool.refillBatch(), pool.acquireTimeout(),
				pool.maxAge(), pool.minRemainingLife(), pool.checkAfter(), reused ? reset : null);
	}

}
