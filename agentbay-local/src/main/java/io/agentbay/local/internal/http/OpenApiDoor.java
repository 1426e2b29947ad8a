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

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.local.internal.action.ActionException;
import io.agentbay.local.internal.action.ActionRequest;
import io.agentbay.local.internal.action.Actions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The door through which actions are called: parameters in query and form, an envelope
 * around every answer.
 */
final class OpenApiDoor {

	private final Bodies bodies;

	private final ApiKey key;

	private final Actions actions;

	private final Envelopes envelopes;

	private final Handling handling;

	OpenApiDoor(Bodies bodies, ApiKey key, Actions actions, Envelopes envelopes, Handling handling) {
		this.bodies = bodies;
		this.key = key;
		this.actions = actions;
		this.envelopes = envelopes;
		this.handling = handling;
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		return this.bodies.read(request).map((body) -> read(request, body)).flatMap((call) -> {
			String action = action(request, call);
			try {
				authorize(action, call);
			}
			catch (ActionException ex) {
				// A stranger leaves no trace in the journal and takes no fault away.
				return this.envelopes.failure(ex).send();
			}
			String tool = "CallMcpTool".equals(action) ? call.text("Name") : null;
			return this.handling.handle(action, tool, call.text("SessionId"),
					() -> this.envelopes.success(this.actions.get(action).carryOut(call)));
		});
	}

	private void authorize(@Nullable String action, ActionRequest call) {
		if (Actions.wantsKey(action)) {
			this.key.check(call);
		}
		else {
			this.actions.checkSessionToken(call);
		}
	}

	private ActionRequest read(ServerRequest request, byte[] body) {
		Map<String, String> parameters = new LinkedHashMap<>();
		FormDecoder.decode(request.uri().getRawQuery(), parameters);
		if (body.length > 0) {
			MediaType type = request.headers().contentType().orElse(MediaType.APPLICATION_FORM_URLENCODED);
			if (!MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
				throw new ActionException(415, "UnsupportedMediaType",
						"The body must be " + MediaType.APPLICATION_FORM_URLENCODED);
			}
			FormDecoder.decode(body, parameters);
		}
		return new ActionRequest(parameters, endpoint(request));
	}

	/**
	 * The address by which the client has found the runtime, so that what it is given is
	 * at an address that it can find, too, also through a port that was mapped. One that
	 * names no host, as HTTP/1.0 allows, has come to an address all the same.
	 */
	static URI endpoint(ServerRequest request) {
		URI uri = request.uri();
		InetSocketAddress local = request.exchange().getRequest().getLocalAddress();
		if (local != null && !StringUtils.hasText(request.headers().firstHeader(HttpHeaders.HOST))) {
			return URI.create(
					"%s://%s:%s".formatted(uri.getScheme(), LocalServer.shown(local.getAddress()), local.getPort()));
		}
		return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
	}

	private static @Nullable String action(ServerRequest request, ActionRequest call) {
		String action = call.text("Action");
		return (action != null) ? action : request.headers().firstHeader("x-acs-action");
	}

}
