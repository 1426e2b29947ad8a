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

package io.agentbay.boot.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.Function;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.terminal.Terminal;
import io.agentbay.terminal.TerminalOptions;
import io.agentbay.terminal.Terminals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.util.Assert;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * A {@link WebSocketHandler} of Spring MVC that gives everyone who connects a terminal of
 * their own, which ends with that connection:
 *
 * <pre class="code">
 * registry.addHandler(new TerminalWebSocketHandler((socket) -&gt; session(socket).terminals(),
 *         TerminalOptions.defaults()), "/terminal");
 * </pre>
 *
 * <p>
 * It speaks what {@link Terminals#webSocketHandler(TerminalOptions)}, which is for
 * WebFlux, speaks. What the terminal writes are binary messages. Text and binary messages
 * are typed, except a text that begins with U+0000 and {@code resize}: followed by
 * columns and rows, each 1 to 500, such as {@code "\u0000resize 120 40"}, it changes the
 * size, and followed by anything else it is ignored. When the program ends the connection
 * is closed with the code 1000 and the reason {@code exit} and the exit code, when the
 * terminal is lost or there is none with 1011. On Tomcat a message may be of any size,
 * because it is typed in parts as it arrives; where a server hands over whole messages
 * only, such as Jetty, its limit for them holds. Each terminal has a thread that reads
 * it. Who may connect is for the application to decide.
 *
 * @since 0.1.0
 */
public class TerminalWebSocketHandler extends AbstractWebSocketHandler {

	private static final Logger logger = LoggerFactory.getLogger(TerminalWebSocketHandler.class);

	private static final String KEYBOARD = TerminalWebSocketHandler.class.getName() + ".keyboard";

	private static final int BLOCK = 8192;

	private final Function<? super WebSocketSession, ? extends Terminals> terminals;

	private final TerminalOptions options;

	private final AsyncTaskExecutor readers;

	/**
	 * Create a handler.
	 * @param terminals finds the terminals of the session that somebody who connects is
	 * to have; may wait
	 * @param options what the terminals are to be like
	 */
	public TerminalWebSocketHandler(Function<? super WebSocketSession, ? extends Terminals> terminals,
			TerminalOptions options) {
		this(terminals, options, new SimpleAsyncTaskExecutor("terminal-"));
	}

	/**
	 * Create a handler.
	 * @param terminals finds the terminals of the session that somebody who connects is
	 * to have; may wait
	 * @param options what the terminals are to be like
	 * @param readers runs what reads a terminal, one task for each as long as it is open
	 */
	public TerminalWebSocketHandler(Function<? super WebSocketSession, ? extends Terminals> terminals,
			TerminalOptions options, AsyncTaskExecutor readers) {
		Assert.notNull(terminals, "'terminals' must not be null");
		Assert.notNull(options, "'options' must not be null");
		Assert.notNull(readers, "'readers' must not be null");
		this.terminals = terminals;
		this.options = options;
		this.readers = readers;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession socket) {
		try {
			Terminals found = this.terminals.apply(socket);
			Assert.state(found != null, "What finds the terminals of a connection returned null");
			Terminal terminal = found.open(this.options);
			socket.getAttributes().put(KEYBOARD, new Keyboard(terminal));
			this.readers.execute(() -> show(terminal, found, socket));
		}
		catch (RuntimeException ex) {
			notOpened(ex);
			close(socket, CloseStatus.SERVER_ERROR.withReason("No terminal could be opened"));
		}
	}

	/** Who asks for what is not there is no concern of the application's owner. */
	private static void notOpened(RuntimeException failure) {
		if (!(failure instanceof NoSuchElementException || isGone(failure))) {
			logger.warn("No terminal could be opened: {}", failure.toString());
		}
		logger.debug("No terminal was opened", failure);
	}

	private static boolean isGone(RuntimeException failure) {
		return failure instanceof SessionGoneException || failure instanceof NotFoundException;
	}

	/** Sending waits for a browser that reads slowly, and so does the terminal. */
	private static void show(Terminal terminal, Terminals terminals, WebSocketSession socket) {
		try {
			InputStream output = terminal.output();
			byte[] written = new byte[BLOCK];
			for (int count = output.read(written); count >= 0; count = output.read(written)) {
				socket.sendMessage(new BinaryMessage(Arrays.copyOf(written, count)));
			}
			close(socket, CloseStatus.NORMAL.withReason("exit " + terminal.awaitExit()));
		}
		catch (AgentBayException | IOException | IllegalStateException ex) {
			logger.debug("A terminal was lost", ex);
			close(socket, CloseStatus.SERVER_ERROR.withReason("The terminal was lost"));
		}
		finally {
			end(terminal, terminals);
		}
	}

	/**
	 * Nobody can come back to the terminal of a connection: where it was lost its program
	 * is ended by the terminal's id.
	 */
	private static void end(Terminal terminal, Terminals terminals) {
		try {
			terminal.close();
			if (terminal.exitCode().isEmpty()) {
				terminals.kill(terminal.id());
			}
		}
		catch (AgentBayException ex) {
			if (isGone(ex)) {
				logger.debug("A lost terminal was gone", ex);
			}
			else {
				logger.warn("The program of the lost terminal {} may still run: {}", terminal.id(), ex.toString());
			}
		}
	}

	private static void close(WebSocketSession socket, CloseStatus status) {
		try {
			socket.close(status);
		}
		catch (IOException ex) {
			logger.debug("A connection was closed already", ex);
		}
	}

	/**
	 * A message is typed in the parts in which it arrives, so that none is too large.
	 */
	@Override
	public boolean supportsPartialMessages() {
		return true;
	}

	@Override
	protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
		if (socket.getAttributes().get(KEYBOARD) instanceof Keyboard keyboard) {
			type(socket, keyboard, () -> keyboard.type(message.getPayload(), message.isLast()));
		}
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
		if (socket.getAttributes().get(KEYBOARD) instanceof Keyboard keyboard) {
			byte[] typed = new byte[message.getPayload().remaining()];
			message.getPayload().get(typed);
			type(socket, keyboard, () -> keyboard.type(typed));
		}
	}

	/** What is typed after the end of the program is too late, and no failure. */
	private static void type(WebSocketSession socket, Keyboard keyboard, Runnable typing) {
		try {
			typing.run();
		}
		catch (AgentBayException ex) {
			logger.debug("Something could not be typed", ex);
			if (keyboard.terminal().isAttached()) {
				close(socket, CloseStatus.SERVER_ERROR.withReason("The terminal was lost"));
			}
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
		if (socket.getAttributes().remove(KEYBOARD) instanceof Keyboard keyboard) {
			try {
				keyboard.terminal().close();
			}
			catch (AgentBayException ex) {
				logger.debug("Who reads the terminal ends its program", ex);
			}
		}
	}

}
