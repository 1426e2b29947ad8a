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

package io.agentbay.internal.api;

import io.agentbay.error.AuthenticationException;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.internal.http.HttpReply;
import io.agentbay.internal.json.Json;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The frame around every answer of the service.
 *
 * @param outcome whether the service did what it was asked to
 * @param root the whole answer
 */
record Envelope(Outcome outcome, JsonNode root) {

	private static final String NOT_LOGGED_IN = "NOT_LOGIN";

	static Envelope read(String action, HttpReply reply) {
		JsonNode root = parse(action, reply);
		@Nullable String requestId = Json.text(root, "RequestId", "requestId");
		@Nullable String code = Json.text(root, "Code", "code");
		@Nullable String message = Json.text(root, "Message", "message");
		if (NOT_LOGGED_IN.equals(code) || reply.status() == 401) {
			throw new AuthenticationException("The service does not accept the API key: it is wrong, expired, or "
					+ "belongs to the gateway of another region", requestId, null);
		}
		JsonNode success = root.get("Success");
		boolean refused = success != null && success.isBoolean() && !success.booleanValue();
		if (reply.isSuccessful() && !refused) {
			return new Envelope(Outcome.success(requestId), root);
		}
		return new Envelope(Refusals.outcome(reply.status(), code, message, requestId), root);
	}

	/**
	 * The data of the answer, {@code null} when it has none. Some actions send it as JSON
	 * text.
	 */
	@Nullable JsonNode data() {
		JsonNode data = this.root.get("Data");
		return (data == null || data.isNull()) ? null : data;
	}

	@Nullable String text(String name) {
		return Json.text(this.root, name);
	}

	@Nullable Integer integer(String name) {
		JsonNode value = this.root.get(name);
		return (value != null && value.canConvertToInt()) ? Integer.valueOf(value.intValue()) : null;
	}

	private static JsonNode parse(String action, HttpReply reply) {
		try {
			JsonNode root = Json.MAPPER.readTree(reply.body());
			if (root.isObject()) {
				return root;
			}
			throw invalid(action, reply, null);
		}
		catch (JacksonException ex) {
			throw invalid(action, reply, ex);
		}
	}

	private static InvalidReplyException invalid(String action, HttpReply reply, @Nullable JacksonException cause) {
		String message = "The reply to %s is not a JSON object: HTTP %d, %d bytes, starting '%s'".formatted(action,
				reply.status(), reply.body().length, reply.excerpt());
		return new InvalidReplyException(message, reply.status(), cause);
	}

}
