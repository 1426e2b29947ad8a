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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.http.Endpoint;
import io.agentbay.internal.http.HttpCall;
import io.agentbay.internal.http.HttpReply;
import io.agentbay.internal.http.Lane;
import io.agentbay.internal.http.ReliableCaller;
import io.agentbay.internal.http.ReplyReader;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.observe.CallObserver;
import io.agentbay.observation.AgentBayObservation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

import org.springframework.http.MediaType;

/**
 * Frames requests as the service wants them and takes its answers out of their frame.
 */
final class ApiCaller {

	private static final String VERSION = "2025-05-06";

	private final ReliableCaller caller;

	private final CallObserver observer;

	private final Endpoint endpoint;

	private final Secret apiKey;

	private final Duration responseTimeout;

	ApiCaller(ReliableCaller caller, CallObserver observer, Endpoint endpoint, Secret apiKey,
			Duration responseTimeout) {
		this.caller = caller;
		this.observer = observer;
		this.endpoint = endpoint;
		this.apiKey = apiKey;
		this.responseTimeout = responseTimeout;
	}

	<T> Mono<ApiReply<T>> call(Action action, @Nullable String sessionId, ApiCall.ParametersFactory parameters,
			Function<Envelope, ? extends @Nullable T> data) {
		return call(action, sessionId, parameters, null, null, data);
	}

	<T> Mono<ApiReply<T>> call(Action action, @Nullable String sessionId, ApiCall.ParametersFactory parameters,
			@Nullable Duration responseTimeout, @Nullable Duration connectTimeout,
			Function<Envelope, ? extends @Nullable T> data) {
		Duration limit = (responseTimeout != null) ? responseTimeout : this.responseTimeout;
		return call(new ApiCall(action, sessionId, parameters, limit, connectTimeout), data);
	}

	private <T> Mono<ApiReply<T>> call(ApiCall call, Function<Envelope, ? extends @Nullable T> data) {
		String name = call.action().wireName();
		CallDetails details = CallDetails.of(name, call.sessionId());
		ReplyReader<ApiReply<T>> reader = new EnvelopeReader<>(details, data);
		Mono<ApiReply<T>> answer = Mono
			.defer(() -> this.caller.call(details, call.action().effect(), () -> request(call), reader));
		return this.observer.observe(AgentBayObservation.API_CALL, name, call.sessionId(), answer);
	}

	private HttpCall request(ApiCall call) {
		String name = call.action().wireName();
		Parameters parameters = call.parameters();
		String authorization = "Bearer " + this.apiKey.reveal();
		boolean inQuery = call.action().isAuthorizedInQuery();
		if (!inQuery) {
			parameters.with("Authorization", authorization);
		}
		parameters.inQuery("Action", name)
			.inQuery("Version", VERSION)
			.inQuery("Format", "json")
			.inQuery("Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS))
			.inQuery("SignatureNonce", UUID.randomUUID().toString().replace("-", ""));
		URI uri = URI.create(this.endpoint.uri() + "/?" + parameters.encodedQuery());
		String secretQuery = inQuery ? new Parameters().inQuery("Authorization", authorization).encodedQuery() : null;
		return new HttpCall(uri, secretQuery, MediaType.APPLICATION_FORM_URLENCODED,
				Map.of("x-acs-action", name, "x-acs-version", VERSION),
				parameters.encodedBody().getBytes(StandardCharsets.US_ASCII), call.responseTimeout(),
				call.connectTimeout(), (call.action() == Action.CALL_MCP_TOOL) ? Lane.WORK : Lane.ACTIONS);
	}

	private record EnvelopeReader<T>(CallDetails call,
			Function<Envelope, ? extends @Nullable T> data) implements ReplyReader<ApiReply<T>> {

		@Override
		public ApiReply<T> read(HttpReply reply) {
			Envelope envelope = Envelope.read(this.call, reply);
			if (!envelope.outcome().success()) {
				return new ApiReply<>(envelope.outcome(), null);
			}
			try {
				return new ApiReply<>(envelope.outcome(), this.data.apply(envelope));
			}
			catch (JacksonException ex) {
				throw new InvalidReplyException(
						"The reply to %s does not have the expected form".formatted(this.call.operation()),
						envelope.outcome().details(), reply.status(), ex);
			}
		}

		@Override
		public Outcome outcome(ApiReply<T> content) {
			return content.outcome();
		}

		@Override
		public boolean isBusy(HttpReply reply, ApiReply<T> content) {
			return content.failureKind() == FailureKind.THROTTLED || reply.status() == 502 || reply.status() == 503
					|| reply.status() == 504;
		}

	}

}
