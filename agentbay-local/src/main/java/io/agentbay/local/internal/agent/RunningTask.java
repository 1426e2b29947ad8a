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

package io.agentbay.local.internal.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.agentbay.local.agent.AgentKind;
import io.agentbay.local.agent.AgentTask;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task that an agent does. Running, until it has finished, failed, turned out to be
 * unsupported, or was terminated.
 */
public final class RunningTask implements AgentTask {

	/** Whom nobody tells anything, and who answers nothing. */
	public static final Listener NOBODY = new Listener() {
	};

	private final String id = "task-" + UUID.randomUUID();

	private final AgentKind kind;

	private final String text;

	private final JsonNode arguments;

	private final Hands hands;

	private final Listener listener;

	private final CompletableFuture<Void> over = new CompletableFuture<>();

	private final List<Output> outputs = new ArrayList<>();

	private State state = State.RUNNING;

	private String action = "";

	private String product = "";

	private String error = "";

	private boolean started;

	private @Nullable Future<?> work;

	RunningTask(AgentKind kind, String text, JsonNode arguments, Hands hands, Listener listener) {
		this.listener = listener;
		this.kind = kind;
		this.text = text;
		this.arguments = arguments;
		this.hands = hands;
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public AgentKind kind() {
		return this.kind;
	}

	@Override
	public String text() {
		return this.text;
	}

	@Override
	public JsonNode arguments() {
		return this.arguments;
	}

	@Override
	public String callTool(String tool, JsonNode arguments) throws InterruptedException {
		act(tool);
		String call = newCallId();
		this.listener.calls(call, tool, arguments);
		try {
			String text = this.hands.callTool(tool, arguments);
			this.listener.answered(call, tool, text, false);
			return text;
		}
		catch (IllegalStateException ex) {
			this.listener.answered(call, tool, String.valueOf(ex.getMessage()), true);
			throw ex;
		}
	}

	@Override
	public String askUser(String prompt) throws InterruptedException {
		act("call_for_user");
		return this.listener.asked(newCallId(), prompt);
	}

	private static String newCallId() {
		return "call-" + UUID.randomUUID();
	}

	/**
	 * Completes when the task is over, however it ended.
	 * @return the future
	 */
	public CompletableFuture<Void> over() {
		return this.over;
	}

	@Override
	public synchronized void act(String what) {
		this.action = what;
	}

	@Override
	public void say(String content, String reasoning) {
		synchronized (this) {
			long last = this.outputs.isEmpty() ? 0 : this.outputs.get(this.outputs.size() - 1).timestamp();
			// Clients tell outputs apart by their time.
			this.outputs.add(new Output(content, reasoning, Math.max(Instant.now().toEpochMilli(), last + 1)));
		}
		try {
			this.listener.said(content, reasoning);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	synchronized void workedOnBy(Future<?> work) {
		this.work = work;
		if (this.state != State.RUNNING) {
			work.cancel(true);
		}
	}

	/**
	 * Begin to be done.
	 * @return false when it was terminated before
	 */
	synchronized boolean start() {
		this.started = true;
		return this.state == State.RUNNING;
	}

	void end(State reached, String product, String error) {
		synchronized (this) {
			this.state = (this.state == State.RUNNING) ? reached : State.CANCELLED;
			this.product = product;
			this.error = error;
		}
		this.over.complete(null);
	}

	/**
	 * Begin to end a task that runs.
	 * @return whether it ran
	 */
	boolean terminate() {
		synchronized (this) {
			if (this.state != State.RUNNING) {
				return false;
			}
			this.state = this.started ? State.CANCELLING : State.CANCELLED;
			if (this.work != null) {
				this.work.cancel(true);
			}
		}
		if (progress().state() == State.CANCELLED) {
			this.over.complete(null);
		}
		return true;
	}

	/**
	 * What it is like now.
	 * @return a copy
	 */
	public synchronized Progress progress() {
		return new Progress(this.state, this.action, this.product, this.error, List.copyOf(this.outputs));
	}

	/**
	 * Where a task is.
	 */
	public enum State {

		/** It is being done. */
		RUNNING,

		/** It is done. */
		FINISHED,

		/** It could not be done. */
		FAILED,

		/** The planner does not do such tasks. */
		UNSUPPORTED,

		/** It is being terminated. */
		CANCELLING,

		/** It was terminated. */
		CANCELLED

	}

	/**
	 * A task at some moment.
	 *
	 * @param state where it is
	 * @param action what was done last
	 * @param product what came of it, empty until it is done
	 * @param error why it failed, empty if it did not
	 * @param outputs what the agent said meanwhile
	 */
	public record Progress(State state, String action, String product, String error, List<Output> outputs) {
	}

	/**
	 * Something an agent said or thought.
	 *
	 * @param content what it said
	 * @param reasoning what it thought
	 * @param timestamp when, in milliseconds since 1970, different for each output
	 */
	public record Output(String content, String reasoning, long timestamp) {
	}

	/**
	 * Is told what an agent does, on the thread that does it.
	 */
	public interface Listener {

		/**
		 * The agent has said or thought something.
		 * @param content what it said, possibly empty
		 * @param reasoning what it thought, possibly empty
		 * @throws InterruptedException if the listener has gone
		 */
		default void said(String content, String reasoning) throws InterruptedException {
		}

		/**
		 * The agent calls a tool.
		 * @param id the call
		 * @param tool the tool
		 * @param arguments its arguments
		 * @throws InterruptedException if the listener has gone
		 */
		default void calls(String id, String tool, Object arguments) throws InterruptedException {
		}

		/**
		 * A tool has answered.
		 * @param id the call
		 * @param tool the tool
		 * @param text what it answered
		 * @param error whether it failed
		 * @throws InterruptedException if the listener has gone
		 */
		default void answered(String id, String tool, String text, boolean error) throws InterruptedException {
		}

		/**
		 * The agent asks the user.
		 * @param id the call
		 * @param prompt the question
		 * @return the answer, empty when there is none
		 * @throws InterruptedException if the listener has gone
		 */
		default String asked(String id, String prompt) throws InterruptedException {
			return "";
		}

	}

	/**
	 * What an agent acts with.
	 */
	@FunctionalInterface
	public interface Hands {

		String callTool(String tool, JsonNode arguments) throws InterruptedException;

	}

}
