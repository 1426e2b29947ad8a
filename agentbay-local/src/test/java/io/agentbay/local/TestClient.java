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

package io.agentbay.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Speaks the protocol as plainly as possible, so that tests see what is on the wire.
 */
final class TestClient {

	static final JsonMapper MAPPER = new JsonMapper();

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	/** A shell that is refused a process asks again for fifteen seconds. */
	private static final int SHELL_TIMEOUT_MILLIS = 75_000;

	private final WebClient web;

	private final String apiKey;

	private final Set<String> phones = ConcurrentHashMap.newKeySet();

	TestClient(LocalAgentBay runtime) {
		this.web = WebClient.builder()
			.baseUrl(runtime.endpoint().toString())
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(64 * 1024 * 1024))
			.build();
		this.apiKey = runtime.apiKey();
	}

	WebClient web() {
		return this.web;
	}

	/**
	 * Call an action with the key and further parameters, given as names and values.
	 */
	Answer call(String action, String... parameters) {
		MultiValueMap<String, String> form = form(parameters);
		form.add("Authorization", "Bearer " + this.apiKey);
		return send(action, form);
	}

	Answer callWithoutKey(String action, String... parameters) {
		return send(action, form(parameters));
	}

	private Answer send(String action, MultiValueMap<String, String> form) {
		Answer answer = answer(this.web.method(HttpMethod.POST)
			.uri((uri) -> uri.path("/").queryParam("Action", action).build())
			.bodyValue(form));
		if (answer.status() == 200 && answer.text().contains("\"Success\":true")) {
			Exercised.succeeded(action);
		}
		return answer;
	}

	private static MultiValueMap<String, String> form(String... parameters) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			form.add(parameters[i], parameters[i + 1]);
		}
		return form;
	}

	String createSession(String... parameters) {
		String id = call("CreateMcpSession", parameters).ok().path("Data").path("SessionId").stringValue();
		if (List.of(parameters).contains("mobile_latest")) {
			this.phones.add(id);
		}
		return id;
	}

	/**
	 * Call a tool by the OpenAPI door.
	 */
	ToolAnswer tool(String sessionId, String tool, Map<String, ?> arguments) {
		JsonNode data = call("CallMcpTool", "SessionId", sessionId, "Name", tool, "Args",
				MAPPER.writeValueAsString(arguments))
			.ok()
			.path("Data");
		ToolAnswer answer = ToolAnswer.of(data);
		if (!answer.error()) {
			Exercised.succeeded((this.phones.contains(sessionId) ? Exercised.PHONE : "") + tool);
		}
		return answer;
	}

	/**
	 * Run a command with a generous time limit.
	 */
	JsonNode shell(String sessionId, String command) {
		return shell(sessionId, command, Map.of());
	}

	JsonNode shell(String sessionId, String command, Map<String, ?> arguments) {
		Map<String, Object> all = new LinkedHashMap<>(Map.of("command", command, "timeout_ms", SHELL_TIMEOUT_MILLIS));
		all.putAll(arguments);
		ToolAnswer answer = tool(sessionId, "shell", all);
		if (!answer.text().startsWith("{")) {
			throw new AssertionError("The shell has no result for '" + command + "': " + answer.text());
		}
		return MAPPER.readTree(answer.text());
	}

	static Answer answer(WebClient.RequestHeadersSpec<?> request) {
		Answer answer = request
			.exchangeToMono((response) -> response.bodyToMono(String.class)
				.defaultIfEmpty("")
				.map((body) -> new Answer(response.statusCode().value(), body)))
			.timeout(PATIENCE, Mono.error(() -> new AssertionError("No answer; the runtime's threads:" + threads())))
			.block();
		if (answer == null) {
			throw new AssertionError("No answer");
		}
		return answer;
	}

	/** What the runtime, which is in this JVM, is doing. */
	private static String threads() {
		StringBuilder text = new StringBuilder();
		Thread.getAllStackTraces().forEach((thread, stack) -> {
			if (thread.getName().startsWith("agentbay-local-")) {
				text.append("\n").append(thread.getName()).append(' ').append(thread.getState());
				Stream.of(stack).limit(25).forEach((frame) -> text.append("\n\tat ").append(frame));
			}
		});
		return text.toString();
	}

	/**
	 * An answer as it came.
	 *
	 * @param status the HTTP status
	 * @param text the body
	 */
	record Answer(int status, String text) {

		JsonNode json() {
			return MAPPER.readTree(this.text);
		}

		JsonNode ok() {
			JsonNode json = json();
			if (this.status != 200 || !json.path("Success").asBoolean() || !"ok".equals(code())) {
				throw new AssertionError("Not a success: " + this);
			}
			return json;
		}

		@Nullable String code() {
			return json().path("Code").stringValue(null);
		}

		String message() {
			return json().path("Message").stringValue();
		}

	}

	/**
	 * What a tool said.
	 *
	 * @param text the text of its first content entry
	 * @param error whether it failed
	 */
	record ToolAnswer(String text, boolean error) {

		static ToolAnswer of(JsonNode result) {
			JsonNode first = result.path("content").path(0);
			if (!"text".equals(first.path("type").stringValue(null))) {
				throw new AssertionError("Not a tool's result: " + result);
			}
			return new ToolAnswer(first.path("text").stringValue(), result.path("isError").booleanValue());
		}

	}

}
