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

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.http.HttpReply;
import io.agentbay.internal.json.Json;
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

	static Envelope read(CallDetails call, HttpReply reply) {
		JsonNode root = parse(call, reply);
		@Nullable String requestId = Json.text(root, "RequestId", "requestId");
		@Nullable String code = Json.text(root, "Code", "code");
		@Nullable String message = Json.text(root, "Message", "message");
		if (NOT_LOGGED_IN.equals(code) || reply.status() == 401) {
			throw ServiceException.of(FailureKind.AUTHENTICATION, code,
					"The service does not accept the API key: it is wrong, expired, or "
							+ "belongs to the gateway of another region",
					call.withRequestId(requestId));
		}
		JsonNode success = root.get("Success");
		boolean refused = success != null && success.isBoolean() && !success.booleanValue();
		if (reply.isSuccessful() && !refused) {
			return new Envelope(Outcome.success(call.withRequestId(requestId)), root);
		}
		Outcome refusal = Refusals.outcome(reply.status(), code, message, call.withRequestId(requestId));
		return new Envelope(refusal.withRetryAfter(reply.requestedPause()), root);
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

	private static JsonNode parse(CallDetails call, HttpReply reply) {
		try {
			JsonNode root = Json.MAPPER.readTree(reply.body());
			if (root.isObject()) {
				return root;
			}
			throw invalid(call, reply, null);
		}
		catch (JacksonException ex) {
			throw invalid(call, reply, ex);
		}
	}

	private static InvalidReplyException invalid(CallDetails call, HttpReply reply, @Nullable JacksonException cause) {
		String message = "The reply to %s is not a JSON object: HTTP %s, %s bytes, starting '%s'"
			.formatted(call.operation(), reply.status(), reply.body().length, reply.excerpt());
		return new InvalidReplyException(message, call, reply.status(), cause);
	}

}
