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

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.agentbay.context.ContextAttachment;
import io.agentbay.context.ContextBinding;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextTask;
import io.agentbay.context.ContextTaskQuery;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.context.SyncDirection;
import io.agentbay.context.SyncOptions;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.api.ContextApi;
import io.agentbay.internal.api.PersistenceData;
import io.agentbay.internal.api.SyncContextRequest;
import io.agentbay.internal.http.Polling;
import io.agentbay.internal.text.MountPaths;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Copies and attaches the contexts of one session by actions.
 */
public final class DefaultReactiveContextManager implements ReactiveContextManager {

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
	public DefaultReactiveContextManager(ContextApi api, String sessionId, Duration limit) {
		this.api = api;
		this.sessionId = sessionId;
		this.limit = limit;
	}

	@Override
	public Flux<ContextTask> listTasks(ContextTaskQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return this.api.getContextInfo(this.sessionId, query.contextId(), query.path(), wireName(query.direction()))
			.flatMapIterable((reply) -> ContextAnswers.tasks(reply.orElseThrow().data()));
	}

	@Override
	public Mono<Void> sync(SyncOptions options) {
		return begin(options).flatMap((begun) -> awaitCopied(options, begun));
	}

	@Override
	public Mono<Void> requestSync(SyncOptions options) {
		return begin(options).then();
	}

	/**
	 * Begin to copy.
	 * @param options what is copied, and which way
	 * @return the call that the service answered
	 */
	public Mono<CallDetails> begin(SyncOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return this.api
			.syncContext(new SyncContextRequest(this.sessionId, options.contextId(), options.path(),
					wireName(options.direction())))
			.map((reply) -> reply.orElseThrow().outcome().details());
	}

	private Mono<Void> awaitCopied(SyncOptions options, CallDetails begun) {
		Flux<ContextTask> tasks = this.api.getContextInfo(this.sessionId, options.contextId(), options.path(), null)
			.flatMapIterable((reply) -> ContextAnswers.tasks(reply.orElseThrow().data()));
		return COPYING.until(TaskLook.at(tasks), CopyVerdict::isFinal, this.limit)
			.doOnNext((last) -> CopyVerdict.requireDone(last, begun))
			.then();
	}

	private static @Nullable String wireName(@Nullable SyncDirection direction) {
		return (direction != null) ? direction.wireName() : null;
	}

	@Override
	public Mono<Void> bind(List<? extends ContextAttachment> contexts) {
		List<ContextAttachment> wanted = required(contexts);
		return begin(wanted).flatMap((begun) -> awaitBound(wanted, begun).then(awaitMounted(mounts(wanted), begun)));
	}

	@Override
	public Mono<Void> requestBind(List<? extends ContextAttachment> contexts) {
		return begin(required(contexts)).then();
	}

	private static List<ContextAttachment> required(List<? extends ContextAttachment> contexts) {
		Assert.notEmpty(contexts, "'contexts': No contexts provided");
		Assert.noNullElements(contexts, "'contexts' must not hold null");
		List<String> mounts = mounts(contexts).stream().map(ContextMount::path).toList();
		List<String> copied = contexts.stream()
			.filter((context) -> !(context instanceof ContextMount))
			.map(ContextAttachment::path)
			.toList();
		MountPaths.requireApart("contexts", mounts, copied);
		return List.copyOf(contexts);
	}

	private static List<ContextMount> mounts(List<? extends ContextAttachment> contexts) {
		return contexts.stream().filter(ContextMount.class::isInstance).map(ContextMount.class::cast).toList();
	}

	private Mono<CallDetails> begin(List<ContextAttachment> contexts) {
		return this.api.bindContexts(this.sessionId, contexts.stream().map(PersistenceData::of).toList())
			.map((reply) -> reply.orElseThrow().outcome().details());
	}

	private Mono<Void> awaitBound(List<ContextAttachment> contexts, CallDetails begun) {
		Set<String> wanted = contexts.stream()
			.map(ContextAttachment::contextId)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		Mono<Set<String>> question = listBindings().map(ContextBinding::contextId)
			.collect(Collectors.toSet())
			.onErrorResume(AgentBayException.class, (ex) -> Mono.just(Set.of()));
		return BINDING.until(question, (attached) -> attached.containsAll(wanted), BINDING_LIMIT)
			.doOnNext((attached) -> requireBound(wanted, attached, begun))
			.then();
	}

	/** They are named as attached already: that nothing is told of them is no failure. */
	private Mono<Void> awaitMounted(List<ContextMount> mounts, CallDetails begun) {
		return Mono.defer(() -> {
			MountWait wait = new MountWait(mounts);
			if (wait.isNothing()) {
				return Mono.empty();
			}
			return COPYING
				.until(TaskLook.at(listTasks()), (look) -> look.isSessionGone() || wait.isFinal(look), BINDING_LIMIT)
				.doOnNext((last) -> {
					List<String> failures = wait.failures(last);
					if (!failures.isEmpty()) {
						throw ServiceException.of(FailureKind.SERVICE, null, String.join("; ", failures), begun);
					}
				})
				.then();
		});
	}

	private static void requireBound(Set<String> wanted, Set<String> attached, CallDetails begun) {
		List<String> missing = wanted.stream().filter((id) -> !attached.contains(id)).toList();
		if (missing.isEmpty()) {
			return;
		}
		ServiceException late = ServiceException.of(FailureKind.TIMEOUT, null,
				"The contexts were accepted, but are not attached yet: " + missing, begun);
		List<String> completed = wanted.stream().filter(attached::contains).toList();
		throw completed.isEmpty() ? late : new PartialFailureException("Some contexts are not attached yet: " + missing,
				begun, completed, List.of(late));
	}

	@Override
	public Flux<ContextBinding> listBindings() {
		return this.api.describeSessionContexts(this.sessionId)
			.flatMapIterable((reply) -> ContextAnswers.bindings(reply.orElseThrow().data()));
	}

}
