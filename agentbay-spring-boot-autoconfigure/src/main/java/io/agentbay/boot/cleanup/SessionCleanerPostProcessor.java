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

import java.util.Map;
import java.util.WeakHashMap;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.client.KnownClients;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;

/**
 * Deletes the sessions that a client has left when its bean is about to be destroyed:
 * after all beans that it was injected into, which may use their sessions until their own
 * end, and before its connections are closed. A lazy client stays lazy, a client with a
 * scope is cleaned up at the end of its scope, and so is one of an application that fails
 * half-way through its start.
 *
 * @since 0.1.0
 */
public class SessionCleanerPostProcessor implements DestructionAwareBeanPostProcessor {

	private final ObjectProvider<SessionCleaner> cleaners;

	private final BeanFactory beanFactory;

	private volatile @Nullable SessionCleaner cleaner;

	/** The bean that was there first of each client; the others are faces of it. */
	private final Map<ReactiveAgentBay, String> owners = new WeakHashMap<>();

	/**
	 * Create a post-processor.
	 * @param cleaners has the cleaner, which is made when there is a client
	 * @param beanFactory tells a client that has a scope from others
	 */
	public SessionCleanerPostProcessor(ObjectProvider<SessionCleaner> cleaners, BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.cleaners = cleaners;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		ReactiveAgentBay client = clientOf(bean);
		if (client != null) {
			SessionCleaner cleaner = this.cleaners.getObject();
			this.cleaner = cleaner;
			if (!this.beanFactory.isSingleton(beanName)) {
				cleaner.add(client);
			}
			synchronized (this.owners) {
				this.owners.putIfAbsent(client, beanName);
			}
		}
		return bean;
	}

	@Override
	public boolean requiresDestruction(Object bean) {
		return bean instanceof AgentBay || bean instanceof ReactiveAgentBay;
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String beanName) {
		ReactiveAgentBay client = clientOf(bean);
		SessionCleaner cleaner = this.cleaner;
		if (client != null && cleaner != null && isOwner(client, beanName)) {
			cleaner.clean(client, this.beanFactory.isSingleton(beanName));
		}
	}

	/** Without the proxies of aspects: beans are destroyed without them. */
	private static @Nullable ReactiveAgentBay clientOf(Object bean) {
		ReactiveAgentBay client = KnownClients.clientOf(bean);
		Object target = (client != null) ? AopProxyUtils.getSingletonTarget(client) : null;
		while (target instanceof ReactiveAgentBay next) {
			client = next;
			target = AopProxyUtils.getSingletonTarget(next);
		}
		return client;
	}

	private boolean isOwner(ReactiveAgentBay client, String beanName) {
		synchronized (this.owners) {
			return beanName.equals(this.owners.get(client));
		}
	}

}
