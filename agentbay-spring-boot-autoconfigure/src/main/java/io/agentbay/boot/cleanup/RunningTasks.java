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

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Lets the executors of an application end before its clients. Those that are to wait for
 * their tasks do so when they are destroyed, and the tasks may use sessions until then.
 *
 * @since 0.1.0
 */
public class RunningTasks implements SmartInitializingSingleton {

	private static final Set<Class<?>> EXECUTORS = Set.of(ThreadPoolTaskExecutor.class, ThreadPoolTaskScheduler.class,
			SimpleAsyncTaskExecutor.class, ExecutorService.class);

	private final ConfigurableListableBeanFactory beanFactory;

	/**
	 * Look after the executors of an application.
	 * @param beanFactory knows them, and the clients
	 */
	public RunningTasks(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<String> clients = names(Set.of(ReactiveAgentBay.class, AgentBay.class)).toList();
		names(EXECUTORS).forEach(
				(executor) -> clients.forEach((client) -> this.beanFactory.registerDependentBean(client, executor)));
	}

	private Stream<String> names(Set<Class<?>> types) {
		return types.stream()
			.flatMap((type) -> Stream.of(this.beanFactory.getBeanNamesForType(type, false, false)))
			.distinct();
	}

}
