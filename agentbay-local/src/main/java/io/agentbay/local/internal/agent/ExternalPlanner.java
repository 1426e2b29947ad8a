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

package io.agentbay.local.internal.agent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.agentbay.local.agent.AgentPlanner;
import io.agentbay.local.agent.AgentTask;
import io.agentbay.local.internal.process.MachineProgram;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A planner that is not part of this program: a command or a web address. It is told the
 * task, and then step by step what came of the step before; each time it answers with the
 * next step, a JSON object with one of these fields:
 * <ul>
 * <li>{@code call}, the name of a tool, with its {@code arguments}: answered with
 * {@code text} or {@code error}</li>
 * <li>{@code ask}, a question to the user: answered with {@code answer}</li>
 * <li>{@code say}, maybe with {@code reasoning}: answered with an empty object</li>
 * <li>{@code result}, {@code error} or {@code unsupported}: the end</li>
 * </ul>
 */
public final class ExternalPlanner implements AgentPlanner {

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private static final int MAX_STEPS = 1000;

	private final JsonMapper mapper = new JsonMapper();

	private final String place;

	/**
	 * Describe a planner.
	 * @param place an http or https address to which steps are posted, else a command for
	 * the shell of this machine, which is started for each task and reads and writes a
	 * line for each step
	 * @throws IllegalArgumentException if it is an address that leads nowhere
	 */
	public ExternalPlanner(String place) {
		this.place = place;
		if (isAddress(place)) {
			request(place);
		}
	}

	private static boolean isAddress(String place) {
		return place.startsWith("http://") || place.startsWith("https://");
	}

	private static HttpRequest.Builder request(String place) {
		return HttpRequest.newBuilder(URI.create(place));
	}

	@Override
	public String carryOut(AgentTask task) throws IOException, InterruptedException {
		if (isAddress(this.place)) {
			HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
			return converse(task, (message) -> post(client, message));
		}
		try (MachineProgram program = MachineProgram.start(this.place)) {
			return converse(task, program::ask);
		}
	}

	private String converse(AgentTask task, Peer peer) throws IOException, InterruptedException {
		Map<String, Object> message = new LinkedHashMap<>();
		message.put("id", task.id());
		message.put("kind", task.kind().name().toLowerCase(Locale.ROOT));
		message.put("task", task.text());
		message.put("arguments", task.arguments());
		for (int step = 0; step < MAX_STEPS; step++) {
			JsonNode next = step(peer.send(this.mapper.writeValueAsString(message)));
			if (next.has("result")) {
				return next.path("result").isString() ? next.path("result").stringValue()
						: next.path("result").toString();
			}
			if (next.has("error")) {
				throw new IllegalStateException(next.path("error").asString("The planner failed"));
			}
			if (next.has("unsupported")) {
				throw new UnsupportedOperationException("The planner does not do such tasks");
			}
			message = new LinkedHashMap<>(Map.of("id", task.id()));
			message.putAll(carryOut(task, next));
		}
		throw new IllegalStateException("The planner wanted more than " + MAX_STEPS + " steps");
	}

	private Map<String, Object> carryOut(AgentTask task, JsonNode next) throws InterruptedException {
		if (next.has("call")) {
			JsonNode arguments = next.path("arguments");
			try {
				return Map.of("text", task.callTool(next.path("call").asString(""),
						arguments.isObject() ? arguments : this.mapper.createObjectNode()));
			}
			catch (IllegalStateException ex) {
				return Map.of("error", String.valueOf(ex.getMessage()));
			}
		}
		if (next.has("ask")) {
			return Map.of("answer", task.askUser(next.path("ask").asString("")));
		}
		task.say(next.path("say").asString(""), next.path("reasoning").asString(""));
		return Map.of();
	}

	private JsonNode step(@Nullable String text) {
		if (text == null) {
			throw new IllegalStateException("The planner ended without a result");
		}
		try {
			JsonNode step = this.mapper.readTree(text);
			if (step.isObject()) {
				return step;
			}
		}
		catch (JacksonException ex) {
			// Told below, like JSON of another kind.
		}
		throw new IllegalStateException("The planner's answer is not a JSON object");
	}

	private String post(HttpClient client, String message) throws IOException, InterruptedException {
		HttpResponse<String> answer = client.send(request(this.place).timeout(LIMIT)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(message))
			.build(), BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IllegalStateException("The planner answers with HTTP " + answer.statusCode());
		}
		return answer.body();
	}

	/**
	 * Where the planner is.
	 */
	@FunctionalInterface
	private interface Peer {

		@Nullable String send(String message) throws IOException, InterruptedException;

	}

}
