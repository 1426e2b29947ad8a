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

package io.agentbay.local.internal.sandbox;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.agentbay.local.internal.enclosure.Enclosure;
import io.agentbay.local.internal.enclosure.Freezer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shell inside the walls of a session that waits for the next command: most of what a
 * command takes is to get there. It is started while the command before runs, or with the
 * sandbox when that is made ahead of need, and does not wait for long, so that a session
 * at rest has none.
 */
final class SpareShell {

	private static final Logger logger = LoggerFactory.getLogger(SpareShell.class);

	private static final long REST_MILLIS = 3000;

	private final Enclosure enclosure;

	private final Freezer freezer;

	private final Map<String, String> environment;

	private final Executor starters;

	private final ScheduledExecutorService timer;

	private @Nullable CompletableFuture<Started> next;

	SpareShell(Enclosure enclosure, Freezer freezer, Map<String, String> environment, Executor starters,
			ScheduledExecutorService timer) {
		this.enclosure = enclosure;
		this.freezer = freezer;
		this.environment = Map.copyOf(environment);
		this.starters = starters;
		this.timer = timer;
	}

	/**
	 * Take the shell that waits, or is about to.
	 * @return the shell; {@code null} if there is none
	 */
	@Nullable Process take() throws InterruptedException {
		CompletableFuture<Started> taken;
		synchronized (this) {
			taken = this.next;
			this.next = null;
		}
		if (taken == null) {
			return null;
		}
		try {
			return usable(taken.get());
		}
		catch (InterruptedException ex) {
			taken.thenAccept(Started::dismiss);
			throw ex;
		}
		catch (ExecutionException ex) {
			logger.debug("No shell waits for the next command", ex.getCause());
			return null;
		}
	}

	private @Nullable Process usable(Started started) {
		if (started.shell() == null || !started.shell().isAlive()) {
			return null;
		}
		if (started.interior() != this.enclosure.interior()) {
			started.dismiss();
			return null;
		}
		return started.shell();
	}

	/**
	 * Have a shell wait for the next command, until it is told to rest.
	 */
	synchronized void prepare() {
		if (this.next != null) {
			return;
		}
		CompletableFuture<Started> prepared = new CompletableFuture<>();
		try {
			this.starters.execute(() -> start(prepared));
			this.next = prepared;
		}
		catch (RejectedExecutionException ex) {
			// The runtime is being closed.
		}
	}

	/**
	 * Let the shell go if no command comes soon.
	 */
	synchronized void rest() {
		CompletableFuture<Started> waiting = this.next;
		if (waiting == null) {
			return;
		}
		try {
			this.timer.schedule(() -> dismiss(waiting), REST_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			dismiss(waiting);
		}
	}

	private void start(CompletableFuture<Started> prepared) {
		try {
			Object interior = this.enclosure.interior();
			prepared.complete(
					new Started(this.freezer.startAtOnce(() -> this.enclosure.startShell(this.environment)), interior));
		}
		catch (IOException | RuntimeException | Error ex) {
			prepared.completeExceptionally(ex);
		}
	}

	private void dismiss(CompletableFuture<Started> prepared) {
		synchronized (this) {
			if (this.next != prepared) {
				return;
			}
			this.next = null;
		}
		prepared.thenAccept(Started::dismiss);
	}

	/**
	 * A shell that was started.
	 *
	 * @param shell the shell, {@code null} if none may be started at the moment
	 * @param interior where it leads
	 */
	private record Started(@Nullable Process shell, Object interior) {

		void dismiss() {
			if (this.shell != null) {
				Shell.closeQuietly(this.shell);
			}
		}

	}

}
