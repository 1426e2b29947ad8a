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

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.agentbay.ai.governance.approval.Approval;
import io.agentbay.ai.governance.approval.ToolApprovals;
import io.agentbay.ai.scope.ScopedSessions;
import io.agentbay.ai.scope.SessionKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.stereotype.Service;
import org.springframework.util.Assert;

/**
 * Conversations with a model, each of which has a computer. The starter has put the tools
 * into the builder that is injected; the id of the conversation says whose computer they
 * work on.
 */
@Service
class Conversations {

	/** So that it is noticed soon when nobody listens any more. */
	private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);

	private static final Logger logger = LoggerFactory.getLogger(Conversations.class);

	private final ChatClient chat;

	private final ChatMemory memory;

	private final ScopedSessions sessions;

	private final ToolApprovals approvals;

	Conversations(ChatClient.Builder builder, ChatMemory memory, ScopedSessions sessions, ToolApprovals approvals) {
		this.chat = builder.defaultAdvisors(MessageChatMemoryAdvisor.builder(memory).build()).build();
		this.memory = memory;
		this.sessions = sessions;
		this.approvals = approvals;
	}

	String answer(String id, String message) {
		return String.valueOf(prompt(id, message).call().content());
	}

	/** Who stops listening stops the model as well. */
	Flux<ChatEvent> stream(String id, String message) {
		ChatClient.ChatClientRequestSpec prompt = prompt(id, message);
		return Flux.create((listener) -> {
			Turn turn = new Turn(listener);
			listener.onDispose(Schedulers.parallel()
				.schedulePeriodically(() -> turn.tell(new ChatEvent.Waiting()), SIGN_OF_LIFE.toMillis(),
						SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS));
			listener.onCancel(() -> stop(id, turn));
			prompt.toolContext(Map.of(Turn.KEY, turn))
				.stream()
				.chatResponse()
				.takeUntil((response) -> turn.isStopped())
				.subscribe(turn::say, turn::fail, turn::finish);
		}, FluxSink.OverflowStrategy.BUFFER);
	}

	private ChatClient.ChatClientRequestSpec prompt(String id, String message) {
		Assert.hasText(message, "'message' must not be empty");
		return this.chat.prompt(message).advisors((spec) -> spec.param(ChatMemory.CONVERSATION_ID, id));
	}

	/** A tool that waits for a person would wait until the question expires. */
	private void stop(String id, Turn turn) {
		turn.stop();
		this.approvals.pending().stream().filter((one) -> id.equals(one.conversation())).forEach(this::decline);
	}

	private void decline(Approval approval) {
		try {
			this.approvals.decline(approval.id(), "the workbench", "The user has stopped this");
		}
		catch (IllegalStateException ex) {
			logger.debug("Somebody else has decided", ex);
		}
	}

	/** Forget what was said, and end the computer. */
	void end(String id) {
		this.memory.clear(id);
		this.sessions.remove(SessionKey.ofConversation(id));
	}

}
