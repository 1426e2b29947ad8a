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

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.agentbay.connection.ConnectionFigures;
import io.agentbay.connection.Proxy;
import io.agentbay.error.CallDetails;
import io.agentbay.error.InvalidReplyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends a request once and reads its answer. Owns the connections and the event loops of
 * a client: both are its own, so that closing it disturbs nobody else, and nobody else's
 * shutdown cuts off its last calls.
 */
public final class HttpTransport implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(HttpTransport.class);

	/** The key by which Reactor looks for what to do with errors that nobody takes. */
	private static final String ON_ERROR_DROPPED = "reactor.onErrorDropped.local";

	private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

	private final ConnectionPools pools = new ConnectionPools();

	private final TrafficCounter traffic = new TrafficCounter();

	private final TransportSettings settings;

	private final WebSockets webSockets;

	private final AtomicBoolean closed = new AtomicBoolean();

	private final Sinks.Empty<Object> closing = Sinks.empty();

	private volatile @Nullable Wire wire;

	/**
	 * Create a transport. No connection is opened yet, and nothing that is needed for one
	 * is loaded: an application that starts need not wait for it.
	 * @param settings how requests travel
	 */
	public HttpTransport(TransportSettings settings) {
		this.settings = settings;
		this.webSockets = new WebSockets(() -> wire().webSocketClient(), settings);
	}

	private Wire wire() {
		Wire present = this.wire;
		return (present != null) ? present : open();
	}

	private synchronized Wire open() {
		Assert.state(!this.closed.get(), "The AgentBay client is closed");
		Wire present = this.wire;
		if (present == null) {
			present = new Wire(this.settings, this.pools, this.traffic);
			this.wire = present;
		}
		return present;
	}

	/**
	 * Send a request once.
	 * @param call the request
	 * @param limit the longest time for it
	 * @return the answer, whatever its status; an {@link AttemptFailedException} when
	 * none arrived, an {@link InvalidReplyException} when it was too large
	 */
	Mono<HttpReply> exchange(HttpCall call, Duration limit) {
		return Mono.defer(() -> this.closed.get()
				? Mono.error(new IllegalStateException("The AgentBay client is closed")) : send(call, limit));
	}

	/**
	 * Return what sends requests whose content does not fit into the memory.
	 */
	public WebClient webClient() {
		Assert.state(!this.closed.get(), "The AgentBay client is closed");
		return wire().webClient(Lane.WORK);
	}

	private Mono<HttpReply> send(HttpCall call, Duration limit) {
		SendingState state = new SendingState();
		return wire().webClient(call.lane())
			.post()
			.uri(call.uri())
			.contentType(call.contentType())
			.headers((headers) -> call.headers().forEach(headers::set))
			.httpRequest((request) -> beforeSending(request, call, state))
			.bodyValue(call.body())
			.exchangeToMono((response) -> read(response, state))
			.timeout(limit, Failures.noAnswerWithin(limit))
			.transform((exchange) -> Abort.on(exchange, state.expiry(call.connectTimeout())))
			.takeUntilOther(closing())
			.onErrorMap((ex) -> map(ex, state))
			.contextWrite(HttpTransport::quietly);
	}

	/**
	 * What fails after its call was cancelled concerns nobody; Reactor would log an
	 * error.
	 * @param context the context of a call
	 * @return the context in which it is logged at DEBUG
	 */
	public static Context quietly(Context context) {
		return context.put(ON_ERROR_DROPPED,
				(Consumer<Throwable>) (ex) -> logger.debug("A call that was given up failed", ex));
	}

	private static void beforeSending(ClientHttpRequest request, HttpCall call, SendingState state) {
		HttpClientRequest nativeRequest = request.getNativeRequest();
		state.markSent((Connection) nativeRequest);
		nativeRequest.responseTimeout(call.responseTimeout());
		if (call.secretQuery() != null) {
			SecretQuery.set(((Connection) nativeRequest).channel(), call.secretQuery());
		}
	}

	private Mono<HttpReply> read(ClientResponse response, SendingState state) {
		long announced = response.headers().contentLength().orElse(-1);
		long largest = this.settings.maxReplySize().toBytes();
		if (announced > largest) {
			// Else it would be read to its end, only to be dropped.
			state.hangUp();
			return Mono.error(new DataBufferLimitException(
					"%s bytes were announced, but only %s are taken".formatted(announced, largest)));
		}
		@Nullable String retryAfter = response.headers().asHttpHeaders().getFirst("Retry-After");
		int status = response.statusCode().value();
		return response.bodyToMono(byte[].class)
			.defaultIfEmpty(new byte[0])
			.map((body) -> new HttpReply(status, retryAfter, body));
	}

	/**
	 * Tell what kept a request from being answered.
	 * @param ex what the libraries tell
	 * @param state how far the request was
	 * @return the failure of the attempt
	 */
	public Throwable map(Throwable ex, SendingState state) {
		if (Failures.isCausedBy(ex, DataBufferLimitException.class)) {
			return new InvalidReplyException("The reply is larger than the limit 'maxReplySize' allows",
					CallDetails.none(), 0, ex);
		}
		return new AttemptFailedException(Failures.describe(ex) + byWayOf(state), state.isSent(),
				Failures.isTimeout(ex), Failures.unwrapped(ex));
	}

	/** Whoever reads that a connection was refused must know whose. */
	private String byWayOf(SendingState state) {
		Proxy proxy = this.settings.proxy();
		return (proxy != null && !state.isSent()) ? " (by way of the proxy " + proxy.host() + ":" + proxy.port() + ")"
				: "";
	}

	/**
	 * Tell how the connections stand.
	 * @return the figures
	 */
	public ConnectionFigures figures() {
		return new ConnectionFigures(this.pools.sum(ConnectionPoolMetrics::acquiredSize),
				this.pools.sum(ConnectionPoolMetrics::idleSize),
				this.pools.sum(ConnectionPoolMetrics::pendingAcquireSize), this.webSockets.size(), this.traffic.sent(),
				this.traffic.received());
	}

	/**
	 * Return what opens WebSockets, on the same event loops.
	 * @return the opener, closed together with this
	 */
	public WebSockets webSockets() {
		return this.webSockets;
	}

	/**
	 * Return a signal that fails when the transport has been closed, and there is nothing
	 * left that could be cancelled. A call that was on its way to an event loop that has
	 * stopped would otherwise wait for its time-out.
	 */
	public Mono<Object> closing() {
		return this.closing.asMono();
	}

	/**
	 * Close all connections and stop the event loops. Running calls fail. Closing twice
	 * does nothing.
	 */
	@Override
	public void close() {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		this.webSockets.close();
		Mono<Void> disposal = opened().map((opened) -> opened.dispose(CLOSE_LIMIT))
			.orElse(Mono.empty())
			.doFinally((signal) -> this.closing.tryEmitError(new IOException("the client was closed")));
		if (Schedulers.isInNonBlockingThread()) {
			disposal.subscribe();
		}
		else {
			Closing.await(disposal.timeout(CLOSE_LIMIT.plusSeconds(1)));
		}
	}

	private synchronized Optional<Wire> opened() {
		return Optional.ofNullable(this.wire);
	}

}
