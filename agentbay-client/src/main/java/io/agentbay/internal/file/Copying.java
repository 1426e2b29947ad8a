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

package io.agentbay.internal.file;

import java.time.Duration;
import java.util.List;

import io.agentbay.context.ContextTask;
import io.agentbay.context.ContextTaskQuery;
import io.agentbay.context.SyncDirection;
import io.agentbay.context.SyncOptions;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.internal.context.DefaultReactiveContextManager;
import io.agentbay.internal.context.TaskLook;
import io.agentbay.internal.http.Polling;
import reactor.core.publisher.Mono;

/**
 * Has a single file copied between a session and its storage, and waits for it. The task
 * must show up: no task is no sign of success.
 */
public final class Copying {

	private static final Polling POLLING = new Polling(Duration.ofMillis(100), Duration.ofMillis(1500));

	private final DefaultReactiveContextManager contexts;

	/**
	 * Create the copying for a session.
	 * @param contexts the contexts of the session
	 */
	public Copying(DefaultReactiveContextManager contexts) {
		this.contexts = contexts;
	}

	/** Return the id of the request that began it. */
	Mono<String> copy(Place place, SyncDirection direction, TransferOptions options) {
		return this.contexts.begin(SyncOptions.of(place.contextId(), place.path()).withDirection(direction))
			.flatMap((begun) -> options.waitForCompletion()
					? await(place, direction, options.waitTimeout(), begun).thenReturn(begun) : Mono.just(begun))
			.map((begun) -> String.valueOf(begun.requestId()));
	}

	private Mono<Void> await(Place place, SyncDirection direction, Duration timeout, CallDetails begun) {
		ContextTaskQuery query = ContextTaskQuery.all()
			.withContextId(place.contextId())
			.withPath(place.path())
			.withDirection(direction);
		return POLLING
			.until(TaskLook.at(this.contexts.listTasks(query)), (look) -> isOver(look, place, direction), timeout)
			.onErrorMap(CallTimeoutException.class, (ex) -> late(place, begun))
			.doOnNext((last) -> requireDone(matching(last.orElseThrow(), place, direction), place, begun))
			.then();
	}

	private static boolean isOver(TaskLook look, Place place, SyncDirection direction) {
		List<ContextTask> tasks = matching(look.tasks(), place, direction);
		return look.isSessionGone() || (!tasks.isEmpty() && tasks.stream().allMatch(ContextTask::isOver));
	}

	private static void requireDone(List<ContextTask> tasks, Place place, CallDetails begun) {
		for (ContextTask task : tasks) {
			if (task.isFailed()) {
				throw ServiceException.of(FailureKind.SERVICE, null,
						"Task error: " + place.path() + " was not copied: " + task.errorMessage(), begun);
			}
		}
		if (tasks.isEmpty() || !tasks.stream().allMatch(ContextTask::isDone)) {
			throw late(place, begun);
		}
	}

	private static ServiceException late(Place place, CallDetails begun) {
		return ServiceException.of(FailureKind.TIMEOUT, null,
				"Copying " + place.path() + " did not end in time: task not finished", begun);
	}

	private static List<ContextTask> matching(List<ContextTask> tasks, Place place, SyncDirection direction) {
		return tasks.stream()
			.filter((task) -> task.contextId().equals(place.contextId()) && task.path().equals(place.path())
					&& task.taskType().equals(direction.wireName()))
			.toList();
	}

}
