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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.agentbay.local.fault.Fault;
import io.agentbay.local.internal.channel.Channels.Tools;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.SessionStatus;
import io.agentbay.local.internal.terminal.Terminals;
import io.agentbay.local.internal.terminal.Viewer;
import io.agentbay.local.internal.tool.StreamMethod;
import io.agentbay.local.journal.Call;
import io.agentbay.local.journal.Journal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One connection of a client to a session. Takes its frames apart: those of a call that
 * is under way go there, others begin a call. Nothing here blocks the thread that reads
 * the connection.
 */
public final class Channel {

	private static final int MAX_CALLS = 64;

	/** They are brief, and all of a session's terminals may have to end at once. */
	private static final int MAX_TERMINAL_CALLS = 256;

	/**
	 * In whose name browsers speak. It has no methods: what is sent to it is the message.
	 */
	static final String BROWSER = "wuying_cdp_mcp_server";

	private static final String GATEWAY = "WEBSOCKET_SERVER";

	private final Session session;

	private final Wire wire;

	private final Tools tools;

	private final Map<String, Invocation> running = new ConcurrentHashMap<>();

	private final Map<String, Runnable> kept = new ConcurrentHashMap<>();

	private final AtomicLong shown = new AtomicLong();

	private final Terminals terminals;

	private final TerminalView terminalView = new TerminalView();

	private final TerminalServer terminalServer;

	private volatile boolean closed;

	private Runnable farewell = () -> {
	};

	Channel(Session session, Wire wire, Tools tools) {
		this.session = session;
		this.wire = wire;
		this.tools = tools;
		this.terminals = Terminals.of(session.sandbox());
		this.terminalServer = new TerminalServer(this.terminals, this.terminalView,
				() -> tools.sessions().touch(session));
	}

	/**
	 * Begin to tell the client what happens in the session.
	 */
	void opened() {
		this.terminals.join(this.terminalView);
	}

	/**
	 * The session ends: the client is told what ends with it.
	 */
	void sessionEnds() {
		this.terminals.sessionEnds(this.terminalView);
	}

	void closesWith(Runnable farewell) {
		this.farewell = farewell;
	}

	/**
	 * Take a frame. One that is not JSON, or that carries no id, such as a heartbeat, is
	 * ignored.
	 * @param text the frame
	 */
	public void receive(String text) {
		JsonNode frame;
		try {
			frame = this.tools.mapper().readTree(text);
		}
		catch (JacksonException ex) {
			return;
		}
		String id = text(frame, "invocationId");
		if (id.isEmpty()) {
			return;
		}
		String target = text(frame, "target");
		JsonNode data = frame.path("data");
		Invocation present = this.running.get(id);
		if (present != null) {
			present.heard(data);
			return;
		}
		begin(id, target, data);
	}

	private void begin(String id, String target, JsonNode data) {
		boolean message = target.equals(BROWSER);
		String name = text(data, message ? "action" : "method");
		Fault fault = log(name);
		if (fault instanceof Fault.Drop drop && !drop.handled()) {
			this.wire.close(1011, "A fault was asked for");
			return;
		}
		if (fault instanceof Fault.Answer answer) {
			this.wire.trySend(answer.body());
			return;
		}
		if (message) {
			return;
		}
		boolean terminal = target.equals(TerminalServer.NAME);
		if (terminal && this.terminalServer.isMessage(name)) {
			String wrong = this.terminalServer.hear(name, data.path("params"));
			if (!wrong.isEmpty()) {
				fail(id, target, wrong);
			}
			return;
		}
		if (!terminal && !this.tools.catalogue().hasServer(target)) {
			refuse(id, "target not connected");
			return;
		}
		if (this.session.status() != SessionStatus.RUNNING) {
			refuse(id, "IncorrectSessionStatus: the session is " + this.session.status());
			return;
		}
		Invocation invocation = new Invocation(this, id, target);
		Optional<StreamMethod> method = terminal ? this.terminalServer.method(name, invocation)
				: this.tools.catalogue().stream(target, name);
		if (method.isEmpty()) {
			fail(id, target, "Unknown method: " + name);
			return;
		}
		int most = terminal ? MAX_TERMINAL_CALLS : MAX_CALLS;
		if (this.running.size() >= most) {
			fail(id, target, "There are %s calls under way on this connection already".formatted(most));
			return;
		}
		start(invocation, method.get(), data.path("params"), fault);
	}

	private @Nullable Fault log(String name) {
		this.tools.journal().add(new Call(Journal.CHANNEL_CALL, name, this.session.id(), this.tools.clock().now()));
		return this.tools.faults().take(Journal.CHANNEL_CALL);
	}

	private void start(Invocation invocation, StreamMethod method, JsonNode parameters, @Nullable Fault fault) {
		this.running.put(invocation.id(), invocation);
		if (this.closed) {
			invocation.cancel();
		}
		Executor executor = (fault instanceof Fault.Delay delay) ? CompletableFuture.delayedExecutor(
				delay.duration().toMillis(), TimeUnit.MILLISECONDS, this.tools.workers()) : this.tools.workers();
		if (fault instanceof Fault.Malformed) {
			invocation.garble();
		}
		try {
			executor.execute(() -> carryOut(invocation, method, parameters, fault));
		}
		catch (RejectedExecutionException ex) {
			this.running.remove(invocation.id());
			this.wire.close(1001, "The local runtime is being closed");
		}
	}

	private void carryOut(Invocation invocation, StreamMethod method, JsonNode parameters, @Nullable Fault fault) {
		try {
			String failure = this.tools.sessions()
				.use(this.session,
						(used) -> this.tools.catalogue().carryOut(method, used.sandbox(), parameters, invocation));
			if (fault != null && (fault instanceof Fault.Drop || fault instanceof Fault.Cut)) {
				this.wire.close(1011, "A fault was asked for");
			}
			else if (!failure.isEmpty()) {
				fail(invocation.id(), invocation.target(), failure);
			}
		}
		catch (InterruptedException ex) {
			if (!invocation.cancelled().isDone()) {
				Thread.currentThread().interrupt();
			}
		}
		catch (JacksonException ex) {
			fail(invocation.id(), invocation.target(),
					"The parameters do not have the form that " + method.name() + " wants");
		}
		catch (RuntimeException ex) {
			fail(invocation.id(), invocation.target(), "The local runtime failed: " + ex);
		}
		finally {
			this.running.remove(invocation.id());
		}
	}

	/**
	 * End all that is under way: the connection has closed.
	 */
	public void closed() {
		this.closed = true;
		this.terminals.leave(this.terminalView);
		this.farewell.run();
		this.running.values().forEach(Invocation::cancel);
		this.kept.keySet().forEach(this::drop);
	}

	void keep(String name, Runnable end) {
		Runnable before = this.kept.put(name, end);
		if (before != null) {
			before.run();
		}
		if (this.closed) {
			drop(name);
		}
	}

	void drop(String name) {
		Runnable end = this.kept.remove(name);
		if (end != null) {
			end.run();
		}
	}

	boolean send(String id, String source, Map<String, ?> data) throws InterruptedException {
		return this.wire.send(frame(id, source, data, null));
	}

	boolean trySend(String id, String source, Map<String, ?> data) {
		return this.wire.trySend(frame(id, source, data, null));
	}

	void garbled() {
		this.wire.trySend("<html>This is not JSON</html>");
	}

	private void refuse(String id, String reason) {
		this.wire.trySend(frame(id, GATEWAY, Map.of(), reason));
	}

	private void fail(String id, String source, String reason) {
		this.wire.trySend(frame(id, source, Map.of("error", reason), null));
	}

	private String frame(String id, String source, Map<String, ?> data, @Nullable String error) {
		Map<String, @Nullable Object> frame = new LinkedHashMap<>();
		frame.put("invocationId", id);
		frame.put("source", source);
		frame.put("target", "SDK");
		if (error != null) {
			frame.put("error", error);
		}
		frame.put("data", data);
		return this.tools.mapper().writeValueAsString(frame);
	}

	/**
	 * Shows the client what happens on terminals.
	 */
	private final class TerminalView implements Viewer {

		@Override
		public boolean show(Map<String, ?> event) throws InterruptedException {
			return Channel.this.wire.send(frame(event));
		}

		@Override
		public void tryShow(Map<String, ?> event) {
			Channel.this.wire.trySend(frame(event));
		}

		private String frame(Map<String, ?> event) {
			return Channel.this.frame("pty-push-" + Channel.this.shown.incrementAndGet(), TerminalServer.NAME, event,
					null);
		}

	}

	private static String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return value.isString() ? value.stringValue() : "";
	}

}
