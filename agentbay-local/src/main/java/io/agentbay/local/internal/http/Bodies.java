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

import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Reads the bodies of requests.
 *
 * @param maxBytes the size of the largest body that is accepted
 */
record Bodies(int maxBytes) {

	/**
	 * Read a body whole.
	 * @return its bytes, none when there is no body; an error when it is too large or the
	 * connection breaks; nothing ever when the server has refused the request meanwhile
	 */
	Mono<byte[]> read(ServerRequest request) {
		ServerHttpRequest received = request.exchange().getRequest();
		return DataBufferUtils.join(received.getBody(), this.maxBytes)
			.map(Bodies::bytes)
			.defaultIfEmpty(new byte[0])
			.flatMap((bytes) -> isBroken(received) ? Mono.never() : Mono.just(bytes));
	}

	/**
	 * Whether the server has found a request to be broken, and answered it, while its
	 * body was read.
	 */
	static boolean isBroken(ServerHttpRequest request) {
		AtomicBoolean broken = new AtomicBoolean();
		HttpServerRequest connected = ServerHttpRequestDecorator.getNativeRequest(request);
		connected.withConnection((connection) -> broken.set(BrokenRequests.isBroken(connection.channel())));
		return broken.get();
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
