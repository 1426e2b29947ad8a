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
import java.util.Map;
import java.util.Set;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the clients of {@code agentbay.clients.<name>}: an {@link AgentBay} that is
 * qualified by the name, and a {@link ReactiveAgentBay} that is qualified by the name
 * with {@code Reactive} behind it. Whoever injects a client without a qualifier gets the
 * one that has no name. As plain bean definitions, which ahead-of-time processing
 * understands.
 */
final class NamedClientsRegistrar implements ImportBeanDefinitionRegistrar {

	private static final String PREFIX = "agentbay.clients";

	private static final String FACTORY = "agentBayClientFactory";

	private final Environment environment;

	NamedClientsRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		names(this.environment).forEach((name) -> register(registry, name));
	}

	static Set<String> names(Environment environment) {
		return Binder.get(environment)
			.bind(PREFIX, Bindable.mapOf(String.class, AgentBayProperties.Client.class))
			.orElseGet(Map::of)
			.keySet();
	}

	private static void register(BeanDefinitionRegistry registry, String name) {
		String reactive = name + "Reactive";
		AbstractBeanDefinition client = BeanDefinitionBuilder.rootBeanDefinition(ReactiveAgentBay.class)
			.setFactoryMethodOnBean("createNamed", FACTORY)
			.addConstructorArgValue(name)
			.setDestroyMethodName("close")
			.setLazyInit(true)
			.getBeanDefinition();
		AbstractBeanDefinition blocking = BeanDefinitionBuilder.rootBeanDefinition(AgentBay.class)
			.setFactoryMethodOnBean("blocking", reactive)
			.setDestroyMethodName(AgentBayAutoConfiguration.NOTHING)
			.setLazyInit(true)
			.getBeanDefinition();
		List.of(client, blocking)
			.forEach((definition) -> definition.setAttribute(AutoProxyUtils.EXPOSED_INTERFACES_ATTRIBUTE,
					AutoProxyUtils.ALL_INTERFACES_ATTRIBUTE_VALUE));
		client.setDefaultCandidate(false);
		blocking.setDefaultCandidate(false);
		registry.registerBeanDefinition(reactive, client);
		registry.registerBeanDefinition(name, blocking);
	}

}
