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

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The clients of an application by the names of their accounts: {@code default}, and
 * those of {@code agentbay.clients}. Further clients that an application defines itself
 * go by the names of their beans. Asking for clients makes none: a lazy one stays lazy
 * until it is used.
 *
 * @since 0.1.0
 */
public class KnownClients implements Supplier<Map<String, ReactiveAgentBay>> {

	/** The name of the account that has none. */
	public static final String DEFAULT = "default";

	private static final String REACTIVE = "Reactive";

	private static final List<String> DEFAULT_BEANS = List.of("reactiveAgentBay", "agentBay");

	private final ConfigurableListableBeanFactory beanFactory;

	private final Set<String> accounts;

	/**
	 * Look for clients among beans.
	 * @param beanFactory the beans
	 * @param accounts the names of the accounts that have one
	 */
	public KnownClients(ConfigurableListableBeanFactory beanFactory, Collection<String> accounts) {
		this.beanFactory = beanFactory;
		this.accounts = Set.copyOf(accounts);
	}

	/**
	 * Return the accounts that there are clients of, whether these have been made or not.
	 * @return the names of the accounts
	 */
	public Set<String> names() {
		return Collections.unmodifiableSet(beans().keySet());
	}

	/**
	 * Return the clients that there are by now.
	 * @return the clients by the names of their accounts
	 */
	@Override
	public Map<String, ReactiveAgentBay> get() {
		Set<ReactiveAgentBay> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Map<String, ReactiveAgentBay> clients = new LinkedHashMap<>();
		beans().forEach((account, beans) -> {
			ReactiveAgentBay client = first(beans);
			if (client != null && seen.add(client)) {
				clients.put(account, client);
			}
		});
		return clients;
	}

	/**
	 * Return the client of an account if there is one by now.
	 * @param account the name of the account
	 * @return the client, {@code null} if it has not been made
	 */
	public @Nullable ReactiveAgentBay find(String account) {
		return first(beans().getOrDefault(account, Set.of()));
	}

	private @Nullable ReactiveAgentBay first(Collection<String> beans) {
		for (String name : beans) {
			Object bean = this.beanFactory.containsSingleton(name) ? this.beanFactory.getSingleton(name) : null;
			ReactiveAgentBay client = clientOf(bean);
			if (client != null) {
				return client;
			}
		}
		return null;
	}

	/**
	 * Return the client that a bean is, or is a face of.
	 * @param bean the bean
	 * @return the client, {@code null} if it is none, or one that may not be asked at any
	 * time because it has a scope or is a mock
	 */
	public static @Nullable ReactiveAgentBay clientOf(@Nullable Object bean) {
		if (bean instanceof ScopedObject) {
			return null;
		}
		ReactiveAgentBay client = null;
		if (bean instanceof AgentBay blocking) {
			client = blocking.reactive();
		}
		else if (bean instanceof ReactiveAgentBay reactive) {
			client = reactive;
		}
		return (client == null || ClientFaces.isDerived(client)) ? null : client;
	}

	/** The beans of each account. */
	private Map<String, Set<String>> beans() {
		Map<String, Set<String>> beans = new LinkedHashMap<>();
		List.of(ReactiveAgentBay.class, AgentBay.class)
			.forEach((type) -> List.of(this.beanFactory.getBeanNamesForType(type, false, false))
				.stream()
				.filter((name) -> !ScopedProxyUtils.isScopedTarget(name))
				.forEach((name) -> beans.computeIfAbsent(account(name), (same) -> new LinkedHashSet<>()).add(name)));
		joinDerived(beans);
		return beans;
	}

	private String account(String bean) {
		if (DEFAULT_BEANS.contains(bean)) {
			return DEFAULT;
		}
		String account = bean.endsWith(REACTIVE) ? bean.substring(0, bean.length() - REACTIVE.length()) : bean;
		return this.accounts.contains(account) ? account : bean;
	}

	/**
	 * Where an application defines one face of the default client itself, under a name of
	 * its own, the other one has been derived from it.
	 */
	private void joinDerived(Map<String, Set<String>> beans) {
		Set<String> defaults = beans.getOrDefault(DEFAULT, Set.of());
		List<String> own = beans.keySet()
			.stream()
			.filter((name) -> !DEFAULT.equals(name) && !this.accounts.contains(name))
			.toList();
		if (own.isEmpty() || defaults.size() == DEFAULT_BEANS.size()) {
			return;
		}
		beans.remove(DEFAULT);
		if (own.size() == 1) {
			beans.put(DEFAULT, beans.getOrDefault(own.get(0), Set.of()));
			beans.remove(own.get(0));
		}
	}

}
