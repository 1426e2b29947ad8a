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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.internal.text.Durations;
import io.agentbay.terminal.ReactiveTerminal;
import io.agentbay.terminal.ReactiveTerminals;
import io.agentbay.terminal.TerminalOptions;
import io.netty.handler.codec.TooLongFrameException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.Assert;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * Gives everyone who connects a terminal.
 */
public final class TerminalSocketHandler implements WebSocketHandler {

	private static final Logger logger = LoggerFactory.getLogger(TerminalSocketHandler.class);

	/** How a text begins that is never typed. */
	private static final String RESIZE = "\0resize";

	private static final Pattern SIZE = Pattern.compile(RESIZE + " (\\d{1,3})[ x](\\d{1,3})");

	/** How many messages are taken from the connection before they can be typed. */
	private static final int MAX_WAITING = 16;

	private final Function<? super WebSocketSession, ? extends Mono<? extends ReactiveTerminals>> terminals;

	private final TerminalOptions options;

	/**
	 * Create a handler.
	 * @param terminals finds the terminals for a connection
	 * @param options what they are to be like
	 */
	public TerminalSocketHandler(
			Function<? super WebSocketSession, ? extends Mono<? extends ReactiveTerminals>> terminals,
			TerminalOptions options) {
		Assert.notNull(terminals, "'terminals' must not be null");
		Assert.notNull(options, "'options' must not be null");
		this.terminals = terminals;
		this.options = options;
	}

	/**
	 * The messages are asked for at once: what is typed before the terminal is there
	 * waits, and who leaves ends the terminal, or its opening. Nothing else ends the
	 * receiving, because that closes the connection without a word, and nothing ends the
	 * closing once it has begun, because what is on its way is taken back then.
	 */
	@Override
	public Mono<Void> handle(WebSocketSession socket) {
		return Mono.defer(() -> {
			Sinks.One<ReactiveTerminal> opened = Sinks.one();
			Sinks.Empty<Void> left = Sinks.empty();
			Disposable typing = type(socket, opened.asMono(), left);
			return terminals(socket).flatMap((present) -> Mono.usingWhen(present.open(this.options), (terminal) -> {
				opened.tryEmitValue(terminal);
				return show(terminal, socket).onErrorResume((failure) -> Mono.just(lost(failure)));
			}, (terminal) -> end(terminal, present)))
				.onErrorResume((failure) -> Mono.just(notOpened(failure)))
				.or(left.asMono().then(Mono.empty()))
				.onErrorResume((failure) -> Mono.just(lost(failure)))
				.flatMap((status) -> socket.isOpen() ? socket.close(status).onErrorComplete() : Mono.empty())
				.doFinally((signal) -> typing.dispose());
		});
	}

	private Mono<? extends ReactiveTerminals> terminals(WebSocketSession socket) {
		Duration limit = this.options.timeout();
		return Mono.<ReactiveTerminals>defer(() -> {
			Mono<? extends ReactiveTerminals> found = this.terminals.apply(socket);
			Assert.state(found != null, "What finds the terminals of a connection returned null");
			return found.cast(ReactiveTerminals.class);
		})
			.timeout(limit,
					Mono.error(
							() -> new TimeoutException("The terminals were not found within " + Durations.text(limit))))
			.switchIfEmpty(Mono.error(() -> new NoSuchElementException("There are no terminals for the connection")));
	}

	/** Who asks for what is not there is no concern of the application's owner. */
	private static CloseStatus notOpened(Throwable failure) {
		if (!(failure instanceof NoSuchElementException || isGone(failure))) {
			logger.warn("No terminal could be opened: {}", failure.toString());
		}
		logger.debug("No terminal was opened", failure);
		return CloseStatus.SERVER_ERROR.withReason("No terminal could be opened");
	}

	private static boolean isGone(Throwable failure) {
		return failure instanceof SessionGoneException || failure instanceof NotFoundException;
	}

	/**
	 * Nobody can come back to the terminal of a connection: where it was lost its program
	 * is ended by the terminal's id, which the browser does not wait for.
	 */
	private static Mono<Void> end(ReactiveTerminal terminal, ReactiveTerminals terminals) {
		return terminal.close().onErrorComplete().then(Mono.fromRunnable(() -> {
			if (terminal.exitCode().isEmpty()) {
				terminals.kill(terminal.id()).subscribe((done) -> {
				}, (failure) -> notEnded(terminal, failure));
			}
		}));
	}

	/** Where the session is gone, or the client is closed, nothing is left to end. */
	private static void notEnded(ReactiveTerminal terminal, Throwable failure) {
		if (failure instanceof AgentBayException && !isGone(failure)) {
			logger.warn("The program of the lost terminal {} may still run: {}", terminal.id(), failure.toString());
		}
		else {
			logger.debug("A lost terminal was gone", failure);
		}
	}

	/** Sees at once that somebody leaves, unless too many messages wait. */
	private static Disposable type(WebSocketSession socket, Mono<ReactiveTerminal> opened, Sinks.Empty<Void> left) {
		return socket.receive()
			.map(Typed::of)
			.doOnError(left::tryEmitError)
			.doOnComplete(left::tryEmitEmpty)
			.onErrorComplete()
			.concatMap((message) -> opened.flatMap((terminal) -> typed(terminal, message, left)), MAX_WAITING)
			.subscribe();
	}

	/**
	 * A browser that stops reading holds up the sending, and whatever comes after it, for
	 * as long as it likes. When the output is given up nothing waits for it any longer.
	 */
	private static Mono<CloseStatus> show(ReactiveTerminal terminal, WebSocketSession socket) {
		return socket
			.send(terminal.output().map((bytes) -> socket.binaryMessage((factory) -> factory.wrap(array(bytes)))))
			.then(terminal.awaitExit())
			.or(givenUp(terminal).then(Mono.empty()))
			.map((code) -> CloseStatus.NORMAL.withReason("exit " + code));
	}

	private static Mono<Void> givenUp(ReactiveTerminal terminal) {
		return (terminal instanceof DefaultReactiveTerminal attached) ? attached.outputGivenUp() : Mono.never();
	}

	/**
	 * A message that is too large is refused by the server, which says how much too
	 * large.
	 */
	private static CloseStatus lost(Throwable failure) {
		logger.debug("A terminal was lost", failure);
		return (failure instanceof TooLongFrameException)
				? CloseStatus.TOO_BIG_TO_PROCESS.withReason("The message is too large: " + failure.getMessage())
				: CloseStatus.SERVER_ERROR.withReason("The terminal was lost");
	}

	/** What is typed after the end of the program is too late, and no failure. */
	private static Mono<Void> typed(ReactiveTerminal terminal, Typed message, Sinks.Empty<Void> left) {
		Mono<Void> told = message.text().startsWith(RESIZE) ? resized(terminal, message.text())
				: Mono.defer(() -> terminal.write(message.bytes()));
		return told.onErrorResume((failure) -> {
			if (terminal.isAttached()) {
				left.tryEmitError(failure);
			}
			return Mono.empty();
		});
	}

	private static Mono<Void> resized(ReactiveTerminal terminal, String text) {
		Matcher size = SIZE.matcher(text);
		return size.matches()
				? Mono.defer(() -> terminal.resize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))))
					.onErrorComplete(IllegalArgumentException.class)
				: Mono.empty();
	}

	private static byte[] array(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		return bytes;
	}

	/**
	 * A message, whose bytes are taken before the server takes back its buffer.
	 */
	private record Typed(boolean isText, byte[] bytes) {

		static Typed of(WebSocketMessage message) {
			return switch (message.getType()) {
				case TEXT -> new Typed(true, array(message.getPayload()));
				case BINARY -> new Typed(false, array(message.getPayload()));
				default -> new Typed(false, new byte[0]);
			};
		}

		String text() {
			return this.isText ? new String(this.bytes, StandardCharsets.UTF_8) : "";
		}

	}

}
