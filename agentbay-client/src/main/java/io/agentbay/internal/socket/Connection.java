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

package io.agentbay.internal.socket;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import io.agentbay.channel.ChannelState;
import io.agentbay.error.CallDetails;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.http.HandshakeRefusedException;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.http.SerialEmitter;
import io.agentbay.internal.http.WebSocketLink;
import io.agentbay.internal.http.WebSockets;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * The WebSocket of a channel: opened on first use, opened again while somebody listens,
 * and closed for good with the session.
 */
final class Connection implements WebSocketLink.Listener {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final Object lock = new Object();

	private final WebSockets sockets;

	private final @Nullable URI address;

	private final @Nullable Secret token;

	private final CallDetails details;

	private final Mono<Outcome> sessionState;

	private final User user;

	private final SerialEmitter stateEmitter = new SerialEmitter();

	private final Sinks.Many<ChannelState> states = Sinks.many().replay().latestOrDefault(ChannelState.CLOSED);

	private ChannelState state = ChannelState.CLOSED;

	private @Nullable WebSocketLink link;

	private @Nullable Mono<WebSocketLink> opening;

	private @Nullable Supplier<? extends RuntimeException> ended;

	Connection(WebSockets sockets, @Nullable URI address, @Nullable Secret token, String sessionId,
			Mono<Outcome> sessionState, User user) {
		this.sockets = sockets;
		this.address = address;
		this.token = token;
		this.details = new CallDetails(null, sessionId, null);
		this.sessionState = sessionState;
		this.user = user;
	}

	boolean isAvailable() {
		return this.address != null && this.token != null;
	}

	ChannelState state() {
		synchronized (this.lock) {
			return this.state;
		}
	}

	Flux<ChannelState> states() {
		return this.states.asFlux().publishOn(Schedulers.parallel());
	}

	/** The WebSocket if it is open. */
	@Nullable WebSocketLink link() {
		synchronized (this.lock) {
			return this.link;
		}
	}

	void disconnect() {
		WebSocketLink present;
		synchronized (this.lock) {
			present = this.link;
			this.link = null;
			become((this.ended != null) ? ChannelState.ENDED : ChannelState.CLOSED);
		}
		this.user.cut((call) -> new StreamBrokenException(Reason.CLOSED, "The channel was closed", call, null));
		if (present != null) {
			present.close();
		}
	}

	/**
	 * Whoever uses it from now on is told the reason, each with an exception of its own.
	 */
	void end(Supplier<? extends RuntimeException> reason) {
		synchronized (this.lock) {
			if (this.ended != null) {
				return;
			}
			this.ended = reason;
		}
		this.user.cut((call) -> reason.get());
		disconnect();
		this.user.ended(reason);
		synchronized (this.lock) {
			this.stateEmitter.emit(this.states::tryEmitComplete);
		}
	}

	/** The WebSocket, opened if it is not open. */
	Mono<WebSocketLink> connected() {
		return Mono.defer(() -> {
			synchronized (this.lock) {
				if (this.ended != null) {
					return Mono.error(this.ended.get());
				}
				if (this.address == null || this.token == null) {
					return Mono.error(ServiceException.of(FailureKind.NOT_FOUND, null,
							"ws_url is not available for this session: nothing can be streamed", this.details));
				}
				if (this.link != null) {
					return Mono.just(this.link);
				}
				if (this.opening == null) {
					this.opening = this.sockets.open(this.address, this.token, this)
						.map(this::opened)
						.onErrorResume(HandshakeRefusedException.class, this::explain)
						.doOnTerminate(this::noLongerOpening)
						.cache();
				}
				return this.opening.onErrorMap(this::anew);
			}
		});
	}

	/** Fails if it is known or told that the session is gone. Opens nothing. */
	Mono<Void> sessionLives() {
		return Mono.defer(() -> {
			synchronized (this.lock) {
				if (this.ended != null) {
					return Mono.error(this.ended.get());
				}
				if (this.link != null) {
					return Mono.empty();
				}
			}
			return this.sessionState.onErrorComplete()
				.filter((outcome) -> outcome.failedWith(FailureKind.SESSION_GONE))
				.flatMap((outcome) -> Mono.error(outcome.toException()));
		});
	}

	private WebSocketLink opened(WebSocketLink opened) {
		synchronized (this.lock) {
			if (this.ended != null) {
				opened.close();
				throw this.ended.get();
			}
			if (opened.isOpen()) {
				this.link = opened;
				become(ChannelState.OPEN);
			}
		}
		return opened;
	}

	private void noLongerOpening() {
		synchronized (this.lock) {
			this.opening = null;
		}
	}

	/** The refusal does not say why: ask whether the session is gone. */
	private Mono<WebSocketLink> explain(HandshakeRefusedException refused) {
		return this.sessionState.onErrorResume((ex) -> Mono.error(refused)).flatMap((outcome) -> {
			if (!outcome.failedWith(FailureKind.SESSION_GONE)) {
				return Mono.error(refused);
			}
			end(outcome::toException);
			return Mono.error(outcome.toException());
		});
	}

	/** All who wait for the same attempt to open it are told why it failed. */
	private Throwable anew(Throwable failure) {
		if (failure instanceof HandshakeRefusedException refused) {
			return new HandshakeRefusedException(refused.status(), this.details, refused.getCause());
		}
		if (failure instanceof ConnectionFailedException) {
			return new ConnectionFailedException(String.valueOf(failure.getMessage()), this.details,
					failure.getCause());
		}
		Supplier<? extends RuntimeException> reason;
		synchronized (this.lock) {
			reason = this.ended;
		}
		return (reason != null) ? reason.get() : new IllegalStateException(failure.getMessage(), failure);
	}

	@Override
	public void lost(WebSocketLink lost, String reason) {
		boolean awaited = this.user.isListening();
		synchronized (this.lock) {
			if (this.link != lost) {
				return;
			}
			this.link = null;
			become(awaited ? ChannelState.RECONNECTING : ChannelState.CLOSED);
		}
		if (reason.contains("InvalidMcpSession.NotFound")) {
			end(() -> ServiceException.of(FailureKind.SESSION_GONE, "InvalidMcpSession.NotFound",
					"The session has ended: " + reason, this.details));
			return;
		}
		this.user.cut((call) -> new StreamBrokenException(Reason.CONNECTION_LOST,
				"The WebSocket was lost before the end of the stream: " + reason, call, null));
		if (awaited) {
			reconnect();
		}
	}

	private void reconnect() {
		Mono<WebSocketLink> attempt = Mono
			.defer(() -> (state() == ChannelState.RECONNECTING) ? connected() : Mono.empty());
		Mono.delay(FIRST_PAUSE)
			.then(attempt)
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
				.maxBackoff(LONGEST_PAUSE)
				.jitter(0.2)
				.filter((ex) -> !(ex instanceof ServiceException) && !(ex instanceof IllegalStateException)))
			.subscribe((open) -> {
			}, (failure) -> end(() -> new IllegalStateException((failure instanceof IllegalStateException)
					? failure.getMessage() : "The WebSocket cannot be opened again", failure)));
	}

	private void become(ChannelState next) {
		if (this.state != next) {
			this.state = next;
			this.stateEmitter.emit(() -> this.states.tryEmitNext(next));
		}
	}

	@Override
	public void arrived(WebSocketLink from, @Nullable String text) {
		this.user.arrived(from, text);
	}

	/** Whose connection it is. */
	interface User {

		/** Whether somebody waits for what may come. */
		boolean isListening();

		/** A frame has come, {@code null} for one that is no text. */
		void arrived(WebSocketLink from, @Nullable String text);

		/** What was under way is over. */
		void cut(Function<CallDetails, Throwable> reason);

		/** Nothing more will come. */
		void ended(Supplier<? extends RuntimeException> reason);

	}

}
