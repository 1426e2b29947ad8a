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

import java.util.List;
import java.util.stream.Collectors;

import io.agentbay.boot.test.AutoConfigureLocalAgentBay;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The chat with a model that is configured: the script gives way to it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureLocalAgentBay
@AutoConfigureRestTestClient
class ConfiguredModelTests {

	@Autowired
	private RestTestClient http;

	@Test
	void itIsToldThatTheModelIsNotAScript() {
		this.http.get()
			.uri("/conversations/model")
			.exchange()
			.expectBody()
			.json("{\"scripted\": false, \"name\": \"EchoModel\"}");
	}

	@Test
	void aConversationIsRememberedUntilItEnds() {
		assertThat(say("ann", "first")).contains("\"chunk\":\"first\"");
		assertThat(say("ann", "second")).contains("\"chunk\":\"first, second\"");
		assertThat(say("bob", "third")).contains("\"chunk\":\"third\"");
		this.http.delete().uri("/conversations/ann").exchange().expectStatus().isNoContent();
		assertThat(say("ann", "fourth")).contains("\"chunk\":\"fourth\"").endsWith("{\"type\":\"finished\"}\n");
	}

	@Test
	void aModelThatFailsIsToldOfWithoutWhatItSays() {
		assertThat(say("eve", "fail")).contains("\"type\":\"failed\"", "IllegalStateException")
			.doesNotContain("sk-secret", "finished");
	}

	private String say(String conversation, String message) {
		return this.http.post()
			.uri("/conversations/{id}/messages/stream", conversation)
			.contentType(MediaType.TEXT_PLAIN)
			.body(message)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseBody();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Configured {

		@Bean
		ChatModel echoModel() {
			return new EchoModel();
		}

	}

	/** Repeats all that the user has said so far. */
	private static final class EchoModel implements ChatModel {

		@Override
		public ChatResponse call(Prompt prompt) {
			String said = prompt.getInstructions()
				.stream()
				.filter(UserMessage.class::isInstance)
				.map(Message::getText)
				.collect(Collectors.joining(", "));
			if (said.equals("fail")) {
				throw new IllegalStateException("The key sk-secret is refused");
			}
			return new ChatResponse(List.of(new Generation(new AssistantMessage(said))));
		}

		@Override
		public Flux<ChatResponse> stream(Prompt prompt) {
			return Flux.defer(() -> Flux.just(call(prompt)));
		}

	}

}
