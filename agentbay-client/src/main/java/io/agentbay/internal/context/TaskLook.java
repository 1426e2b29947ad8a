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

package io.agentbay.internal.context;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.agentbay.context.ContextTask;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.SessionGoneException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A look at how far copying is. One that failed says nothing, except that the session is
 * gone: the next one may succeed.
 *
 * @param tasks the tasks, none if the look failed
 * @param failure why it failed, {@code null} if it did not
 */
public record TaskLook(List<ContextTask> tasks, @Nullable AgentBayException failure) {

	public TaskLook {
		tasks = List.copyOf(tasks);
	}

	/**
	 * Look at tasks.
	 * @param tasks the tasks
	 * @return the look, also when it failed
	 */
	public static Mono<TaskLook> at(Flux<ContextTask> tasks) {
		return tasks.collectList()
			.map((found) -> new TaskLook(found, null))
			.onErrorResume(AgentBayException.class, (ex) -> Mono.just(new TaskLook(List.of(), ex)));
	}

	/**
	 * Return whether the session is gone.
	 * @return whether there is nothing to look at any more
	 */
	public boolean isSessionGone() {
		return this.failure instanceof SessionGoneException;
	}

	/**
	 * Return the tasks of one context. It may be at several paths; of several tasks about
	 * the same the last one counts.
	 * @param contextId the context
	 * @return its tasks
	 */
	public Collection<ContextTask> of(String contextId) {
		Map<List<String>, ContextTask> last = new LinkedHashMap<>();
		this.tasks.stream()
			.filter((task) -> task.contextId().equals(contextId))
			.forEach((task) -> last.put(List.of(task.path(), task.taskType()), task));
		return last.values();
	}

	/**
	 * Return whether all tasks of a context are over.
	 * @param contextId the context
	 * @return whether they are, and there is one
	 */
	public boolean isOver(String contextId) {
		Collection<ContextTask> its = of(contextId);
		return !its.isEmpty() && its.stream().allMatch(ContextTask::isOver);
	}

	/**
	 * Return the task of a context that has not succeeded.
	 * @param contextId the context
	 * @return the task, one that failed if there is any
	 */
	public Optional<ContextTask> undone(String contextId) {
		List<ContextTask> undone = of(contextId).stream().filter((task) -> !task.isDone()).toList();
		return undone.stream().filter(ContextTask::isFailed).findFirst().or(() -> undone.stream().findFirst());
	}

	/**
	 * Return the tasks of a look that succeeded.
	 * @return the tasks
	 * @throws AgentBayException if it failed
	 */
	public List<ContextTask> orElseThrow() {
		if (this.failure != null) {
			throw this.failure;
		}
		return this.tasks;
	}

}
