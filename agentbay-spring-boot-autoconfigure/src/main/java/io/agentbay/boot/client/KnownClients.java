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

package io.agentbay.boot.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.agentbay.ReactiveAgentBay;

import org.springframework.aop.scope.ScopedObject;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The clients that an application has by now, those of named accounts included. Asking
 * for them makes none: a lazy one stays lazy until it is used.
 *
 * @since 0.1.0
 */
public class KnownClients implements Supplier<Map<String, ReactiveAgentBay>> {

	private final ConfigurableListableBeanFactory beanFactory;

	/**
	 * Look for clients among beans.
	 * @param beanFactory the beans
	 */
	public KnownClients(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the clients that there are by now.
	 * @return the clients by the names of their beans
	 */
	@Override
	public Map<String, ReactiveAgentBay> get() {
		Map<String, ReactiveAgentBay> clients = new LinkedHashMap<>();
		for (String name : this.beanFactory.getBeanNamesForType(ReactiveAgentBay.class, false, false)) {
			if (this.beanFactory.containsSingleton(name)
					&& this.beanFactory.getSingleton(name) instanceof ReactiveAgentBay client
					&& !(client instanceof ScopedObject)) {
				clients.put(name, client);
			}
		}
		return clients;
	}

}
