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

package io.agentbay.local.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.agentbay.local.internal.action.ActionException;
import io.agentbay.local.internal.channel.Channels;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The door by which a program makes the browser of a session tell its user something, as
 * those of the service do by themselves.
 */
final class PushDoor {

	static final String PATH = "/push/{sessionId}";

	private static final String NAME = "push";

	private final JsonMapper mapper;

	private final Bodies bodies;

	private final ApiKey key;

	private final Channels channels;

	private final Envelopes envelopes;

	private final Handling handling;

	PushDoor(JsonMapper mapper, Bodies bodies, ApiKey key, Channels channels, Envelopes envelopes, Handling handling) {
		this.mapper = mapper;
		this.bodies = bodies;
		this.key = key;
		this.channels = channels;
		this.envelopes = envelopes;
		this.handling = handling;
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		String given = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
		try {
			this.key.check((given != null) ? given : "");
		}
		catch (ActionException ex) {
			return this.envelopes.failure(ex).send();
		}
		String sessionId = request.pathVariable("sessionId");
		return this.bodies.read(request)
			.map(this::message)
			.flatMap((message) -> this.handling.handle(NAME, null, sessionId,
					() -> this.envelopes.json(200, Map.of("Told", this.channels.notifyOfBrowser(sessionId, message)))));
	}

	private Map<String, Object> message(byte[] body) {
		try {
			return this.mapper.readValue(new String(body, StandardCharsets.UTF_8), new TypeReference<>() {
			});
		}
		catch (JacksonException ex) {
			throw new ActionException(400, "InvalidParameter", "The body must be a JSON object");
		}
	}

}
