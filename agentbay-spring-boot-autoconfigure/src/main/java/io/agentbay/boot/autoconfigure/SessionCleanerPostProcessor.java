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
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;

/**
 * Brings each client to the {@link SessionCleaner} as soon as there is one, so that an
 * application which fails half-way through its start is cleaned up too, and a lazy client
 * stays lazy. The cleaner is destroyed before the client.
 */
final class SessionCleanerPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<SessionCleaner> cleaner;

	private final ConfigurableBeanFactory beanFactory;

	SessionCleanerPostProcessor(ObjectProvider<SessionCleaner> cleaner, ConfigurableBeanFactory beanFactory) {
		this.cleaner = cleaner;
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		ReactiveAgentBay client = clientOf(bean);
		if (client != null) {
			this.cleaner.getObject().add(client);
			this.beanFactory.registerDependentBean(beanName, AgentBayCleanupAutoConfiguration.CLEANER);
		}
		return bean;
	}

	private static @Nullable ReactiveAgentBay clientOf(Object bean) {
		if (bean instanceof AgentBay blocking) {
			return blocking.reactive();
		}
		return (bean instanceof ReactiveAgentBay reactive) ? reactive : null;
	}

}
