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

import io.agentbay.context.ContextInfoResult;
import io.agentbay.context.ContextTask;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.internal.http.Polling;
import io.agentbay.result.Outcome;
import reactor.core.publisher.Mono;

/**
 * Has a single file copied between a session and its storage, and waits for it. The task
 * must show up: no task is no sign of success.
 */
public final class Copying {

	static final String INTO_SESSION = "download";

	static final String INTO_STORAGE = "upload";

	private static final Polling POLLING = new Polling(Duration.ofMillis(100), Duration.ofMillis(1500));

	private final ReactiveContextManager contexts;

	/**
	 * Create the copying for a session.
	 * @param contexts the contexts of the session
	 */
	public Copying(ReactiveContextManager contexts) {
		this.contexts = contexts;
	}

	/** Return the id of the request that began it. */
	Mono<String> copy(Place place, String mode, TransferOptions options) {
		return this.contexts.syncAsync(place.contextId(), place.path(), mode)
			.map((begun) -> String.valueOf(begun.orElseThrow().requestId()))
			.flatMap((requestId) -> options.waitForCompletion()
					? await(place, mode, options.waitTimeout(), requestId).thenReturn(requestId)
					: Mono.just(requestId));
	}

	private Mono<Void> await(Place place, String mode, Duration timeout, String requestId) {
		Mono<ContextInfoResult> look = this.contexts.info(place.contextId(), place.path(), mode)
			.onErrorResume(AgentBayException.class,
					(ex) -> Mono.just(new ContextInfoResult(
							Outcome.failure(FailureKind.SERVICE, null, String.valueOf(ex.getMessage()), ex.requestId()),
							List.of())));
		return POLLING.until(look, (answer) -> isOver(answer, place, mode), timeout)
			.doOnNext((last) -> requireDone(last, place, mode, requestId))
			.then();
	}

	private static boolean isOver(ContextInfoResult look, Place place, String mode) {
		List<ContextTask> tasks = matching(look, place, mode);
		return look.outcome().failedWith(FailureKind.SESSION_GONE)
				|| (!tasks.isEmpty() && tasks.stream().allMatch(ContextTask::isOver));
	}

	private static void requireDone(ContextInfoResult last, Place place, String mode, String requestId) {
		last.orElseThrow();
		List<ContextTask> tasks = matching(last, place, mode);
		for (ContextTask task : tasks) {
			if (task.isFailed()) {
				throw ServiceException.of(FailureKind.SERVICE, null,
						"Task error: " + place.path() + " was not copied: " + task.errorMessage(), requestId);
			}
		}
		if (tasks.isEmpty() || !tasks.stream().allMatch(ContextTask::isDone)) {
			throw ServiceException.of(FailureKind.TIMEOUT, null,
					"Copying " + place.path() + " did not end in time: task not finished", requestId);
		}
	}

	private static List<ContextTask> matching(ContextInfoResult look, Place place, String mode) {
		return look.tasks()
			.stream()
			.filter((task) -> task.contextId().equals(place.contextId()) && task.path().equals(place.path())
					&& task.taskType().equals(mode))
			.toList();
	}

}
