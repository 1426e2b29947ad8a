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

import io.netty.channel.ChannelFutureListener;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Responses that end too early.
 */
final class BrokenResponses {

	private BrokenResponses() {
	}

	/**
	 * Close the connection without a response.
	 */
	static Mono<ServerResponse> drop() {
		return ServerResponse.ok().build((exchange, context) -> close(exchange.getResponse()));
	}

	/**
	 * Announce the whole response and close the connection after a part of its body.
	 * @param reply the whole response
	 * @param bytes how much of its body is sent, at least one byte less than it has
	 */
	static Mono<ServerResponse> cut(Reply reply, int bytes) {
		return ServerResponse.status(reply.status()).build((exchange, context) -> {
			ServerHttpResponse response = exchange.getResponse();
			response.setStatusCode(HttpStatusCode.valueOf(reply.status()));
			response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
			response.getHeaders().setContentLength(reply.body().length);
			byte[] part = new byte[Math.max(0, Math.min(bytes, reply.body().length - 1))];
			System.arraycopy(reply.body(), 0, part, 0, part.length);
			return response.writeAndFlushWith(Mono.just(Mono.just(response.bufferFactory().wrap(part))))
				.then(close(response));
		});
	}

	private static Mono<Void> close(ServerHttpResponse response) {
		HttpServerResponse connected = ServerHttpResponseDecorator.getNativeResponse(response);
		return Mono.create((sink) -> connected.withConnection((connection) -> connection.channel()
			.close()
			.addListener((ChannelFutureListener) (closed) -> sink.success())));
	}

}
