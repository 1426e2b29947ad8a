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

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

import io.agentbay.local.internal.action.ActionException;
import io.agentbay.local.internal.action.ToolCalls;
import io.agentbay.local.internal.session.SessionNotFoundException;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.journal.Journal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The door that leads straight to the tools of one session: JSON in and out, opened by
 * the session's token.
 */
final class DirectLinkDoor {

	static final String PATH = "/link/{sessionId}/callTool";

	private final JsonMapper mapper;

	private final Bodies bodies;

	private final Sessions sessions;

	private final ToolCalls calls;

	private final Envelopes envelopes;

	private final Handling handling;

	DirectLinkDoor(JsonMapper mapper, Bodies bodies, Sessions sessions, ToolCalls calls, Envelopes envelopes,
			Handling handling) {
		this.mapper = mapper;
		this.bodies = bodies;
		this.sessions = sessions;
		this.calls = calls;
		this.envelopes = envelopes;
		this.handling = handling;
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		String sessionId = request.pathVariable("sessionId");
		return this.bodies.read(request).map(this::parse).flatMap((call) -> {
			String tool = text(call, "tool");
			try {
				checkToken(sessionId, request.headers().firstHeader("X-Access-Token"), text(call, "token"));
			}
			catch (ActionException | SessionNotFoundException ex) {
				// A stranger leaves no trace in the journal and takes no fault away.
				return this.envelopes.failure(ex).send();
			}
			URI endpoint = OpenApiDoor.endpoint(request);
			return this.handling.handle(Journal.DIRECT_CALL, tool, sessionId,
					() -> call(sessionId, tool, call, endpoint));
		});
	}

	private JsonNode parse(byte[] body) {
		try {
			JsonNode call = this.mapper.readTree(body);
			if (call.isObject()) {
				return call;
			}
		}
		catch (JacksonException ex) {
			throw new ActionException(400, "InvalidParameter", "The body is not JSON: " + ex.getOriginalMessage());
		}
		throw new ActionException(400, "InvalidParameter", "The body must be a JSON object");
	}

	private void checkToken(String sessionId, @Nullable String header, @Nullable String field) {
		String token = this.sessions.get(sessionId).token();
		String given = Objects.requireNonNullElse((header != null) ? header : field, "");
		if (!ApiKey.equal(token, given)) {
			throw new ActionException(401, "InvalidToken", "The token is missing or is not the one of this session");
		}
	}

	private Reply call(String sessionId, @Nullable String tool, JsonNode call, URI endpoint)
			throws IOException, InterruptedException {
		if (tool == null || tool.isEmpty()) {
			throw new ActionException(400, "MissingParameter", "Field tool is required");
		}
		JsonNode arguments = call.path("args");
		if (!arguments.isMissingNode() && !arguments.isNull() && !arguments.isObject()) {
			throw new ActionException(400, "InvalidParameter", "Field args must be a JSON object");
		}
		Map<String, Object> result = ToolCalls.describe(
				this.calls.call(sessionId, tool, arguments.isObject() ? arguments : this.mapper.createObjectNode()),
				endpoint);
		return this.envelopes.json(200, Map.of("data", Map.of("result", result)));
	}

	private static @Nullable String text(JsonNode call, String field) {
		JsonNode value = call.path(field);
		return value.isString() ? value.stringValue() : null;
	}

}
