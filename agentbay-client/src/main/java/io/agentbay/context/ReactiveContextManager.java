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

package io.agentbay.context;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.ContextApi;
import io.agentbay.internal.api.ContextTaskData;
import io.agentbay.internal.api.SyncContextRequest;
import io.agentbay.internal.http.Polling;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The contexts of one session.
 */
public final class ReactiveContextManager {

	private static final Polling COPYING = new Polling(Duration.ofMillis(200), Duration.ofSeconds(5));

	private static final Polling BINDING = new Polling(Duration.ofMillis(200), Duration.ofSeconds(2));

	private static final Duration BINDING_LIMIT = Duration.ofSeconds(120);

	private final ContextApi api;

	private final String sessionId;

	private final Duration limit;

	/**
	 * Create the feature for a session.
	 * @param api the actions on contexts
	 * @param sessionId the session
	 * @param limit the longest time to wait for copying
	 */
	public ReactiveContextManager(ContextApi api, String sessionId, Duration limit) {
		this.api = api;
		this.sessionId = sessionId;
		this.limit = limit;
	}

	/**
	 * Tell how far copying all contexts of the session is: action {@code GetContextInfo}.
	 * @return the tasks
	 */
	public Mono<ContextInfoResult> info() {
		return info(null, null, null);
	}

	/**
	 * Tell how far copying contexts is: action {@code GetContextInfo}.
	 * @param contextId the context, {@code null} for all of the session
	 * @param path where it is mounted, {@code null} for all
	 * @param taskType {@code upload} or {@code download}, {@code null} for any
	 * @return the tasks
	 */
	public Mono<ContextInfoResult> info(@Nullable String contextId, @Nullable String path, @Nullable String taskType) {
		requireNotBlank(contextId, "contextId");
		requireNotBlank(path, "path");
		requireNotBlank(taskType, "taskType");
		return this.api.getContextInfo(this.sessionId, contextId, path, taskType)
			.map((reply) -> new ContextInfoResult(reply.outcome(), tasks(reply)));
	}

	private static List<ContextTask> tasks(ApiReply<List<ContextTaskData>> reply) {
		List<ContextTaskData> data = reply.data();
		return (data != null) ? data.stream().map(ContextTask::of).toList() : List.of();
	}

	/**
	 * Save all contexts of the session to their storage and wait until that is done:
	 * actions {@code SyncContext} and {@code GetContextInfo}.
	 * @return whether all of it was saved
	 */
	public Mono<OperationResult> sync() {
		return sync(null, null, null);
	}

	/**
	 * Copy a context and wait until that is done: actions {@code SyncContext} and
	 * {@code GetContextInfo}.
	 * @param contextId the context; {@code null} for all of the session
	 * @param path where it is mounted; given if, and only if, the context is
	 * @param mode {@code upload} from the session to the storage or {@code download} the
	 * other way; {@code null} for the service's default, upload
	 * @return whether all of it was copied
	 * @throws IllegalArgumentException if only one of context and path is given
	 */
	public Mono<OperationResult> sync(@Nullable String contextId, @Nullable String path, @Nullable String mode) {
		return syncAsync(contextId, path, mode)
			.flatMap((begun) -> begun.success() ? awaitCopied(contextId, path, begun.outcome()) : Mono.just(begun));
	}

	/**
	 * Begin to copy a context, and do not wait: action {@code SyncContext}.
	 * @param contextId the context; {@code null} for all of the session
	 * @param path where it is mounted; given if, and only if, the context is
	 * @param mode {@code upload} from the session to the storage or {@code download} the
	 * other way; {@code null} for the service's default, upload
	 * @return whether the service began
	 * @throws IllegalArgumentException if only one of context and path is given
	 */
	public Mono<OperationResult> syncAsync(@Nullable String contextId, @Nullable String path, @Nullable String mode) {
		requireNotBlank(contextId, "contextId");
		requireNotBlank(path, "path");
		Assert.isTrue((contextId == null) == (path == null), "'contextId' and 'path' must be given together");
		Assert.isTrue(mode == null || Set.of("upload", "download").contains(mode), "'mode' must be upload or download");
		return this.api.syncContext(new SyncContextRequest(this.sessionId, contextId, path, mode))
			.map((reply) -> new OperationResult(reply.outcome()));
	}

	private Mono<OperationResult> awaitCopied(@Nullable String contextId, @Nullable String path, Outcome begun) {
		Mono<ContextInfoResult> question = info(contextId, path, null).onErrorResume(AgentBayException.class,
				(ex) -> Mono.just(new ContextInfoResult(
						Outcome.failure(FailureKind.SERVICE, null, String.valueOf(ex.getMessage()), ex.requestId()),
						List.of())));
		return COPYING.until(question, ReactiveContextManager::isFinal, this.limit)
			.map((last) -> new OperationResult(judge(last, begun)));
	}

	/** A look that failed says nothing, except that the session is gone. */
	private static boolean isFinal(ContextInfoResult look) {
		return look.success() ? look.tasks().stream().filter(ContextTask::isCopy).allMatch(ContextTask::isOver)
				: look.outcome().failedWith(FailureKind.SESSION_GONE);
	}

	private static Outcome judge(ContextInfoResult last, Outcome begun) {
		if (!last.success()) {
			return last.outcome();
		}
		for (ContextTask task : last.tasks()) {
			if (task.isCopy() && !task.isDone()) {
				String reason = task.isFailed() ? task.errorMessage() : "it did not end in time";
				return Outcome.failure(task.isFailed() ? FailureKind.SERVICE : FailureKind.TIMEOUT, null,
						"The %s of context %s at %s failed: %s".formatted(task.taskType(), task.contextId(),
								task.path(), reason),
						begun.requestId());
			}
		}
		return begun;
	}

	/**
	 * Attach contexts to the running session and wait until they are: actions
	 * {@code BindContexts} and {@code DescribeSessionContexts}.
	 * @param contexts the contexts, at least one
	 * @return whether they are attached
	 * @throws IllegalArgumentException if there are none
	 */
	public Mono<OperationResult> bind(List<ContextSync> contexts) {
		return bind(contexts, true);
	}

	/**
	 * Attach contexts to the running session: action {@code BindContexts}.
	 * @param contexts the contexts, at least one
	 * @param waitForCompletion whether to wait until they are attached
	 * @return whether they are attached, or will be
	 * @throws IllegalArgumentException if there are none
	 */
	public Mono<OperationResult> bind(List<ContextSync> contexts, boolean waitForCompletion) {
		Assert.notEmpty(contexts, "'contexts': No contexts provided");
		Assert.noNullElements(contexts, "'contexts' must not hold null");
		return this.api.bindContexts(this.sessionId, contexts.stream().map(ContextSync::toPersistenceData).toList())
			.map((reply) -> new OperationResult(reply.outcome()))
			.flatMap(
					(bound) -> (bound.success() && waitForCompletion) ? awaitBound(contexts, bound) : Mono.just(bound));
	}

	private Mono<OperationResult> awaitBound(List<ContextSync> contexts, OperationResult bound) {
		Set<String> wanted = contexts.stream().map(ContextSync::contextId).collect(Collectors.toSet());
		Mono<Boolean> question = listBindings()
			.map((result) -> result.bindings()
				.stream()
				.map(ContextBinding::contextId)
				.collect(Collectors.toSet())
				.containsAll(wanted))
			.onErrorResume(AgentBayException.class, (ex) -> Mono.just(false));
		return BINDING.until(question, (attached) -> attached, BINDING_LIMIT)
			.map((attached) -> attached ? bound : new OperationResult(Outcome.failure(FailureKind.TIMEOUT, null,
					"The contexts were accepted, but are not attached yet", bound.requestId())));
	}

	/**
	 * List the contexts that are attached to the session: action
	 * {@code DescribeSessionContexts}.
	 * @return the contexts
	 */
	public Mono<BindingListResult> listBindings() {
		return this.api.describeSessionContexts(this.sessionId).map((reply) -> {
			List<ContextBinding> bindings = (reply.data() == null) ? List.of()
					: reply.data()
						.stream()
						.map((data) -> new ContextBinding(orEmpty(data.contextId()), orEmpty(data.contextName()),
								orEmpty(data.path()), data.policy(), data.bindTime()))
						.toList();
			return new BindingListResult(reply.outcome(), bindings);
		});
	}

	/** The service takes a blank value for none, and would work on all contexts. */
	private static void requireNotBlank(@Nullable String value, String name) {
		Assert.isTrue(value == null || !value.isBlank(), () -> "'" + name + "' must not be blank; pass null for any");
	}

	private static String orEmpty(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

}
