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

package io.agentbay.internal.tool;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.api.Refusals;
import io.agentbay.internal.http.Effect;
import io.agentbay.internal.http.Endpoint;
import io.agentbay.internal.http.HttpCall;
import io.agentbay.internal.http.HttpReply;
import io.agentbay.internal.http.Lane;
import io.agentbay.internal.http.ReliableCaller;
import io.agentbay.internal.http.ReplyReader;
import io.agentbay.internal.json.Json;
import io.agentbay.tool.ToolCall;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;

/**
 * Calls tools over the direct link of a session: JSON over HTTP past the service's
 * gateway, without its limits on size and time.
 */
final class DirectLink {

	/** Code of a refusal by the link itself, which does not say why. */
	static final String REFUSED = "DirectLinkRefused";

	private final ReliableCaller caller;

	private final Duration responseTimeout;

	private final boolean allowPlainHttp;

	DirectLink(ReliableCaller caller, Duration responseTimeout, boolean allowPlainHttp) {
		this.caller = caller;
		this.responseTimeout = responseTimeout;
		this.allowPlainHttp = allowPlainHttp;
	}

	Mono<ToolReply> call(ToolChannel channel, ToolCall call) {
		URI base = Objects.requireNonNull(channel.directLink());
		String token = Objects.requireNonNull(channel.token()).reveal();
		Endpoint.requireEncryptionOutside(base, this.allowPlainHttp);
		URI uri = URI.create(base.toString().replaceAll("/+$", "") + "/callTool");
		String requestId = String.format(Locale.ROOT, "link-%d-%09d", System.currentTimeMillis(),
				ThreadLocalRandom.current().nextInt(1_000_000_000));
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("args", call.arguments());
		body.put("server", channel.serverOf(call.tool()));
		body.put("requestId", requestId);
		body.put("tool", call.tool());
		body.put("token", token);
		Duration limit = (call.readTimeout() != null) ? call.readTimeout() : this.responseTimeout;
		HttpCall request = new HttpCall(uri, null, MediaType.APPLICATION_JSON, Map.of("X-Access-Token", token),
				Json.MAPPER.writeValueAsBytes(body), limit, call.connectTimeout(), Lane.WORK);
		return this.caller.call(CallDetails.of(call.tool(), channel.sessionId()), Effect.EFFECT, () -> request,
				new Reader(new CallDetails(call.tool(), channel.sessionId(), requestId)));
	}

	private record Reader(CallDetails call) implements ReplyReader<ToolReply> {

		@Override
		public ToolReply read(HttpReply reply) {
			if (reply.status() >= 400 && reply.status() < 500) {
				return new ToolReply(refusal(reply), "");
			}
			if (!reply.isSuccessful()) {
				throw invalid("has HTTP status " + reply.status(), reply, null);
			}
			try {
				return ToolReply.from(result(reply), this.call);
			}
			catch (JacksonException ex) {
				throw invalid("is not JSON", reply, ex);
			}
		}

		/** The link may say why it refuses, as the service's gateway does. */
		private Outcome refusal(HttpReply reply) {
			Outcome told = Refusals.read(reply, this.call);
			if (told != null) {
				return told;
			}
			String message = "The direct link refused the call (HTTP %s)".formatted(reply.status());
			return Outcome.failure((reply.status() == 429) ? FailureKind.THROTTLED : FailureKind.SERVICE, REFUSED,
					message, this.call);
		}

		@Override
		public Outcome outcome(ToolReply content) {
			return content.outcome();
		}

		@Override
		public boolean isBusy(HttpReply reply, ToolReply content) {
			return false;
		}

		private JsonNode result(HttpReply reply) {
			JsonNode data = Json.MAPPER.readTree(reply.body()).get("data");
			if (data == null || data.isNull()) {
				throw invalid("has no 'data'", reply, null);
			}
			JsonNode result = (data.isString() ? Json.MAPPER.readTree(data.asString()) : data).get("result");
			if (result == null || !result.isObject()) {
				throw invalid("has no 'result'", reply, null);
			}
			return result;
		}

		private InvalidReplyException invalid(String what, HttpReply reply, @Nullable Throwable cause) {
			return new InvalidReplyException("The reply of the direct link %s".formatted(what), this.call,
					reply.status(), cause);
		}

	}

}
