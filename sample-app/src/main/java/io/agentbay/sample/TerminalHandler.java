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

package io.agentbay.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.error.AgentBayException;
import io.agentbay.terminal.Terminal;
import io.agentbay.terminal.TerminalOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * A terminal over a WebSocket of Spring MVC. It speaks what the client's own handler,
 * which is for WebFlux, speaks: binary messages are what the terminal writes, text is
 * typed, except U+0000 and {@code resize 120 40}.
 */
class TerminalHandler extends AbstractWebSocketHandler {

	/** Where a browser connects to. */
	static final String PATH = "/sessions/{id}/terminal";

	private static final Logger logger = LoggerFactory.getLogger(TerminalHandler.class);

	private static final Pattern RESIZE = Pattern.compile("\0resize (\\d{1,3}) (\\d{1,3})");

	private static final AntPathMatcher PATHS = new AntPathMatcher();

	private final SimpleAsyncTaskExecutor readers = new SimpleAsyncTaskExecutor("terminal-");

	private final Computers computers;

	TerminalHandler(Computers computers) {
		this.computers = computers;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession socket) throws IOException {
		try {
			TerminalOptions options = TerminalOptions.defaults().withEnvironment(Map.of("TERM", "xterm-256color"));
			Terminal terminal = this.computers.session(sessionId(socket)).terminals().open(options);
			socket.getAttributes().put("terminal", terminal);
			this.readers.execute(() -> show(terminal, socket));
		}
		catch (AgentBayException ex) {
			logger.debug("No terminal was opened", ex);
			socket.close(CloseStatus.SERVER_ERROR.withReason("No terminal could be opened"));
		}
	}

	/** Sending waits for a browser that reads slowly, and so does the terminal. */
	private static void show(Terminal terminal, WebSocketSession socket) {
		try {
			InputStream output = terminal.output();
			byte[] written = new byte[8192];
			for (int count = output.read(written); count >= 0; count = output.read(written)) {
				socket.sendMessage(new BinaryMessage(Arrays.copyOf(written, count)));
			}
			socket.close(CloseStatus.NORMAL.withReason("exit " + terminal.awaitExit()));
		}
		catch (AgentBayException | IOException | IllegalStateException ex) {
			logger.debug("A terminal was lost", ex);
			closeLost(socket);
		}
	}

	private static void closeLost(WebSocketSession socket) {
		try {
			socket.close(CloseStatus.SERVER_ERROR.withReason("The terminal was lost"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
		if (!(socket.getAttributes().get("terminal") instanceof Terminal terminal) || message.getPayloadLength() == 0) {
			return;
		}
		Matcher resize = RESIZE.matcher(message.getPayload());
		if (resize.matches()) {
			terminal.resize(Integer.parseInt(resize.group(1)), Integer.parseInt(resize.group(2)));
		}
		else {
			terminal.write(message.getPayload());
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
		if (socket.getAttributes().get("terminal") instanceof Terminal terminal) {
			terminal.close();
		}
	}

	private static String sessionId(WebSocketSession socket) {
		URI address = Objects.requireNonNull(socket.getUri());
		return PATHS.extractUriTemplateVariables(PATH, address.getPath()).getOrDefault("id", "");
	}

}
