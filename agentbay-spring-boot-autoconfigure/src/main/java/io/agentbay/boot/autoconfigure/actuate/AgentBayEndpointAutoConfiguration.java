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

package io.agentbay.boot.autoconfigure.actuate;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.actuate.AgentBayEndpoint;
import io.agentbay.boot.actuate.AgentBayEndpoint.OwnershipDescriptor;
import io.agentbay.boot.actuate.RecentErrors;
import io.agentbay.boot.actuate.SessionUse;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.ownership.InstanceKeeper;
import io.agentbay.boot.ownership.PeriodicReaper;
import io.agentbay.boot.session.SessionPools;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link AgentBayEndpoint}. Observations
 * are set up after it, so that failures are noticed.
 */
@AutoConfiguration(after = { AgentBayAutoConfiguration.class, AgentBayPoolAutoConfiguration.class },
		beforeName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass({ ReactiveAgentBay.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(ReactiveAgentBay.class)
@ConditionalOnAvailableEndpoint(AgentBayEndpoint.class)
public final class AgentBayEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RecentErrors agentBayRecentErrors() {
		return new RecentErrors();
	}

	@Bean
	@ConditionalOnMissingBean
	SessionUse agentBaySessionUse() {
		return new SessionUse();
	}

	@Bean
	@ConditionalOnMissingBean
	AgentBayEndpoint agentBayEndpoint(ListableBeanFactory beanFactory, ObjectProvider<SessionPools> pools,
			RecentErrors recentErrors, SessionUse use, ObjectProvider<InstanceKeeper> instance,
			ObjectProvider<PeriodicReaper> reaper, ObjectProvider<AgentBaySessions> keyedSessions,
			ObjectProvider<SanitizingFunction> sanitizingFunctions) {
		return new AgentBayEndpoint(beanFactory.getBeansOfType(ReactiveAgentBay.class), pools.getIfUnique(),
				recentErrors, use, () -> describe(instance.getIfAvailable(), reaper.getIfAvailable()),
				keyedSessions.getIfUnique(), sanitizingFunctions.orderedStream().toList());
	}

	private static @Nullable OwnershipDescriptor describe(@Nullable InstanceKeeper instance,
			@Nullable PeriodicReaper reaper) {
		return (instance == null) ? null : new OwnershipDescriptor(instance.owner().name(), instance.owner().instance(),
				instance.isLockHeld(), (reaper != null) ? reaper.state() : null);
	}

}
