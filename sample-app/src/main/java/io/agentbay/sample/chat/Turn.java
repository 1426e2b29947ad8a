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

package io.agentbay.sample.chat;

import io.agentbay.ai.governance.ToolCall;
import io.agentbay.error.AgentBayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.FluxSink;

import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.util.StringUtils;

/**
 * One message and all that happens until it is answered. Tools find it in the context of
 * their calls.
 */
final class Turn {

	/** The name of the turn in the context of tools. */
	static final String KEY = "workbench.turn";

	private static final Logger logger = LoggerFactory.getLogger(Turn.class);

	private final FluxSink<ChatEvent> listener;

	private volatile boolean stopped;

	Turn(FluxSink<ChatEvent> listener) {
		this.listener = listener;
	}

	static @Nullable Turn of(ToolCall call) {
		return (call.context().get(KEY) instanceof Turn turn) ? turn : null;
	}

	void tell(ChatEvent event) {
		this.listener.next(event);
	}

	void say(ChatResponse response) {
		Generation generation = response.getResult();
		String text = (generation != null) ? generation.getOutput().getText() : null;
		if (StringUtils.hasLength(text)) {
			tell(new ChatEvent.Text(text));
		}
	}

	/** What others than AgentBay say of a failure may hold secrets: it is logged only. */
	void fail(Throwable failure) {
		logger.warn("A message was not answered", failure);
		tell(new ChatEvent.Failed((failure instanceof AgentBayException) ? String.valueOf(failure.getMessage())
				: "The model did not answer (%s). The log tells more.".formatted(failure.getClass().getSimpleName())));
		this.listener.complete();
	}

	void finish() {
		tell(new ChatEvent.Finished());
		this.listener.complete();
	}

	/** Nobody listens any more: a tool that is running ends, nothing else begins. */
	void stop() {
		this.stopped = true;
	}

	boolean isStopped() {
		return this.stopped;
	}

}
