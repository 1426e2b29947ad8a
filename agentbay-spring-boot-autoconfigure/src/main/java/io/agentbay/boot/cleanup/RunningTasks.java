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

import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Knows whether executors of the application still have tasks when it stops. Those that
 * are to wait for their tasks do so only when they are destroyed, so that is when the
 * sessions of the tasks may be deleted: the cleaner is destroyed after all executors.
 *
 * @since 0.1.0
 */
public class RunningTasks implements SmartInitializingSingleton {

	private static final String AWAIT = "spring.task.execution.shutdown.await-termination";

	private static final Set<Class<?>> EXECUTORS = Set.of(ThreadPoolTaskExecutor.class, ThreadPoolTaskScheduler.class,
			SimpleAsyncTaskExecutor.class, ExecutorService.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final PropertyResolver properties;

	private final String cleaner;

	/**
	 * Look after the executors of an application.
	 * @param beanFactory knows them
	 * @param properties tells whether executors without a pool wait for their tasks
	 * @param cleaner the name of the bean that is to be destroyed after them
	 */
	public RunningTasks(ConfigurableListableBeanFactory beanFactory, PropertyResolver properties, String cleaner) {
		this.cleaner = cleaner;
		this.beanFactory = beanFactory;
		this.properties = properties;
	}

	@Override
	public void afterSingletonsInstantiated() {
		executors().forEach((name) -> this.beanFactory.registerDependentBean(this.cleaner, name));
	}

	/**
	 * Return whether some executor has a task, or may have one.
	 * @return whether there is one
	 */
	public boolean any() {
		return executors().filter(this.beanFactory::containsSingleton)
			.map(this.beanFactory::getSingleton)
			.anyMatch(this::isBusy);
	}

	private Stream<String> executors() {
		return EXECUTORS.stream()
			.flatMap((type) -> Stream.of(this.beanFactory.getBeanNamesForType(type, false, false)))
			.distinct();
	}

	/** An executor without a pool does not tell. */
	private boolean isBusy(Object executor) {
		if (executor instanceof ThreadPoolTaskExecutor pool) {
			return pool.getActiveCount() > 0 || pool.getQueueSize() > 0;
		}
		if (executor instanceof ThreadPoolTaskScheduler scheduler) {
			return scheduler.getActiveCount() > 0;
		}
		if (executor instanceof ThreadPoolExecutor pool) {
			return pool.getActiveCount() > 0 || !pool.getQueue().isEmpty();
		}
		return executor instanceof SimpleAsyncTaskExecutor && this.properties.getProperty(AWAIT, Boolean.class, false);
	}

}
