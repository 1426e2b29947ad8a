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

package io.agentbay.local.internal.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.sandbox.TerminalRequest;
import io.agentbay.local.internal.terminal.Terminal;
import io.agentbay.local.internal.terminal.Terminals;
import io.agentbay.local.internal.terminal.Viewer;
import io.agentbay.local.internal.tool.StreamMethod;
import tools.jackson.databind.JsonNode;

/**
 * The server {@code PTY_SERVER} as one connection sees it. It is no server of tools: its
 * answers have no end, and what happens is told to all connections.
 */
final class TerminalServer {

	static final String NAME = "PTY_SERVER";

	private static final Set<String> MESSAGES = Set.of("pty.input", "pty.resize");

	private static final int MAX_SIZE = 500;

	private static final int DEFAULT_COLUMNS = 80;

	private static final int DEFAULT_ROWS = 24;

	private final Terminals terminals;

	private final Viewer viewer;

	private final Runnable used;

	TerminalServer(Terminals terminals, Viewer viewer, Runnable used) {
		this.terminals = terminals;
		this.viewer = viewer;
		this.used = used;
	}

	/** Whether nobody waits for an answer. What comes in a row is done in that order. */
	boolean isMessage(String method) {
		return MESSAGES.contains(method);
	}

	Optional<StreamMethod> method(String name, Invocation invocation) {
		StreamMethod.Work work = switch (name) {
			case "pty.create" -> (sandbox, parameters, stream) -> create(sandbox, parameters, invocation);
			case "pty.list" ->
				(sandbox, parameters, stream) -> invocation.answer(Map.of("ptySessionIds", this.terminals.ids()));
			case "pty.connect" -> (sandbox, parameters, stream) -> connect(parameters, invocation);
			case "pty.kill" -> (sandbox, parameters, stream) -> kill(parameters, invocation);
			default -> null;
		};
		return Optional.ofNullable(work).map((present) -> new StreamMethod(NAME, name, true, present));
	}

	/**
	 * Do what a message wants. Does not wait.
	 * @return what is wrong with it, empty if nothing is
	 */
	String hear(String method, JsonNode parameters) {
		try {
			Terminal terminal = terminal(parameters);
			if (terminal.hasEnded()) {
				throw new IOException("PTY session has ended: " + terminal.id());
			}
			terminal.attach(this.viewer);
			if (method.equals("pty.resize")) {
				terminal.resize(size(parameters, "cols", 0), size(parameters, "rows", 0));
			}
			else if (!terminal.type(typed(parameters))) {
				throw new IOException("The programs on the terminal do not read, and too much waits for them already");
			}
			return "";
		}
		catch (IOException ex) {
			String reason = String.valueOf(ex.getMessage());
			this.viewer.tryShow(Map.of("eventType", "pty.error", "ptySessionId",
					parameters.path("ptySessionId").asString(""), "error", reason));
			return reason;
		}
	}

	private void create(Sandbox sandbox, JsonNode parameters, Invocation invocation)
			throws IOException, InterruptedException {
		int columns = size(parameters, "cols", DEFAULT_COLUMNS);
		int rows = size(parameters, "rows", DEFAULT_ROWS);
		String program = text(parameters, "shell");
		if (program.startsWith("-")) {
			throw new IOException("No such program: " + program);
		}
		String directory = text(parameters, "cwd");
		Terminal terminal = this.terminals.open(sandbox, new TerminalRequest(columns, rows,
				directory.isEmpty() ? "~" : directory, program, environment(parameters.path("envs"))), this.used);
		boolean told = false;
		try {
			terminal.attach(this.viewer);
			invocation.answer(Map.of("ptySessionId", terminal.id()));
			told = true;
		}
		finally {
			terminal.announced();
			if (!told) {
				// Nobody knows of it.
				terminal.kill();
			}
		}
	}

	private void connect(JsonNode parameters, Invocation invocation) throws IOException, InterruptedException {
		Terminal terminal = terminal(parameters);
		JsonNode from = parameters.path("offset");
		terminal.connect(this.viewer, from.isIntegralNumber() ? from.asLong() : -1,
				(offset) -> invocation
					.answer(from.isIntegralNumber() ? Map.of("ptySessionId", terminal.id(), "offset", offset)
							: Map.of("ptySessionId", terminal.id())));
	}

	private void kill(JsonNode parameters, Invocation invocation) throws IOException, InterruptedException {
		Terminal terminal = terminal(parameters);
		terminal.kill();
		invocation.answer(Map.of("ptySessionId", terminal.id()));
	}

	private Terminal terminal(JsonNode parameters) throws IOException {
		String id = text(parameters, "ptySessionId");
		return this.terminals.find(id).orElseThrow(() -> new IOException("PTY session not found: " + id));
	}

	/**
	 * Numbers may come as texts. What is left out is the usual size.
	 */
	private static int size(JsonNode parameters, String name, int standard) throws IOException {
		JsonNode value = parameters.path(name);
		int size = (value.isMissingNode() || value.isNull()) ? standard : value.asInt(0);
		if (size < 1 || size > MAX_SIZE) {
			throw new IOException("Invalid terminal size: cols=%s, rows=%s (must be 1-%s)".formatted(
					parameters.path("cols").asString(""), parameters.path("rows").asString(""),
					Integer.toString(MAX_SIZE)));
		}
		return size;
	}

	private static byte[] typed(JsonNode parameters) throws IOException {
		String data = text(parameters, "data");
		if (!text(parameters, "encoding").equals("base64")) {
			return data.getBytes(StandardCharsets.UTF_8);
		}
		try {
			return Base64.getDecoder().decode(data);
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("What is typed is not valid base64", ex);
		}
	}

	private static Map<String, String> environment(JsonNode variables) throws IOException {
		Map<String, String> environment = new LinkedHashMap<>();
		environment.put("TERM", "xterm-256color");
		for (Map.Entry<String, JsonNode> variable : variables.properties()) {
			String value = variable.getValue().asString("");
			if (variable.getKey().isEmpty() || (variable.getKey() + value).indexOf('\0') >= 0
					|| variable.getKey().contains("=")) {
				throw new IOException("Not a variable of an environment: " + variable.getKey());
			}
			environment.put(variable.getKey(), value);
		}
		return environment;
	}

	private static String text(JsonNode parameters, String name) {
		return parameters.path(name).asString("");
	}

}
