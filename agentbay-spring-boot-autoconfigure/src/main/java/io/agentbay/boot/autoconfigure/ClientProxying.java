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

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Lets aspects proxy all clients by their interfaces: the classes behind them are final.
 */
final class ClientProxying implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		for (Class<?> type : List.of(ReactiveAgentBay.class, AgentBay.class)) {
			for (String name : beanFactory.getBeanNamesForType(type, true, false)) {
				if (beanFactory.containsBeanDefinition(name)) {
					proxyByInterfaces(beanFactory.getBeanDefinition(name));
				}
			}
		}
	}

	private static void proxyByInterfaces(BeanDefinition definition) {
		if (!definition.hasAttribute(AutoProxyUtils.EXPOSED_INTERFACES_ATTRIBUTE)) {
			definition.setAttribute(AutoProxyUtils.EXPOSED_INTERFACES_ATTRIBUTE,
					AutoProxyUtils.ALL_INTERFACES_ATTRIBUTE_VALUE);
		}
	}

}
