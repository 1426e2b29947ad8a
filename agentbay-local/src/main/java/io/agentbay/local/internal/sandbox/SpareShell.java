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
 * command takes is to get there. It is started while the command before runs, and does
 * not wait for long, so that a session at rest has none.
 */
final class SpareShell {

	private static final Logger logger = LoggerFactory.getLogger(SpareShell.class);

	private static final long REST_MILLIS = 3000;

	private final Enclosure enclosure;

	private final Freezer freezer;

	private final Map<String, String> environment;

	private final Executor starters;

	private final ScheduledExecutorService timer;

	private @Nullable Process waiting;

	private boolean starting;

	SpareShell(Enclosure enclosure, Freezer freezer, Map<String, String> environment, Executor starters,
			ScheduledExecutorService timer) {
		this.enclosure = enclosure;
		this.freezer = freezer;
		this.environment = Map.copyOf(environment);
		this.starters = starters;
		this.timer = timer;
	}

	/**
	 * Take the shell that waits, if one does.
	 */
	synchronized @Nullable Process take() {
		Process taken = this.waiting;
		this.waiting = null;
		return (taken != null && taken.isAlive()) ? taken : null;
	}

	/**
	 * Have a shell wait for the command after this one.
	 */
	synchronized void prepare() {
		if (this.waiting == null && !this.starting) {
			this.starting = true;
			try {
				this.starters.execute(this::start);
			}
			catch (RejectedExecutionException ex) {
				// The runtime is being closed.
				this.starting = false;
			}
		}
	}

	private void start() {
		Process started = null;
		try {
			started = this.freezer.startAtOnce(() -> this.enclosure.startShell(this.environment));
		}
		catch (IOException ex) {
			logger.debug("No shell waits for the next command", ex);
		}
		Process shell = started;
		synchronized (this) {
			this.starting = false;
			this.waiting = shell;
		}
		if (shell != null) {
			try {
				this.timer.schedule(() -> dismiss(shell), REST_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (RejectedExecutionException ex) {
				dismiss(shell);
			}
		}
	}

	private void dismiss(Process shell) {
		synchronized (this) {
			if (this.waiting != shell) {
				return;
			}
			this.waiting = null;
		}
		Shell.closeQuietly(shell);
	}

}
