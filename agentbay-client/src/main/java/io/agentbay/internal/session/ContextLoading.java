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

package io.agentbay.internal.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.agentbay.context.ContextSync;
import io.agentbay.context.ContextTask;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.internal.context.TaskLook;
import io.agentbay.internal.http.Polling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Waits until the contexts of a new session have been loaded into it. That one could not
 * be loaded does not cost the session, but is told.
 */
final class ContextLoading {

	private static final Logger logger = LoggerFactory.getLogger(ContextLoading.class);

	private static final Polling POLLING = new Polling(Duration.ofMillis(200), Duration.ofSeconds(5));

	private static final Duration LIMIT = Duration.ofSeconds(170);

	private final ReactiveContextManager contexts;

	private final Set<String> wanted = new LinkedHashSet<>();

	ContextLoading(ReactiveContextManager contexts, List<ContextSync> contextSyncs) {
		this.contexts = contexts;
		contextSyncs.stream()
			.filter(ContextSync::waitForCompletion)
			.map(ContextSync::contextId)
			.forEach(this.wanted::add);
	}

	/**
	 * Return what went wrong, nothing if all contexts were loaded.
	 */
	Mono<List<String>> await() {
		if (this.wanted.isEmpty()) {
			return Mono.just(List.of());
		}
		return POLLING.until(TaskLook.at(this.contexts.listTasks()), this::isFinal, LIMIT).map(this::warnings);
	}

	private boolean isFinal(TaskLook look) {
		Map<String, ContextTask> last = lastTasks(look);
		return look.isSessionGone()
				|| this.wanted.stream().allMatch((id) -> last.containsKey(id) && last.get(id).isOver());
	}

	private List<String> warnings(TaskLook look) {
		Map<String, ContextTask> last = lastTasks(look);
		return this.wanted.stream()
			.filter((id) -> !last.containsKey(id) || !last.get(id).isDone())
			.map((id) -> warning(id, last))
			.peek(logger::warn)
			.toList();
	}

	private static String warning(String id, Map<String, ContextTask> last) {
		ContextTask task = last.get(id);
		return (task != null && task.isFailed())
				? "Context %s could not be loaded: %s".formatted(id, task.errorMessage())
				: "Context %s was not loaded in time".formatted(id);
	}

	/** Of several tasks of one context the last one counts. */
	private static Map<String, ContextTask> lastTasks(TaskLook look) {
		Map<String, ContextTask> last = new HashMap<>();
		look.tasks().forEach((task) -> last.put(task.contextId(), task));
		return last;
	}

}
