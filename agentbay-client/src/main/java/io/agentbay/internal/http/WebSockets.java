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

package io.agentbay.internal.http;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.agentbay.error.CallDetails;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.internal.http.WebSocketLink.Listener;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

/**
 * Opens WebSockets. They share the event loops of the client and have no thread of their
 * own. They are not taken from its pool of connections, since each is held for long.
 */
public final class WebSockets {

	private static final int MAX_FRAME = 16 * 1024 * 1024;

	private final Supplier<HttpClient> client;

	private final Duration handshakeLimit;

	private final boolean allowPlainHttp;

	private final int maxFrame;

	private final Set<WebSocketLink> open = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	public WebSockets(Supplier<HttpClient> client, TransportSettings settings) {
		this.client = client;
		this.handshakeLimit = settings.timeouts().response();
		this.allowPlainHttp = settings.allowPlainHttp();
		this.maxFrame = (int) Math.min(MAX_FRAME, settings.maxReplySize().toBytes());
	}

	/**
	 * Open a WebSocket.
	 * @param address where it leads; its query is taken for a secret
	 * @param token the secret that opens it
	 * @param listener hears what arrives
	 * @return the WebSocket, open; a {@link HandshakeRefusedException} if the other side
	 * refuses it, a {@link ConnectionFailedException} if it cannot be reached
	 */
	public Mono<WebSocketLink> open(URI address, Secret token, Listener listener) {
		Endpoint.requireEncryptionOutside(address, this.allowPlainHttp);
		return Mono.<WebSocketLink>create((sink) -> {
			if (this.closed) {
				sink.error(new IllegalStateException("The AgentBay client is closed"));
				return;
			}
			sink.onCancel(connect(address, token, listener, sink));
		}).timeout(this.handshakeLimit).onErrorMap(WebSockets::explain);
	}

	private Disposable connect(URI address, Secret token, Listener listener, MonoSink<WebSocketLink> sink) {
		String query = address.getRawQuery();
		String plain = address.toString().replaceAll("[?#].*", "");
		AtomicBoolean opened = new AtomicBoolean();
		return this.client.get()
			.headers((headers) -> headers.set("X-Access-Token", token.reveal()))
			.doOnRequest((request, connection) -> {
				if (query != null) {
					SecretQuery.set(connection.channel(), query);
				}
			})
			.websocket(WebsocketClientSpec.builder().maxFramePayloadLength(this.maxFrame).build())
			.uri(plain)
			.handle((in, out) -> {
				WebSocketLink link = new WebSocketLink(in, out, this.maxFrame, listener, this.open::remove);
				this.open.add(link);
				opened.set(true);
				sink.success(link);
				if (this.closed) {
					link.close();
				}
				return link.run();
			})
			.subscribe((nothing) -> {
			}, (failure) -> {
				// A link that was open has told its listener itself.
				if (!opened.get()) {
					sink.error(failure);
				}
			});
	}

	private static Throwable explain(Throwable failure) {
		if (failure instanceof WebSocketClientHandshakeException refused && refused.response() != null) {
			return new HandshakeRefusedException(refused.response().status().code(), CallDetails.none(), failure);
		}
		if (failure instanceof IllegalStateException) {
			return failure;
		}
		return new ConnectionFailedException("The WebSocket could not be opened: " + Failures.describe(failure),
				CallDetails.none(), failure);
	}

	public int size() {
		return this.open.size();
	}

	public void close() {
		this.closed = true;
		this.open.forEach(WebSocketLink::close);
	}

}
