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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.agentbay.channel.ChannelState;
import io.agentbay.channel.Push;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.channel.ReactiveChannelCall;
import io.agentbay.channel.StreamFrame;
import io.agentbay.error.CallDetails;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.http.Listening;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.http.WebSocketLink;
import io.agentbay.internal.http.WebSockets;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.text.Sendable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The channel of a session, which the session ends.
 */
public final class DefaultReactiveChannel implements ReactiveChannel {

	private final Frames frames = new Frames(() -> receivers().forEach(PushReceiver::missed));

	private final Map<String, Set<Inbox<Push>>> listeners = new ConcurrentHashMap<>();

	private final Map<String, PushReceiver> receivers = new ConcurrentHashMap<>();

	private final Connection connection;

	private final String sessionId;

	private final BiFunction<String, Flux<StreamFrame>, Flux<StreamFrame>> observer;

	/**
	 * Create the channel of a session. Opens nothing yet.
	 * @param sockets opens the WebSocket
	 * @param address its address, {@code null} if the session has none
	 * @param token its secret, {@code null} if the session has none
	 * @param sessionId the session
	 * @param sessionState asks whether the session lives, when the WebSocket is refused
	 * @param observer observes a call, given the name of what is called
	 */
	public DefaultReactiveChannel(WebSockets sockets, @Nullable URI address, @Nullable Secret token, String sessionId,
			Mono<Outcome> sessionState, BiFunction<String, Flux<StreamFrame>, Flux<StreamFrame>> observer) {
		this.sessionId = sessionId;
		this.observer = observer;
		this.connection = new Connection(sockets, address, token, sessionId, sessionState, new User());
	}

	@Override
	public boolean isAvailable() {
		return this.connection.isAvailable();
	}

	@Override
	public ChannelState state() {
		return this.connection.state();
	}

	@Override
	public Flux<ChannelState> watchState() {
		return this.connection.states();
	}

	@Override
	public Mono<Void> connect() {
		return this.connection.connected().then();
	}

	@Override
	public Mono<Void> disconnect() {
		return Mono.fromRunnable(this.connection::disconnect);
	}

	@Override
	public ReactiveChannelCall call(String server, Map<String, ? extends @Nullable Object> data) {
		Assert.hasText(server, "'server' must not be empty");
		requireData(data);
		String id = newId();
		String frame = frame(id, server, data);
		CallDetails details = details(data, id);
		Flux<StreamFrame> answer = this.connection.connected().flatMapMany((open) -> {
			PendingStream stream = this.frames.begin(id, details);
			if (!open.send(frame)) {
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
		return new DefaultReactiveChannelCall(id, details, observed, (further) -> write(server, further, details, id));
	}

	@Override
	public Mono<Void> send(String server, Map<String, ? extends @Nullable Object> data) {
		Assert.hasText(server, "'server' must not be empty");
		requireData(data);
		String id = newId();
		String frame = frame(id, server, data);
		return this.connection.connected().flatMap((open) -> sendOver(open, frame, details(data, id)));
	}

	/** A continuation goes over the connection that the call went over, or not at all. */
	private Mono<Void> write(String server, Map<String, ?> data, CallDetails details, String id) {
		String frame = frame(id, server, data);
		return Mono.defer(() -> {
			WebSocketLink present = this.connection.link();
			return (present != null && this.frames.isPending(id)) ? sendOver(present, frame, details)
					: Mono.error(notOpen(details));
		});
	}

	private static Mono<Void> sendOver(WebSocketLink open, String frame, CallDetails details) {
		return open.send(frame) ? Mono.empty() : Mono.error(notOpen(details));
	}

	private static StreamBrokenException notOpen(CallDetails details) {
		return new StreamBrokenException(Reason.CONNECTION_LOST, "The call has ended or its connection was lost",
				details, null);
	}

	@Override
	public Flux<Push> listen(String server) {
		Assert.hasText(server, "'server' must not be empty");
		Sendable.require(server, "server");
		return Flux.deferContextual((context) -> {
			Listening listening = Listening.from(context);
			listening.announce();
			Inbox<Push> inbox = new Inbox<>(new CallDetails(null, this.sessionId, null));
			Set<Inbox<Push>> present = this.listeners.computeIfAbsent(server, (key) -> ConcurrentHashMap.newKeySet());
			present.add(inbox);
			return this.connection.connected()
				.doOnNext((open) -> listening.begin())
				.thenMany(inbox.contents())
				.doFinally((signal) -> present.remove(inbox));
		});
	}

	/**
	 * Make a call that has one answer and no end.
	 * @param server the server of the session that is called
	 * @param method the method
	 * @param parameters its parameters
	 * @param reader reads the answer when it arrives, before what follows it, also when
	 * nobody waits for it any more
	 * @return completes when the answer was read
	 */
	public Mono<Void> ask(String server, String method, Map<String, ?> parameters,
			BiConsumer<JsonNode, WebSocketLink> reader) {
		return Mono.defer(() -> {
			String id = newId();
			CallDetails details = new CallDetails(method, this.sessionId, id);
			String frame = frame(id, server, Map.of("method", method, "params", parameters));
			Flux<StreamFrame> answer = this.connection.connected().flatMap((open) -> {
				PendingAnswer pending = this.frames.ask(id, details, reader);
				if (!open.send(frame)) {
					this.frames.lost(id);
				}
				return pending.answer();
			}).flux();
			return this.observer.apply(method, answer).then();
		});
	}

	/**
	 * Send a message over the WebSocket that is open.
	 * @param server the server of the session that it is for
	 * @param method the method
	 * @param parameters its parameters
	 * @return completes when it is on its way
	 */
	public Mono<Void> tell(String server, String method, Map<String, ?> parameters) {
		return Mono.defer(() -> {
			String id = newId();
			CallDetails details = new CallDetails(method, this.sessionId, id);
			String frame = frame(id, server, Map.of("method", method, "params", parameters));
			WebSocketLink present = this.connection.link();
			return (present != null) ? sendOver(present, frame, details) : Mono.error(notOpen(details));
		});
	}

	/**
	 * Tell whether the session is gone, for those who have to say why something ended.
	 * @return completes if it is not, or if that cannot be told; fails with the reason
	 * for which it is gone
	 */
	public Mono<Void> sessionLives() {
		return this.connection.sessionLives();
	}

	/**
	 * Hear what a server sends without being asked, whenever the WebSocket is open. It is
	 * not opened for that.
	 * @param server the server of the session
	 * @param receiver hears it
	 */
	public void receive(String server, PushReceiver receiver) {
		this.receivers.put(server, receiver);
	}

	private Collection<PushReceiver> receivers() {
		return this.receivers.values();
	}

	/**
	 * Close the WebSocket for good.
	 * @param reason what whoever uses it from now on is told, made for each of them
	 */
	public void end(Supplier<? extends RuntimeException> reason) {
		this.connection.end(reason);
	}

	private static void requireData(Map<String, ? extends @Nullable Object> data) {
		Assert.notNull(data, "'data' must not be null");
		Assert.isTrue(data.keySet().stream().allMatch(Objects::nonNull), "'data' must not have the name null");
	}

	private CallDetails details(Map<String, ? extends @Nullable Object> data, String id) {
		return new CallDetails((data.get("method") instanceof String method) ? method : null, this.sessionId, id);
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
			return DefaultReactiveChannel.this.listeners.values().stream().anyMatch((inboxes) -> !inboxes.isEmpty());
		}

		@Override
		public void arrived(WebSocketLink from, @Nullable String text) {
			Push push = DefaultReactiveChannel.this.frames.arrived(from, text);
			if (push != null) {
				PushReceiver receiver = DefaultReactiveChannel.this.receivers.get(push.server());
				if (receiver != null) {
					receiver.arrived(push.data(), from);
				}
				DefaultReactiveChannel.this.listeners.getOrDefault(push.server(), Set.of())
					.forEach((inbox) -> inbox.offer(push, (text != null) ? text.length() : 0, from));
			}
		}

		@Override
		public void cut(Function<CallDetails, Throwable> reason) {
			DefaultReactiveChannel.this.frames.failAll(reason);
			receivers().forEach((receiver) -> receiver.cut(reason));
		}

		@Override
		public void ended(Supplier<? extends RuntimeException> reason) {
			receivers().forEach((receiver) -> receiver.ended(reason));
			DefaultReactiveChannel.this.listeners.values()
				.forEach((inboxes) -> inboxes.forEach((inbox) -> inbox.fail(reason.get())));
		}

	}

}
