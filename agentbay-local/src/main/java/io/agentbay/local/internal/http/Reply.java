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

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * An answer, ready to be sent.
 *
 * @param status the HTTP status
 * @param body the body
 * @param headers headers beside the content type
 */
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, byte[] body, Map<String, String> headers) {

	Mono<ServerResponse> send() {
		ServerResponse.BodyBuilder response = ServerResponse.status(this.status)
			.contentType(MediaType.APPLICATION_JSON)
			.contentLength(this.body.length);
		this.headers.forEach((name, value) -> response.headers((headers) -> headers.set(name, value)));
		return response.bodyValue(this.body);
	}

	/** Send it where the door has begun to answer by itself. */
	Mono<Void> write(ServerHttpResponse response) {
		response.setStatusCode(HttpStatusCode.valueOf(this.status));
		this.headers.forEach(response.getHeaders()::set);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setContentLength(this.body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(this.body)));
	}

}
