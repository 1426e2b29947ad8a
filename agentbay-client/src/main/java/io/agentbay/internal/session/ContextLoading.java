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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.agentbay.context.ContextBinding;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextSync;
import io.agentbay.context.ContextTask;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.error.AgentBayException;
import io.agentbay.internal.context.MountWait;
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

	private final MountWait mounts;

	ContextLoading(ReactiveContextManager contexts, List<ContextSync> contextSyncs, List<ContextMount> mounts) {
		this.contexts = contexts;
		this.mounts = new MountWait(mounts);
		contextSyncs.stream()
			.filter(ContextSync::waitForCompletion)
			.map(ContextSync::contextId)
			.forEach(this.wanted::add);
	}

	/**
	 * Return what went wrong, nothing if all contexts were loaded.
	 */
	Mono<List<String>> await() {
		if (this.wanted.isEmpty() && this.mounts.isNothing()) {
			return Mono.just(List.of());
		}
		return POLLING.until(TaskLook.at(this.contexts.listTasks()), this::isFinal, LIMIT)
			.flatMap((last) -> unmounted(last).map((unmounted) -> warnings(last, unmounted)));
	}

	/** If the service tells no task of a mount, that it is attached has to do. */
	private Mono<List<String>> unmounted(TaskLook last) {
		List<String> untold = this.mounts.untold(last);
		if (untold.isEmpty() || last.isSessionGone()) {
			return Mono.just(untold);
		}
		return this.contexts.listBindings()
			.map(ContextBinding::contextId)
			.collect(Collectors.toSet())
			.onErrorResume(AgentBayException.class, (ex) -> Mono.just(Set.of()))
			.map((attached) -> untold.stream().filter((id) -> !attached.contains(id)).toList());
	}

	private boolean isFinal(TaskLook look) {
		boolean mounted = this.mounts.isFinal(look);
		return look.isSessionGone() || mounted && this.wanted.stream().allMatch(look::isOver);
	}

	private List<String> warnings(TaskLook look, List<String> unmounted) {
		List<String> warnings = new ArrayList<>(this.wanted.stream()
			.filter((id) -> look.of(id).isEmpty() || look.undone(id).isPresent())
			.map((id) -> warning(id, look))
			.toList());
		warnings.addAll(this.mounts.failures(look));
		unmounted.forEach((id) -> warnings.add("Context %s was not mounted in time".formatted(id)));
		warnings.forEach(logger::warn);
		return warnings;
	}

	private static String warning(String id, TaskLook look) {
		return look.undone(id)
			.filter(ContextTask::isFailed)
			.map((task) -> "Context %s could not be loaded: %s".formatted(id, task.errorMessage()))
			.orElseGet(() -> "Context %s was not loaded in time".formatted(id));
	}

}
