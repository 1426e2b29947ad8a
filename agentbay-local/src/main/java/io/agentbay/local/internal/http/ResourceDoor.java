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

import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.Sessions;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Where the resource URL of a session leads. The service shows a desktop there; this
 * runtime tells the session's state.
 */
final class ResourceDoor {

	static final String PATH = "/resource/{resourceId}";

	private final Sessions sessions;

	private final Envelopes envelopes;

	ResourceDoor(Sessions sessions, Envelopes envelopes) {
		this.sessions = sessions;
		this.envelopes = envelopes;
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		String resourceId = request.pathVariable("resourceId");
		List<Session> found = this.sessions.list((session) -> session.resourceId().equals(resourceId), 0, 1).sessions();
		if (found.isEmpty()) {
			return this.envelopes.failure(404, "NotFound", "There is no such resource, or its session has ended")
				.send();
		}
		Session session = found.get(0);
		return this.envelopes.json(200, Map.of("SessionId", session.id(), "Status", session.status().name())).send();
	}

}
