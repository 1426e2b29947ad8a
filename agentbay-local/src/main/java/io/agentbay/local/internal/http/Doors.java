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

import java.util.Map;

import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * All doors, and the walls between them: what fits no door is told so in an envelope.
 */
final class Doors {

	private final OpenApiDoor openApi;

	private final DirectLinkDoor directLink;

	private final LinkDoor links;

	private final CdpDoor browsers;

	private final ResourceDoor resources;

	private final PictureDoor pictures;

	private final ContextFileDoor contextFiles;

	private final WebSocketDoor webSockets;

	private final PushDoor pushes;

	private final Visitors visitors;

	private final Envelopes envelopes;

	Doors(OpenApiDoor openApi, DirectLinkDoor directLink, LinkDoor links, CdpDoor browsers, ResourceDoor resources,
			PictureDoor pictures, ContextFileDoor contextFiles, WebSocketDoor webSockets, PushDoor pushes,
			Visitors visitors, Envelopes envelopes) {
		this.openApi = openApi;
		this.directLink = directLink;
		this.links = links;
		this.browsers = browsers;
		this.resources = resources;
		this.pictures = pictures;
		this.contextFiles = contextFiles;
		this.webSockets = webSockets;
		this.pushes = pushes;
		this.visitors = visitors;
		this.envelopes = envelopes;
	}

	HttpHandler handler() {
		RouterFunction<ServerResponse> router = RouterFunctions.route()
			.GET("/", this.openApi::handle)
			.POST("/", this.openApi::handle)
			.GET(ResourceDoor.PATH, this.resources::handle)
			.GET(PictureDoor.PATH, this.pictures::handle)
			.POST(DirectLinkDoor.PATH, this.directLink::handle)
			.POST(PushDoor.PATH, this.pushes::handle)
			.GET(WebSocketDoor.PATH, this.webSockets::handle)
			.GET(ContextFileDoor.PATH, this.contextFiles::get)
			.PUT(ContextFileDoor.PATH, this.contextFiles::put)
			.GET(CdpDoor.PATH, this.browsers::handle)
			.route(RequestPredicates.path(LinkDoor.PATH).or(RequestPredicates.path(LinkDoor.SOCKET_PATH)),
					this.links::handle)
			.route(RequestPredicates.path("/")
				.or(RequestPredicates.path(DirectLinkDoor.PATH))
				.or(RequestPredicates.path(ContextFileDoor.PATH)),
					(request) -> this.envelopes
						.failure(405, "MethodNotAllowed", "The method " + request.method() + " is not served here")
						.send())
			.route(RequestPredicates.all(),
					(request) -> this.envelopes.failure(404, "NotFound", "Nothing is served at this path").send())
			.build();
		return RouterFunctions.toHttpHandler(router.filter((request, next) -> {
			String objection = this.visitors.objection(request);
			return (objection == null) ? guarded(next.handle(request))
					: this.envelopes.failure(403, "Forbidden", objection).send();
		}));
	}

	private Mono<ServerResponse> guarded(Mono<ServerResponse> response) {
		return response.onErrorResume((failure) -> {
			if (failure instanceof AbortedException) {
				// The client has gone and its connection with it: there is nobody to
				// tell.
				return Mono.never();
			}
			Reply reply = this.envelopes.failure(failure);
			// Part of the body may be unread; the connection cannot be used again.
			return new Reply(reply.status(), reply.body(), Map.of("Connection", "close")).send();
		});
	}

}
