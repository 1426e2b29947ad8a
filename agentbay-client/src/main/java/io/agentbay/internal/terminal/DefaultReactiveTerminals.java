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

package io.agentbay.internal.terminal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import io.agentbay.error.CallDetails;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.http.WebSocketLink;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.socket.DefaultReactiveChannel;
import io.agentbay.internal.text.Sendable;
import io.agentbay.terminal.ReactiveTerminal;
import io.agentbay.terminal.ReactiveTerminals;
import io.agentbay.terminal.TerminalOptions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The terminals of a session by the server {@code PTY_SERVER}.
 */
public final class DefaultReactiveTerminals implements ReactiveTerminals {

	static final String SERVER = "PTY_SERVER";

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final DefaultReactiveChannel channel;

	private final String sessionId;

	private final Attachments attachments = new Attachments();

	/**
	 * Create the feature for a session.
	 * @param channel the WebSocket of the session
	 * @param sessionId the session
	 */
	public DefaultReactiveTerminals(DefaultReactiveChannel channel, String sessionId) {
		this.channel = channel;
		this.sessionId = sessionId;
		channel.receive(SERVER, this.attachments);
	}

	@Override
	public Mono<ReactiveTerminal> open(TerminalOptions options) {
		Assert.notNull(options, "'options' must not be null");
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("cols", options.columns());
		parameters.put("rows", options.rows());
		Map<String, String> environment = new LinkedHashMap<>();
		environment.put("TERM", "xterm-256color");
		environment.put("LANG", "en_US.UTF-8");
		environment.putAll(options.environment());
		parameters.put("envs", environment);
		if (options.workingDirectory() != null) {
			parameters.put("cwd", options.workingDirectory());
		}
		if (options.shell() != null) {
			parameters.put("shell", options.shell());
		}
		return attached("pty.create", parameters, options.timeout(), this::opened);
	}

	private DefaultReactiveTerminal opened(JsonNode result, WebSocketLink link) {
		String id = Json.text(result, "ptySessionId");
		if (id == null || id.isEmpty()) {
			throw new InvalidReplyException("pty.create did not return ptySessionId",
					new CallDetails("pty.create", this.sessionId, null), 0, null);
		}
		return new DefaultReactiveTerminal(this, id, link, 0, 0);
	}

	@Override
	public Mono<ReactiveTerminal> attach(String id) {
		requireId(id);
		return attached("pty.connect", Map.of("ptySessionId", id), TIMEOUT,
				(result, link) -> new DefaultReactiveTerminal(this, idOf(result, id), link,
						result.path("offset").asLong(-1), 0));
	}

	@Override
	public Mono<ReactiveTerminal> attach(String id, long position) {
		requireId(id);
		Assert.isTrue(position >= 0, "'position' must not be negative");
		return attached("pty.connect", Map.of("ptySessionId", id, "offset", position), TIMEOUT, (result, link) -> {
			long offset = result.path("offset").asLong(-1);
			return new DefaultReactiveTerminal(this, idOf(result, id), link, offset,
					(offset < 0) ? -1 : Math.max(0, offset - position));
		});
	}

	private static void requireId(String id) {
		Assert.hasText(id, "'id' must not be empty");
		Sendable.require(id, "id");
	}

	private static String idOf(JsonNode result, String asked) {
		return Objects.requireNonNullElse(Json.text(result, "ptySessionId"), asked);
	}

	/**
	 * Call what answers with a terminal. It is attached when the answer arrives, so that
	 * nothing that follows the answer is lost; if nobody waits any more a new one is
	 * ended.
	 */
	private Mono<ReactiveTerminal> attached(String method, Map<String, ?> parameters, Duration timeout, Reader reader) {
		return Mono.defer(() -> {
			Handover handover = new Handover();
			this.attachments.expect();
			BiConsumer<JsonNode, WebSocketLink> arrival = (data, link) -> {
				DefaultReactiveTerminal terminal = reader.read(data.path("result"), link);
				if (handover.offer(terminal)) {
					// What is numbered is repeated from the position that was answered.
					this.attachments.add(terminal, !data.path("result").has("offset"));
				}
				else if (method.equals("pty.create")) {
					forget(terminal.id());
				}
			};
			return ask(method, parameters, timeout, arrival)
				.then(Mono.<ReactiveTerminal>fromSupplier(handover::terminal))
				.doFinally((signal) -> {
					this.attachments.noLongerExpect();
					DefaultReactiveTerminal late = handover.abandon();
					if (late != null) {
						late.leave();
						if (method.equals("pty.create")) {
							forget(late.id());
						}
					}
				})
				.doOnNext((terminal) -> handover.taken());
		});
	}

	private void forget(String id) {
		this.channel.tell(SERVER, "pty.kill", Map.of("ptySessionId", id)).onErrorComplete().subscribe();
	}

	@Override
	public Flux<String> list() {
		return Flux.defer(() -> {
			AtomicReference<@Nullable JsonNode> answer = new AtomicReference<>();
			return ask("pty.list", Map.of(), TIMEOUT, (data, link) -> answer.set(data)).thenMany(Flux.defer(() -> Flux
				.fromIterable(Objects.requireNonNull(answer.get()).path("result").path("ptySessionIds").values())
				.map((id) -> id.asString(""))
				.filter((id) -> !id.isEmpty())));
		});
	}

	@Override
	public Mono<Void> kill(String id) {
		requireId(id);
		return ask("pty.kill", Map.of("ptySessionId", id), TIMEOUT, (data, link) -> {
		}).doOnSuccess((done) -> this.attachments.killed(id));
	}

	Mono<Void> tell(String method, Map<String, ?> parameters) {
		return this.channel.tell(SERVER, method, parameters);
	}

	Mono<Void> sessionLives() {
		return this.channel.sessionLives();
	}

	void remove(DefaultReactiveTerminal terminal) {
		this.attachments.remove(terminal);
	}

	CallDetails details() {
		return new CallDetails("pty", this.sessionId, null);
	}

	private Mono<Void> ask(String method, Map<String, ?> parameters, Duration timeout,
			BiConsumer<JsonNode, WebSocketLink> reader) {
		return this.channel.ask(SERVER, method, parameters, reader)
			.timeout(timeout,
					Mono.error(() -> new StreamBrokenException(Reason.TIMEOUT,
							"%s was not answered within %s".formatted(method, timeout),
							new CallDetails(method, this.sessionId, null), null)));
	}

	/**
	 * Makes a terminal of an answer.
	 */
	@FunctionalInterface
	private interface Reader {

		DefaultReactiveTerminal read(JsonNode result, WebSocketLink link);

	}

	/** From the thread on which the answer arrives to the one who asked, or to nobody. */
	private static final class Handover {

		private @Nullable DefaultReactiveTerminal terminal;

		private boolean abandoned;

		synchronized boolean offer(DefaultReactiveTerminal made) {
			this.terminal = made;
			return !this.abandoned;
		}

		synchronized DefaultReactiveTerminal terminal() {
			return Objects.requireNonNull(this.terminal);
		}

		synchronized void taken() {
			this.terminal = null;
		}

		synchronized @Nullable DefaultReactiveTerminal abandon() {
			this.abandoned = true;
			DefaultReactiveTerminal left = this.terminal;
			this.terminal = null;
			return left;
		}

	}

}
