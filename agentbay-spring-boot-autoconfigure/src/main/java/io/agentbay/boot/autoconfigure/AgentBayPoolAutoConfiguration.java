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

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.autoconfigure.AgentBayProperties.Pool;
import io.agentbay.boot.session.PoolSettings;
import io.agentbay.boot.session.SessionPools;
import io.agentbay.boot.session.SessionReset;
import io.agentbay.boot.session.SessionSource;
import io.agentbay.session.CreateSessionParams;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
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
 */
@AutoConfiguration(after = AgentBayAutoConfiguration.class)
@ConditionalOnClass({ ReactiveAgentBay.class, PoolBuilder.class })
@ConditionalOnBooleanProperty("agentbay.pool.enabled")
@ConditionalOnSingleCandidate(ReactiveAgentBay.class)
@EnableConfigurationProperties(AgentBayProperties.class)
public final class AgentBayPoolAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(SessionSource.class)
	SessionPools agentBaySessionPools(ReactiveAgentBay client, AgentBayProperties properties,
			ObjectProvider<SessionReset> reset, ObjectProvider<ObservationRegistry> observationRegistry) {
		return new SessionPools(client, kinds(properties), settings(properties.pool(), reset.getIfUnique()),
				properties.cleanup().timeout(), observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP));
	}

	private static List<CreateSessionParams> kinds(AgentBayProperties properties) {
		List<String> images = properties.pool().images();
		return images.isEmpty() ? List.of(properties.session().toParams())
				: images.stream().distinct().map(properties.session()::toParams).toList();
	}

	private static PoolSettings settings(Pool pool, @Nullable SessionReset reset) {
		boolean reused = pool.reuse() == Pool.Reuse.RESET;
		if (reused && reset == null) {
			throw new InvalidConfigurationPropertyValueException("agentbay.pool.reuse", pool.reuse(),
					"One bean of type " + SessionReset.class.getName() + " is needed, which cleans up used sessions");
		}
		return new PoolSettings(pool.minIdle(), pool.maxSize(), pool.refillBatch(), pool.acquireTimeout(),
				pool.maxAge(), pool.minRemainingLife(), pool.checkAfter(), reused ? reset : null);
	}

}
