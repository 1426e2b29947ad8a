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

package io.agentbay.terminal;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.agentbay.internal.terminal.TerminalSocketHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * An application that gives everyone who connects a terminal, and its browsers.
 */
final class TerminalApplication implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final DisposableServer server;

	/**
	 * Start a server.
	 * @param handler has the connections
	 */
	TerminalApplication(WebSocketHandler handler) {
		this(handler, new ReactorNettyRequestUpgradeStrategy(), () -> {
		});
	}

	/**
	 * Start a server.
	 * @param handler has the connections
	 * @param strategy how connections are upgraded
	 * @param arrived runs when a part of a message has gone through the server
	 */
	TerminalApplication(WebSocketHandler handler, ReactorNettyRequestUpgradeStrategy strategy, Runnable arrived) {
		HandshakeWebSocketService service = new HandshakeWebSocketService(strategy);
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.doOnChannelInit((observer, channel, address) -> channel.pipeline().addFirst(new Reading(arrived)))
			.handle(new ReactorHttpHandlerAdapter(
					WebHttpHandlerBuilder.webHandler((exchange) -> service.handleRequest(exchange, handler)).build()))
			.bindNow();
	}

	/** A handler whose terminals are opened like that. */
	static WebSocketHandler handler(Mono<ReactiveTerminal> opening, TerminalOptions options) {
		ReactiveTerminals terminals = (ReactiveTerminals) Proxy.newProxyInstance(
				TerminalApplication.class.getClassLoader(), new Class<?>[] { ReactiveTerminals.class },
				(proxy, method, arguments) -> opening);
		return new TerminalSocketHandler((socket) -> Mono.just(terminals), options);
	}

	int port() {
		return this.server.port();
	}

	URI address() {
		return URI.create("ws://127.0.0.1:" + port() + "/");
	}

	/** Connect a browser that reads whatever comes. */
	WebSocket connect(CompletableFuture<CloseStatus> closed, StringBuffer seen) {
		return connect(new Browser(closed) {

			@Override
			public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer bytes, boolean last) {
				seen.append(StandardCharsets.UTF_8.decode(bytes));
				return super.onBinary(socket, bytes, last);
			}

		});
	}

	/** Connect a browser that reads nothing unless it is told to. */
	WebSocket connectWithoutReading(CompletableFuture<CloseStatus> closed) {
		return connect(new Browser(closed) {

			@Override
			public void onOpen(WebSocket socket) {
				// Nothing is asked for.
			}

		});
	}

	private WebSocket connect(Browser browser) {
		return HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(address(), browser)
			.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
			.join();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * Tells how its connection ended.
	 */
	private static class Browser implements WebSocket.Listener {

		private final CompletableFuture<CloseStatus> closed;

		Browser(CompletableFuture<CloseStatus> closed) {
			this.closed = closed;
		}

		@Override
		public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer bytes, boolean last) {
			socket.request(1);
			return null;
		}

		@Override
		public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
			this.closed.complete(new CloseStatus(code, reason));
			return null;
		}

		@Override
		public void onError(WebSocket socket, Throwable failure) {
			this.closed.completeExceptionally(failure);
		}

	}

	/**
	 * Tells of each reading after the request, when all handlers had what was read.
	 */
	private static final class Reading extends ChannelInboundHandlerAdapter {

		private final Runnable done;

		private boolean upgraded;

		Reading(Runnable done) {
			this.done = done;
		}

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			context.fireChannelRead(message);
			if (this.upgraded) {
				this.done.run();
			}
			this.upgraded = true;
		}

	}

}
