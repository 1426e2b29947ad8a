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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.http.WebSocketLink;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.socket.Inbox;
import io.agentbay.internal.text.Durations;
import io.agentbay.terminal.ReactiveTerminal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.Assert;

/**
 * A terminal that is attached to. Where the session tells at which place of the whole
 * output a part of it stands, nothing is shown twice, and a gap is an error.
 */
final class DefaultReactiveTerminal implements ReactiveTerminal {

	private static final int KILLED = -9;

	private static final int MAX_WAITING = 4096;

	private static final int MAX_LENGTH = 1024 * 1024;

	private static final int PIECE = 16 * 1024;

	private static final int MAX_SIZE = 500;

	/** How long after a kill the session may take to tell of the end. */
	private static final Duration LAST_WORD = Duration.ofSeconds(5);

	private final DefaultReactiveTerminals terminals;

	private final String id;

	private final WebSocketLink link;

	private final long missed;

	private final Inbox<byte[]> inbox;

	private final Sinks.Empty<Void> over = Sinks.empty();

	private long next;

	private volatile long position;

	private volatile @Nullable Integer exitCode;

	private volatile @Nullable Supplier<Throwable> failure;

	/**
	 * Attach to a terminal.
	 * @param terminals where it belongs
	 * @param id its id
	 * @param link the connection that tells of it
	 * @param position how much was written before what comes, negative if that is not
	 * known
	 * @param missed how much of it is lost, negative if that is not known
	 */
	DefaultReactiveTerminal(DefaultReactiveTerminals terminals, String id, WebSocketLink link, long position,
			long missed) {
		this.terminals = terminals;
		this.id = id;
		this.link = link;
		this.next = position;
		this.position = position;
		this.missed = missed;
		this.inbox = new Inbox<>(terminals.details(), MAX_WAITING, MAX_LENGTH);
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public boolean isAttached() {
		return this.exitCode == null && this.failure == null;
	}

	@Override
	public OptionalInt exitCode() {
		Integer code = this.exitCode;
		return (code != null) ? OptionalInt.of(code) : OptionalInt.empty();
	}

	@Override
	public OptionalLong position() {
		long present = this.position;
		return (present >= 0) ? OptionalLong.of(present) : OptionalLong.empty();
	}

	@Override
	public OptionalLong missed() {
		return (this.missed >= 0) ? OptionalLong.of(this.missed) : OptionalLong.empty();
	}

	@Override
	public Flux<DataBuffer> output() {
		return this.inbox.contents().map((bytes) -> {
			if (this.position >= 0) {
				this.position += bytes.length;
			}
			return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
		});
	}

	/** Fails when the output is given up, also while nothing of it is taken. */
	Mono<Void> outputGivenUp() {
		return this.inbox.givenUp();
	}

	@Override
	public Mono<Void> write(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		byte[] typed = bytes.clone();
		int pieces = (typed.length + PIECE - 1) / PIECE;
		return Flux.range(0, pieces)
			.concatMap((number) -> type(
					Arrays.copyOfRange(typed, number * PIECE, Math.min(typed.length, (number + 1) * PIECE))), 0)
			.then();
	}

	private Mono<Void> type(byte[] piece) {
		String text = text(piece);
		return tell("pty.input", Map.of("ptySessionId", this.id, "encoding", (text != null) ? "utf8" : "base64", "data",
				(text != null) ? text : Base64.getEncoder().encodeToString(piece)));
	}

	@Override
	public Mono<Void> resize(int columns, int rows) {
		Assert.isTrue(columns >= 1 && columns <= MAX_SIZE, () -> "'columns' must be 1 to 500, not " + columns);
		Assert.isTrue(rows >= 1 && rows <= MAX_SIZE, () -> "'rows' must be 1 to 500, not " + rows);
		return tell("pty.resize", Map.of("ptySessionId", this.id, "cols", columns, "rows", rows));
	}

	private Mono<Void> tell(String method, Map<String, ?> parameters) {
		return whileAttached(() -> this.terminals.tell(method, parameters));
	}

	private Mono<Void> whileAttached(Supplier<Mono<Void>> action) {
		return Mono.defer(() -> {
			Integer code = this.exitCode;
			if (code != null) {
				// The end of a session ends its programs first.
				return this.terminals.sessionLives()
					.then(Mono.error(() -> ServiceException.of(FailureKind.NOT_FOUND, null,
							"The program on the terminal %s has ended with the exit code %s".formatted(this.id, code),
							this.terminals.details())));
			}
			Supplier<Throwable> reason = this.failure;
			return (reason != null) ? Mono.error(reason.get()) : action.get();
		});
	}

	@Override
	public Mono<Integer> awaitExit() {
		return this.over.asMono().then(Mono.defer(() -> {
			Integer code = this.exitCode;
			return (code != null) ? Mono.just(code) : Mono.error(Objects.requireNonNull(this.failure).get());
		}));
	}

	@Override
	public Mono<Integer> awaitExit(Duration timeout) {
		Durations.requirePositive(timeout, "timeout");
		return awaitExit().timeout(timeout,
				Mono.error(() -> new StreamBrokenException(Reason.TIMEOUT,
						"The program on the terminal %s did not end within %s".formatted(this.id, timeout),
						this.terminals.details(), null)));
	}

	@Override
	public Mono<Void> kill() {
		return whileAttached(() -> this.terminals.kill(this.id)
			.onErrorResume((failure) -> isAttached() ? Mono.error(failure) : Mono.empty())
			.then(awaitExit())
			.then());
	}

	@Override
	public Mono<Void> detach() {
		return Mono.fromRunnable(this::leave);
	}

	@Override
	public Mono<Void> close() {
		return Mono.defer(() -> isAttached() ? kill().onErrorResume((failure) -> {
			if (this.exitCode != null) {
				// It has ended in this very moment.
				return Mono.empty();
			}
			leave();
			return Mono.error(failure);
		}) : Mono.empty());
	}

	void leave() {
		fail(() -> new StreamBrokenException(Reason.CLOSED, "The terminal " + this.id + " was detached",
				this.terminals.details(), null));
	}

	void cut(Function<CallDetails, Throwable> reason) {
		fail(() -> reason.apply(this.terminals.details()));
	}

	/** Something is missing, if nothing tells what. */
	void missed(String what) {
		fail(() -> new StreamBrokenException(Reason.LOST_FRAME,
				"A part of the output of the terminal %s is missing: one %s".formatted(this.id, what),
				this.terminals.details(), null));
	}

	/** It was killed by its id: the session may have nothing more to say. */
	void killed() {
		this.over.asMono().timeout(LAST_WORD).onErrorComplete().subscribe((nothing) -> {
		}, (impossible) -> {
		}, () -> end(KILLED));
	}

	/** Told on one thread, in the order of arrival. */
	void arrived(JsonNode data, WebSocketLink from) {
		if (from != this.link || !isAttached()) {
			return;
		}
		switch (Objects.requireNonNullElse(Json.text(data, "eventType"), "")) {
			case "pty.output" -> written(data);
			case "pty.exit" -> end(data.path("exitCode").isNumber() ? data.path("exitCode").asInt() : -1);
			case "pty.error" -> {
				String reason = data.path("error").asString("Unknown PTY error");
				fail(() -> ServiceException.of(FailureKind.TOOL, null, reason, this.terminals.details()));
			}
			default -> {
				// A kind of event that is not known yet.
			}
		}
	}

	private void written(JsonNode data) {
		byte[] bytes;
		try {
			String text = data.path("data").asString("");
			bytes = "base64".equals(Json.text(data, "encoding")) ? Base64.getDecoder().decode(text)
					: text.getBytes(StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			missed("is not valid base64");
			return;
		}
		JsonNode offset = data.path("offset");
		if (offset.isIntegralNumber()) {
			inOrder(offset.asLong(), bytes);
			return;
		}
		if (this.next >= 0) {
			this.next += bytes.length;
		}
		this.inbox.offer(bytes, bytes.length, this.link);
	}

	private void inOrder(long offset, byte[] bytes) {
		if (this.next < 0) {
			this.next = offset;
			this.position = offset;
		}
		if (offset > this.next) {
			missed("of %s bytes before the byte %s".formatted(offset - this.next, offset));
			return;
		}
		int known = (int) Math.min(bytes.length, this.next - offset);
		if (known < bytes.length) {
			this.next += bytes.length - known;
			byte[] fresh = (known == 0) ? bytes : Arrays.copyOfRange(bytes, known, bytes.length);
			this.inbox.offer(fresh, fresh.length, this.link);
		}
	}

	private void end(int code) {
		synchronized (this) {
			if (!isAttached()) {
				return;
			}
			this.exitCode = code;
		}
		this.terminals.remove(this);
		this.inbox.complete();
		this.over.tryEmitEmpty();
	}

	private void fail(Supplier<Throwable> reason) {
		synchronized (this) {
			if (!isAttached()) {
				return;
			}
			this.failure = reason;
		}
		this.terminals.remove(this);
		this.inbox.fail(reason.get());
		this.over.tryEmitEmpty();
	}

	private static @Nullable String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	@Override
	public String toString() {
		return "Terminal[" + this.id + "]";
	}

}
