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
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.agentbay.error.SessionGoneException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolCaller;
import io.agentbay.internal.tool.ToolChannel;
import io.agentbay.internal.tool.ToolReply;
import io.agentbay.tool.ToolCall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The tools of a session, which remember what is still to be cleared away there.
 */
final class DefaultSessionTools implements SessionTools {

	private static final Logger logger = LoggerFactory.getLogger(DefaultSessionTools.class);

	/** Calls go on at last, so that what cannot be cleared away does not stop them. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Object CLEARING = new Object();

	private final ToolCaller caller;

	private final ToolChannel channel;

	private final Consumer<Outcome> notice;

	private final Set<Mono<Void>> clearing = ConcurrentHashMap.newKeySet();

	DefaultSessionTools(ToolCaller caller, ToolChannel channel, Consumer<Outcome> notice) {
		this.caller = caller;
		this.channel = channel;
		this.notice = notice;
	}

	@Override
	public Mono<ToolReply> call(ToolCall call) {
		Mono<ToolReply> answer = this.caller.call(this.channel, call)
			.doOnNext((reply) -> this.notice.accept(reply.outcome()));
		return Mono.deferContextual((context) -> (this.clearing.isEmpty() || context.hasKey(CLEARING)) ? answer
				: Mono.when(List.copyOf(this.clearing)).timeout(PATIENCE, Mono.empty()).then(answer));
	}

	@Override
	public Mono<Void> clear(Mono<Void> work) {
		return Mono.defer(() -> {
			Sinks.Empty<Void> end = Sinks.empty();
			Mono<Void> running = end.asMono();
			this.clearing.add(running);
			return work.onErrorResume(this::told).doFinally((signal) -> {
				this.clearing.remove(running);
				end.tryEmitEmpty();
			}).contextWrite((context) -> context.put(CLEARING, true));
		});
	}

	/** Nobody waits for it. A session that is gone has taken everything with it. */
	private Mono<Void> told(Throwable failure) {
		if (failure instanceof SessionGoneException) {
			logger.debug("Session {} was gone before it was cleared: {}", this.channel.sessionId(),
					failure.getMessage());
		}
		else {
			logger.warn("What was cancelled may go on in session {}: {}", this.channel.sessionId(),
					failure.getMessage());
		}
		return Mono.empty();
	}

	@Override
	public boolean isDirect(String tool) {
		return this.channel.isDirect(tool);
	}

	@Override
	public @Nullable String serverOf(String tool) {
		return this.channel.serverOf(tool);
	}

	@Override
	public boolean hasDirectLink() {
		return this.channel.directLink() != null && this.channel.token() != null;
	}

}
