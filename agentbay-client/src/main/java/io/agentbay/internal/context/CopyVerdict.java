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

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.agentbay.context.ContextTask;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.ServiceException;

/**
 * Tells of the tasks of a session whether all that is copied has arrived.
 */
final class CopyVerdict {

	private CopyVerdict() {
	}

	/** A look that failed is repeated, unless there will be no other. */
	static boolean isFinal(TaskLook look) {
		return (look.failure() != null) ? look.isSessionGone()
				: look.tasks().stream().filter(ContextTask::isCopy).allMatch(ContextTask::isOver);
	}

	/**
	 * Throw what did not arrive.
	 * @param last the last look
	 * @param begun the call that began the copying
	 */
	static void requireDone(TaskLook last, CallDetails begun) {
		List<ContextTask> copies = last.orElseThrow().stream().filter(ContextTask::isCopy).toList();
		List<ContextTask> undone = copies.stream().filter((task) -> !task.isDone()).toList();
		if (undone.isEmpty()) {
			return;
		}
		Set<String> lacking = undone.stream().map(ContextTask::contextId).collect(Collectors.toSet());
		List<String> done = copies.stream()
			.map(ContextTask::contextId)
			.filter((id) -> !lacking.contains(id))
			.distinct()
			.toList();
		throw failure(undone, done, begun);
	}

	private static AgentBayException failure(List<ContextTask> undone, List<String> done, CallDetails begun) {
		List<AgentBayException> failures = undone.stream()
			.<AgentBayException>map((task) -> ServiceException
				.of(task.isFailed() ? FailureKind.SERVICE : FailureKind.TIMEOUT, null, described(task), begun))
			.toList();
		if (done.isEmpty() && failures.size() == 1) {
			return failures.get(0);
		}
		String message = undone.stream().map(CopyVerdict::described).collect(Collectors.joining("; "));
		return new PartialFailureException("Not all contexts were copied: " + message, begun, done, failures);
	}

	private static String described(ContextTask task) {
		return "The %s of context %s at %s failed: %s".formatted(task.taskType(), task.contextId(), task.path(),
				task.isFailed() ? task.errorMessage() : "it did not end in time");
	}

}
