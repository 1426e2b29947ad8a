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

package io.agentbay.local.internal.browser;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * What the operator of a session is busy with, and what has come of it. The newest 100
 * tasks are remembered.
 */
public final class Tasks {

	private static final int MAX_TASKS = 100;

	private final Executor workers;

	private final Map<String, CompletableFuture<String>> byId = new LinkedHashMap<>();

	Tasks(Executor workers) {
		this.workers = workers;
	}

	/**
	 * Begin a task.
	 * @param work what to do
	 * @return the task's id
	 */
	public String begin(Callable<String> work) {
		String id = UUID.randomUUID().toString();
		CompletableFuture<String> task = new CompletableFuture<>();
		synchronized (this) {
			this.byId.put(id, task);
			if (this.byId.size() > MAX_TASKS) {
				this.byId.remove(this.byId.keySet().iterator().next());
			}
		}
		this.workers.execute(() -> {
			try {
				task.complete(work.call());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				task.completeExceptionally(ex);
			}
			catch (Exception ex) {
				task.completeExceptionally(ex);
			}
		});
		return id;
	}

	/**
	 * What has come of a task.
	 * @param id the task
	 * @return its answer, {@code null} while it goes on
	 * @throws BrowserException if it has failed, or there is none
	 */
	public @Nullable String result(String id) throws BrowserException {
		CompletableFuture<String> task;
		synchronized (this) {
			task = this.byId.get(id);
		}
		if (task == null) {
			throw new BrowserException("Task not found or already finished: " + id);
		}
		if (!task.isDone()) {
			return null;
		}
		if (task.isCompletedExceptionally()) {
			String message = task.handle((answer, failure) -> String.valueOf(failure.getMessage())).join();
			throw new BrowserException("Task failed: " + message);
		}
		return task.join();
	}

	/**
	 * Forget all tasks. Those under way go on to their end.
	 */
	public synchronized void forget() {
		this.byId.clear();
	}

}
