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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

import io.agentbay.local.agent.AgentKind;
import io.agentbay.local.agent.AgentPlanner;
import io.agentbay.local.internal.agent.RunningTask.Hands;
import io.agentbay.local.internal.agent.RunningTask.State;
import io.agentbay.local.internal.sandbox.Sandbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The tasks of all sessions. A session's last hundred tasks are remembered; those that
 * were terminated are forgotten at once when they have ended.
 */
public final class Agents {

	private static final Logger logger = LoggerFactory.getLogger(Agents.class);

	private static final int REMEMBERED = 100;

	private final Map<Sandbox, Map<String, RunningTask>> bySandbox = new ConcurrentHashMap<>();

	private final AgentPlanner planner;

	private final ExecutorService workers;

	/**
	 * Begin without any task.
	 * @param planner does the tasks
	 * @param workers run it
	 */
	public Agents(AgentPlanner planner, ExecutorService workers) {
		this.planner = planner;
		this.workers = workers;
	}

	/**
	 * Begin a task.
	 * @param sandbox the session
	 * @param kind what the agent works with
	 * @param text the task in words
	 * @param arguments all arguments of the call
	 * @param tools calls tools of the session
	 * @param listener is told what the agent does
	 * @return the task
	 */
	public RunningTask begin(Sandbox sandbox, AgentKind kind, String text, JsonNode arguments, ToolCaller tools,
			RunningTask.Listener listener) {
		Hands hands = (tool, values) -> tools.call(sandbox, tool, values);
		RunningTask task = new RunningTask(kind, text, arguments, hands, listener);
		Map<String, RunningTask> tasks = this.bySandbox.computeIfAbsent(sandbox, (key) -> new LinkedHashMap<>());
		synchronized (tasks) {
			if (tasks.size() >= REMEMBERED) {
				tasks.values()
					.stream()
					.filter((old) -> old.progress().state() != State.RUNNING)
					.findFirst()
					.ifPresent((old) -> tasks.remove(old.id()));
			}
			tasks.put(task.id(), task);
		}
		task.workedOnBy(this.workers.submit(() -> carryOut(sandbox, task)));
		return task;
	}

	private void carryOut(Sandbox sandbox, RunningTask task) {
		if (!task.start()) {
			return;
		}
		try {
			task.end(State.FINISHED, this.planner.carryOut(task), "");
		}
		catch (UnsupportedOperationException ex) {
			task.end(State.UNSUPPORTED, "", String.valueOf(ex.getMessage()));
		}
		catch (InterruptedException ex) {
			task.end(State.FAILED, "", "The task was interrupted");
		}
		catch (Exception ex) {
			logger.debug("An agent could not do its task", ex);
			task.end(State.FAILED, "", String.valueOf(ex.getMessage()));
		}
		if (task.progress().state() == State.CANCELLED) {
			forget(sandbox, task);
		}
	}

	private void forget(Sandbox sandbox, RunningTask task) {
		Map<String, RunningTask> tasks = this.bySandbox.getOrDefault(sandbox, new LinkedHashMap<>());
		synchronized (tasks) {
			tasks.remove(task.id());
		}
	}

	/**
	 * Find a task.
	 * @param sandbox the session
	 * @param kind what its agent works with
	 * @param id the task
	 * @return the task, unless there is none or it was terminated
	 */
	public Optional<RunningTask> find(Sandbox sandbox, AgentKind kind, String id) {
		Map<String, RunningTask> tasks = this.bySandbox.getOrDefault(sandbox, new LinkedHashMap<>());
		synchronized (tasks) {
			return Optional.ofNullable(tasks.get(id)).filter((task) -> task.kind() == kind);
		}
	}

	/**
	 * Begin to end a task.
	 * @param sandbox the session
	 * @param task the task
	 * @return whether it ran
	 */
	public boolean terminate(Sandbox sandbox, RunningTask task) {
		boolean ran = task.terminate();
		if (task.progress().state() == State.CANCELLED) {
			forget(sandbox, task);
		}
		return ran;
	}

	/**
	 * End all tasks of a session.
	 * @param sandbox the session
	 */
	public void end(Sandbox sandbox) {
		Map<String, RunningTask> tasks = this.bySandbox.remove(sandbox);
		if (tasks != null) {
			synchronized (tasks) {
				tasks.values().forEach(RunningTask::terminate);
			}
		}
	}

	/**
	 * Calls tools.
	 */
	@FunctionalInterface
	public interface ToolCaller {

		/**
		 * Call a tool.
		 * @param sandbox the session
		 * @param tool the tool
		 * @param arguments its arguments, a JSON object
		 * @return the text that it answers
		 * @throws InterruptedException if the waiting thread is interrupted
		 * @throws IllegalStateException if the tool fails
		 */
		String call(Sandbox sandbox, String tool, JsonNode arguments) throws InterruptedException;

	}

}
