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

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import io.agentbay.local.internal.action.ActionException;
import io.agentbay.local.internal.action.ActionReply;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.session.SessionNotFoundException;
import io.agentbay.local.internal.session.SessionStatusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.InvalidMediaTypeException;

/**
 * Puts answers into the JSON object that clients expect around everything.
 */
final class Envelopes {

	private static final Logger logger = LoggerFactory.getLogger(Envelopes.class);

	private final JsonMapper mapper;

	Envelopes(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * The answer to a call that went well.
	 */
	Reply success(ActionReply reply) {
		Map<String, Object> envelope = envelope(200, "ok", "");
		if (reply.data() != null) {
			envelope.put("Data", reply.data());
		}
		envelope.putAll(reply.further());
		return json(200, envelope);
	}

	/**
	 * The answer to a call that failed.
	 */
	Reply failure(Throwable failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		if (cause instanceof ActionException refused) {
			return failure(refused.status(), refused.code(), String.valueOf(refused.getMessage()));
		}
		if (cause instanceof ContextRefusedException refused) {
			return refusal(refused.code(), String.valueOf(refused.getMessage()));
		}
		if (cause instanceof SessionNotFoundException) {
			// Clients look for the code and for these words; the blanks are the
			// service's.
			return failure(400, "InvalidMcpSession.NotFound", "  Resource [McpSession] is not found.");
		}
		if (cause instanceof SessionStatusException) {
			return failure(400, "IncorrectSessionStatus", String.valueOf(cause.getMessage()));
		}
		if (cause instanceof DataBufferLimitException) {
			return failure(413, "RequestTooLarge", "The body of the request is larger than this runtime accepts");
		}
		if (cause instanceof InvalidMediaTypeException) {
			return failure(415, "UnsupportedMediaType", "The header Content-Type says nothing that can be understood");
		}
		logger.error("A call failed inside the local runtime", cause);
		return failure(500, "InternalError", "The local runtime failed: " + cause);
	}

	/**
	 * An answer that says what went wrong.
	 */
	Reply failure(int status, String code, String message) {
		return json(status, envelope(status, code, message));
	}

	/**
	 * An answer with HTTP 200 that says what was refused.
	 */
	private Reply refusal(String code, String message) {
		Map<String, Object> envelope = envelope(200, code, message);
		envelope.put("Success", false);
		return json(200, envelope);
	}

	/**
	 * An answer without the usual fields.
	 */
	Reply json(int status, Object body) {
		return new Reply(status, this.mapper.writeValueAsBytes(body), Map.of());
	}

	private static Map<String, Object> envelope(int status, String code, String message) {
		Map<String, Object> envelope = new LinkedHashMap<>();
		envelope.put("Code", code);
		envelope.put("HttpStatusCode", status);
		envelope.put("Message", message);
		envelope.put("RequestId", UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
		envelope.put("Success", status == 200);
		return envelope;
	}

}
