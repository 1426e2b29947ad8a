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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * One open WebSocket. Pings the other side every 20 seconds and takes it for lost when
 * nothing is heard for another 20. Reading can be halted, so that what arrives does not
 * pile up; the other side then has to wait.
 */
public final class WebSocketLink {

	private static final Duration HEARTBEAT = Duration.ofSeconds(20);

	private final WebsocketInbound in;

	private final WebsocketOutbound out;

	private final int maxFrame;

	private final Listener listener;

	private final Consumer<WebSocketLink> farewell;

	private final SerialEmitter emitter = new SerialEmitter();

	private final Sinks.Many<WebSocketFrame> outgoing = Sinks.many().unicast().onBackpressureBuffer();

	private final Sinks.Empty<Void> over = Sinks.empty();

	private final Set<Object> halting = ConcurrentHashMap.newKeySet();

	private final Reader reader = new Reader();

	private volatile boolean open = true;

	private volatile boolean answerDue;

	/** What happened first; the rest follows from it. */
	private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

	WebSocketLink(WebsocketInbound in, WebsocketOutbound out, int maxFrame, Listener listener,
			Consumer<WebSocketLink> farewell) {
		this.in = in;
		this.out = out;
		this.maxFrame = maxFrame;
		this.listener = listener;
		this.farewell = farewell;
	}

	Mono<Void> run() {
		this.in.receiveCloseStatus().subscribe(this::closing, (failure) -> {
		});
		this.in.aggregateFrames(this.maxFrame).receiveFrames().subscribe(this.reader);
		Disposable heart = Flux.interval(HEARTBEAT).subscribe((tick) -> beat());
		Mono<Void> sending = this.out.sendObject(this.outgoing.asFlux(), (frame) -> true).then();
		return Mono.firstWithSignal(sending, this.over.asMono()).doFinally((signal) -> {
			heart.dispose();
			this.open = false;
			this.farewell.accept(this);
			this.listener.lost(this,
					Objects.requireNonNullElse(this.reason.get(), "the other side closed the connection"));
		}).onErrorComplete();
	}

	/**
	 * Send a text.
	 * @param text the text
	 * @return whether it is on its way; {@code false} if the connection has closed
	 */
	public boolean send(String text) {
		if (this.open) {
			emit(new TextWebSocketFrame(text));
		}
		return this.open;
	}

	private void emit(WebSocketFrame frame) {
		this.emitter.emit(() -> {
			if (this.outgoing.tryEmitNext(frame).isFailure()) {
				frame.release();
			}
		});
	}

	/**
	 * Return whether it is open.
	 * @return whether it is, as far as is known
	 */
	public boolean isOpen() {
		return this.open;
	}

	/**
	 * Return whether the other side lets calls be cancelled. The service does not, the
	 * local runtime does.
	 * @return whether its answer to the handshake said so
	 */
	public boolean allowsCancel() {
		return "true".equals(this.in.headers().get("X-AgentBay-Cancel"));
	}

	/**
	 * Stop reading until the same one resumes.
	 * @param who who wants it
	 */
	public void halt(Object who) {
		this.halting.add(who);
	}

	/**
	 * Read on, unless somebody else wants it halted.
	 * @param who who has wanted it halted
	 */
	public void resume(Object who) {
		if (this.halting.remove(who) && this.halting.isEmpty()) {
			this.reader.readOn();
		}
	}

	/**
	 * Close it. Closing twice does nothing.
	 */
	public void close() {
		end("the connection was closed on this side", 1000);
	}

	private void end(String why, int code) {
		this.reason.compareAndSet(null, why);
		this.out.sendClose(code, "").onErrorComplete().subscribe();
		this.over.tryEmitEmpty();
	}

	private void beat() {
		if (!this.halting.isEmpty()) {
			return;
		}
		if (this.answerDue) {
			end("no answer to a heartbeat came within %s s".formatted(HEARTBEAT.toSeconds()), 1001);
			return;
		}
		this.answerDue = true;
		emit(new PingWebSocketFrame());
	}

	private void closing(WebSocketCloseStatus status) {
		if (status.code() != WebSocketCloseStatus.ABNORMAL_CLOSURE.code()) {
			this.reason.compareAndSet(null, "the other side closed the connection with code %s: %s"
				.formatted(status.code(), status.reasonText()));
		}
	}

	/**
	 * Hears what happens on a WebSocket, on a thread that must not be held up.
	 */
	public interface Listener {

		/**
		 * A text has arrived.
		 * @param link where
		 * @param text the text, {@code null} if it was not valid UTF-8
		 */
		void arrived(WebSocketLink link, @Nullable String text);

		/**
		 * The WebSocket has closed.
		 * @param link which one
		 * @param reason why
		 */
		void lost(WebSocketLink link, String reason);

	}

	private final class Reader extends BaseSubscriber<WebSocketFrame> {

		/** Asked for when halted: 1 if a request is owed. */
		private final AtomicInteger owed = new AtomicInteger();

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			subscription.request(1);
		}

		@Override
		protected void hookOnNext(WebSocketFrame frame) {
			WebSocketLink.this.answerDue = false;
			if (frame instanceof TextWebSocketFrame) {
				WebSocketLink.this.listener.arrived(WebSocketLink.this, text(frame.content().nioBuffer()));
			}
			this.owed.incrementAndGet();
			readOn();
		}

		void readOn() {
			if (WebSocketLink.this.halting.isEmpty() && this.owed.getAndSet(0) > 0) {
				request(1);
			}
		}

		@Override
		protected void hookOnComplete() {
			WebSocketLink.this.over.tryEmitEmpty();
		}

		@Override
		protected void hookOnError(Throwable failure) {
			WebSocketLink.this.reason.compareAndSet(null, "the connection broke: " + Failures.describe(failure));
			WebSocketLink.this.over.tryEmitEmpty();
		}

		private static @Nullable String text(ByteBuffer bytes) {
			try {
				return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
			}
			catch (CharacterCodingException ex) {
				return null;
			}
		}

	}

}
