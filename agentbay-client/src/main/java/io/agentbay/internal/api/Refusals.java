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

import java.util.Locale;

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.http.HttpReply;
import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Tells from status, code and message of a refusal which kind it is.
 */
public final class Refusals {

	private Refusals() {
	}

	/**
	 * Read a refusal that comes in the service's envelope, whatever sent it.
	 * @param reply the answer
	 * @param call the call, with an id of its request that is used if the envelope tells
	 * none
	 * @return why it was refused, {@code null} if the answer does not say
	 */
	public static @Nullable Outcome read(HttpReply reply, CallDetails call) {
		try {
			JsonNode envelope = Json.MAPPER.readTree(reply.body());
			String code = Json.text(envelope, "Code", "code");
			String told = Json.text(envelope, "RequestId", "requestId");
			return (code == null) ? null : outcome(reply.status(), code, Json.text(envelope, "Message", "message"),
					(told != null) ? call.withRequestId(told) : call);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	static Outcome outcome(int status, @Nullable String code, @Nullable String message, CallDetails call) {
		FailureKind kind = kind(status, (code != null) ? code.toLowerCase(Locale.ROOT) : "",
				(message != null) ? message.toLowerCase(Locale.ROOT) : "");
		String text = (message != null) ? message.strip() : noReason(status);
		return Outcome.failure(kind, code, (code != null) ? "[" + code + "] " + text : text, call);
	}

	private static String noReason(int status) {
		return "The service gave no reason (HTTP " + status
				+ "). If it never does, something else than AgentBay answers at this endpoint";
	}

	private static FailureKind kind(int status, String code, String message) {
		if (isSessionGone(code, message)) {
			return FailureKind.SESSION_GONE;
		}
		if (code.startsWith("incorrect") && code.contains("status")) {
			return FailureKind.SESSION_STATE;
		}
		if (status == 429 || code.contains("throttling")) {
			return FailureKind.THROTTLED;
		}
		if (code.contains("quota") || code.contains("limitexceeded")) {
			return FailureKind.QUOTA;
		}
		if (status == 409 || isConflict(code)) {
			return FailureKind.CONFLICT;
		}
		if (status == 404 || code.contains("notfound")) {
			return FailureKind.NOT_FOUND;
		}
		if (status == 408 || status == 504 || code.contains("timeout")) {
			return FailureKind.TIMEOUT;
		}
		if (status == 400 || code.startsWith("invalid") || code.contains("param")) {
			return FailureKind.INVALID_ARGUMENT;
		}
		return FailureKind.SERVICE;
	}

	private static boolean isConflict(String code) {
		return code.endsWith(".inuse") || code.endsWith("conflict")
				|| code.endsWith("exists") && !code.endsWith("notexists") || code.endsWith("notempty")
				|| code.endsWith(".clearing") || code.endsWith("alreadybound");
	}

	private static boolean isSessionGone(String code, String message) {
		return code.contains("invalidmcpsession.notfound") || code.contains("sessionnotfound")
				|| code.contains("sessionexpired")
				|| (message.contains("[mcpsession]") && message.contains("not found"))
				|| message.contains("no alive session") || message.contains("no need to release");
	}

}
