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

import io.agentbay.local.internal.picture.Pictures;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Where pictures of screens are fetched. Their addresses cannot be guessed, so no key is
 * needed.
 */
final class PictureDoor {

	static final String PATH = Pictures.PATH + "{name}";

	private final Pictures pictures;

	private final Envelopes envelopes;

	PictureDoor(Pictures pictures, Envelopes envelopes) {
		this.pictures = pictures;
		this.envelopes = envelopes;
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		return this.pictures.find(request.pathVariable("name"))
			.map((picture) -> ServerResponse.ok()
				.contentType(MediaType.parseMediaType(picture.format().mimeType()))
				.contentLength(picture.bytes().length)
				.bodyValue(picture.bytes()))
			.orElseGet(() -> this.envelopes.failure(404, "NotFound", "There is no such picture, or it has expired")
				.send());
	}

}
