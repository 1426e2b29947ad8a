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

package io.agentbay.sample;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Talks to a model that has a computer for each conversation.
 */
@RestController
@RequestMapping("/conversations")
class ConversationController {

	private final ChatClient chat;

	ConversationController(ChatClient.Builder builder) {
		this.chat = builder.build();
	}

	@PostMapping(path = "/{id}/messages", consumes = MediaType.TEXT_PLAIN_VALUE,
			produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
	String answer(@PathVariable String id, @RequestBody String message) {
		return String.valueOf(this.chat.prompt(message)
			.advisors((spec) -> spec.param(ChatMemory.CONVERSATION_ID, id))
			.call()
			.content());
	}

}
