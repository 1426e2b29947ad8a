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

package io.agentbay.boot.cleanup;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.scope.ScopedObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;

/**
 * Brings each client to the {@link SessionCleaner} as soon as there is one, so that an
 * application which fails half-way through its start is cleaned up too, and a lazy client
 * stays lazy. The cleaner is destroyed before the client.
 *
 * @since 0.1.0
 */
public class SessionCleanerPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<SessionCleaner> cleaner;

	private final String cleanerName;

	private final ConfigurableBeanFactory beanFactory;

	/**
	 * Create a post-processor.
	 * @param cleaner the cleaner, which is made when there is a client
	 * @param cleanerName the name of its bean
	 * @param beanFactory destroys the cleaner before the clients
	 */
	public SessionCleanerPostProcessor(ObjectProvider<SessionCleaner> cleaner, String cleanerName,
			ConfigurableBeanFactory beanFactory) {
		this.cleanerName = cleanerName;
		this.cleaner = cleaner;
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		ReactiveAgentBay client = clientOf(bean);
		if (client != null) {
			this.cleaner.getObject().add(client);
			this.beanFactory.registerDependentBean(beanName, this.cleanerName);
		}
		return bean;
	}

	/**
	 * Of a scoped client, the target comes along by itself: asking its proxy would make
	 * one.
	 */
	private static @Nullable ReactiveAgentBay clientOf(Object bean) {
		if (bean instanceof ScopedObject) {
			return null;
		}
		if (bean instanceof AgentBay blocking) {
			return blocking.reactive();
		}
		return (bean instanceof ReactiveAgentBay reactive) ? reactive : null;
	}

}
