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

package io.agentbay.channel;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.http.WebSocketLink;
import io.agentbay.internal.http.WebSockets;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.socket.ChannelStream;
import io.agentbay.internal.socket.Connection;
import io.agentbay.internal.socket.Frames;
import io.agentbay.internal.socket.Inbox;
import io.agentbay.internal.socket.PendingStream;
import io.agentbay.internal.socket.StreamFrame;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

import org.springframework.util.Assert;

/**
 * The WebSocket of a session: one, shared by all that streams, opened on first use and
 * closed with the session. When it is lost, the calls that were under way fail, as what
 * they would have said is gone. While somebody listens to pushes it is opened again,
 * after 0.5 to 5 seconds, as long as the session lives. It is pinged every 20 seconds.
 */
public final class ReactiveChannel {

	private final Frames frames = new Frames();

	private final Map<String, Set<Inbox<Push>>> listeners = new ConcurrentHashMap<>();

	private final Connection connection;

	private final BiFunction<String, Flux<StreamFrame>, Flux<StreamFrame>> observer;

	/**
	 * Create the channel of a session. Opens nothing yet.
	 * @param sockets opens the WebSocket
	 * @param address its address, {@code null} if the session has none
	 * @param token its secret, {@code null} if the session has none
	 * @param sessionState asks whether the session lives, when the WebSocket is refused
	 * @param observer observes a call, given the name of what is called
	 */
	public ReactiveChannel(WebSockets sockets, @Nullable URI address, @Nullable Secret token,
			Mono<Outcome> sessionState, BiFunction<String, Flux<StreamFrame>, Flux<StreamFrame>> observer) {
		this.observer = observer;
		this.connection = new Connection(sockets, address, token, sessionState, new User());
	}

	/**
	 * Return whether the session has a WebSocket. Sends nothing.
	 * @return whether it has
	 */
	public boolean isAvailable() {
		return this.connection.isAvailable();
	}

	/**
	 * Return whether the WebSocket is open. Sends nothing.
	 * @return its state
	 */
	public ChannelState state() {
		return this.connection.state();
	}

	/**
	 * Follow the state of the WebSocket. Never ends by itself before the state is
	 * {@link ChannelState#ENDED}.
	 * @return the state now, and each that follows
	 */
	public Flux<ChannelState> states() {
		return this.connection.states();
	}

	/**
	 * Open the WebSocket now rather than on first use. Does nothing if it is open.
	 * @return completes when it is open
	 */
	public Mono<Void> connect() {
		return this.connection.connected().then();
	}

	/**
	 * Close the WebSocket. Calls under way fail; listeners wait. The next use opens it
	 * again.
	 * @return completes when it is closed
	 */
	public Mono<Void> disconnect() {
		return Mono.fromRunnable(this.connection::disconnect);
	}

	/**
	 * Prepare a call that streams what it has to say.
	 * @param server the server of the session that is called
	 * @param data the call: its {@code method} and {@code params}
	 * @return the call, which is made when its frames are subscribed to
	 * @throws IllegalArgumentException if an argument is missing
	 */
	public ChannelStream call(String server, Map<String, ? extends @Nullable Object> data) {
		Assert.hasText(server, "'server' must not be empty");
		requireData(data);
		String id = newId();
		Flux<StreamFrame> answer = this.connection.connected().flatMapMany((open) -> {
			PendingStream stream = this.frames.begin(id);
			if (!open.send(frame(id, server, data))) {
				this.frames.lost(id);
			}
			return stream.frames().doFinally((signal) -> {
				this.frames.forget(id);
				if (signal == SignalType.CANCEL && !stream.isOver() && open.allowsCancel()) {
					open.send(frame(id, server, Map.of("method", "cancel")));
				}
			});
		});
		Flux<StreamFrame> observed = this.observer.apply(String.valueOf(data.get("method")), answer);
		return new ChannelStream(id, observed, (invocation, further) -> send(invocation, server, further));
	}

	/**
	 * Send a message that nothing answers.
	 * @param server the server of the session that it is for
	 * @param data the message
	 * @return completes when it is on its way
	 * @throws IllegalArgumentException if an argument is missing
	 */
	public Mono<Void> send(String server, Map<String, ? extends @Nullable Object> data) {
		Assert.hasText(server, "'server' must not be empty");
		requireData(data);
		return this.connection.connected().flatMap((open) -> sendOver(open, newId(), server, data));
	}

	/** A continuation goes over the connection that the call went over, or not at all. */
	private Mono<Void> send(String id, String server, Map<String, ?> data) {
		return Mono.defer(() -> {
			WebSocketLink present = this.connection.link();
			return (present != null && this.frames.isPending(id)) ? sendOver(present, id, server, data)
					: Mono.error(notOpen(id));
		});
	}

	private static Mono<Void> sendOver(WebSocketLink open, String id, String server, Map<String, ?> data) {
		return open.send(frame(id, server, data)) ? Mono.empty() : Mono.error(notOpen(id));
	}

	private static StreamBrokenException notOpen(String id) {
		return new StreamBrokenException(Reason.CONNECTION_LOST, "The call has ended or its connection was lost", id,
				null);
	}

	/**
	 * Listen to what a server sends without being asked. Opens the WebSocket, and keeps
	 * it open as long as somebody listens: what was sent while it was lost is missing,
	 * and {@link #states()} tells when that may be.
	 * @param server the server of the session
	 * @return the pushes; fails when the session has ended or the consumer is too slow
	 * @throws IllegalArgumentException if the server is blank
	 */
	public Flux<Push> pushes(String server) {
		Assert.hasText(server, "'server' must not be empty");
		return Flux.defer(() -> {
			Inbox<Push> inbox = new Inbox<>(null);
			Set<Inbox<Push>> present = this.listeners.computeIfAbsent(server, (key) -> ConcurrentHashMap.newKeySet());
			present.add(inbox);
			return this.connection.connected().thenMany(inbox.contents()).doFinally((signal) -> present.remove(inbox));
		});
	}

	/**
	 * Close the WebSocket for good. For use by the session.
	 * @param reason what whoever uses it from now on is told
	 */
	public void end(RuntimeException reason) {
		Assert.notNull(reason, "'reason' must not be null");
		this.connection.end(reason);
	}

	private static void requireData(Map<String, ? extends @Nullable Object> data) {
		Assert.notNull(data, "'data' must not be null");
		Assert.isTrue(data.keySet().stream().allMatch(Objects::nonNull), "'data' must not have the name null");
	}

	private static String newId() {
		return UUID.randomUUID().toString().replace("-", "");
	}

	private static String frame(String id, String server, Map<String, ? extends @Nullable Object> data) {
		Map<String, Object> frame = new LinkedHashMap<>();
		frame.put("invocationId", id);
		frame.put("source", "SDK");
		frame.put("target", server);
		frame.put("data", data);
		return Json.MAPPER.writeValueAsString(frame);
	}

	private final class User implements Connection.User {

		@Override
		public boolean isListening() {
			return ReactiveChannel.this.listeners.values().stream().anyMatch((inboxes) -> !inboxes.isEmpty());
		}

		@Override
		public void arrived(WebSocketLink from, @Nullable String text) {
			Push push = ReactiveChannel.this.frames.arrived(from, text);
			if (push != null) {
				ReactiveChannel.this.listeners.getOrDefault(push.server(), Set.of())
					.forEach((inbox) -> inbox.offer(push, (text != null) ? text.length() : 0, from));
			}
		}

		@Override
		public void cut(Function<String, Throwable> reason) {
			ReactiveChannel.this.frames.failAll(reason);
		}

		@Override
		public void ended(RuntimeException reason) {
			ReactiveChannel.this.listeners.values()
				.forEach((inboxes) -> inboxes.forEach((inbox) -> inbox.fail(reason)));
		}

	}

}
