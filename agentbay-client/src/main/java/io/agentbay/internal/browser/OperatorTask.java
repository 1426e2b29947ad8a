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

package io.agentbay.internal.browser;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.http.Polling;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolReply;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A piece of work of the operator that is begun by one tool and whose result is asked for
 * by another. As long as it goes on the second fails, answers nothing, or says that it is
 * not done.
 */
enum OperatorTask {

	/** Doing something. */
	ACT("page_use_act_async", "page_use_get_act_result"),

	/** Looking for something. */
	OBSERVE("page_use_observe_async", "page_use_get_observe_result"),

	/** Taking data off. */
	EXTRACT("page_use_extract_async", "page_use_get_extract_result");

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(300);

	private static final Polling POLLING = new Polling(Duration.ofMillis(100), Duration.ofSeconds(3));

	private static final Outcome NOT_REACHED = Outcome.failure(FailureKind.SERVICE, null, "Not reached",
			CallDetails.none());

	private final String beginning;

	private final String asking;

	OperatorTask(String beginning, String asking) {
		this.beginning = beginning;
		this.asking = asking;
	}

	/**
	 * Begin the work and wait for its result.
	 * @param tools the tools of the session
	 * @param arguments the arguments of the first tool
	 * @param timeout how long it may take, {@code null} for 5 minutes
	 */
	Mono<ToolReply> run(SessionTools tools, Map<String, ?> arguments, @Nullable Duration timeout) {
		return tools.require(this.beginning, arguments).flatMap((begun) -> {
			String id = OperatorAnswers.taskId(begun);
			return (id != null) ? await(tools, id, timeout) : Mono.error(withoutTask(begun));
		});
	}

	/** What acts may be acting, although nobody can ask for it. */
	private AgentBayException withoutTask(ToolReply begun) {
		InvalidReplyException unusable = begun.unusable("names no task");
		return (this == ACT)
				? new OutcomeUnknownException("the answer names no task", begun.outcome().details(), unusable)
				: unusable;
	}

	/**
	 * Wait for the result of work that was begun.
	 * @param tools the tools of the session
	 * @param id the task
	 * @param timeout how long it may take, {@code null} for 5 minutes
	 */
	Mono<ToolReply> await(SessionTools tools, String id, @Nullable Duration timeout) {
		Duration limit = Objects.requireNonNullElse(timeout, DEFAULT_TIMEOUT);
		Mono<ToolReply> look = tools.call(this.asking, Map.of("task_id", id))
			.onErrorResume(
					(failure) -> failure instanceof OutcomeUnknownException
							|| failure instanceof ConnectionFailedException,
					(failure) -> Mono.just(new ToolReply(NOT_REACHED, "")));
		return POLLING.until(look, this::isFinal, limit).map((last) -> {
			if (!isFinal(last)) {
				throw ServiceException.of(FailureKind.TIMEOUT, null,
						"Timed out: the task %s was not done within %s seconds".formatted(id, limit.toSeconds()),
						last.outcome().details());
			}
			return last.orElseThrow();
		});
	}

	private boolean isFinal(ToolReply look) {
		if (!look.success()) {
			return look.outcome().failedWith(FailureKind.SESSION_GONE)
					|| look.outcome().failedWith(FailureKind.NOT_FOUND) || look.text().startsWith("Task not found")
					|| look.text().startsWith("Task failed");
		}
		if (this != ACT) {
			return !look.text().isBlank();
		}
		JsonNode answer = OperatorAnswers.parse(look.text());
		return answer != null && answer.path("is_done").asBoolean(false);
	}

}
