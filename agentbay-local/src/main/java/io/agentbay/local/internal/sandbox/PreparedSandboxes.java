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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sandboxes that wait for sessions, with all that a first command needs. Each session
 * that has run a command lets others be prepared: who wants one often wants another. The
 * first one has to wait for its own.
 */
final class PreparedSandboxes implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(PreparedSandboxes.class);

	private static final int AHEAD = 2;

	private final Builder builder;

	private final Executor builders;

	private final Deque<Sandbox> waiting = new ArrayDeque<>();

	private int building;

	private boolean closed;

	PreparedSandboxes(Builder builder, Executor builders) {
		this.builder = builder;
		this.builders = builders;
	}

	/**
	 * Take a sandbox.
	 * @return a sandbox, {@code null} if none is ready
	 */
	synchronized @Nullable Sandbox take() {
		return this.waiting.poll();
	}

	/**
	 * A session has run a command: so will the next ones.
	 */
	synchronized void wanted() {
		while (!this.closed && this.waiting.size() + this.building < AHEAD) {
			try {
				this.building++;
				this.builders.execute(this::build);
			}
			catch (RejectedExecutionException ex) {
				this.building--;
				break;
			}
		}
	}

	private void build() {
		try {
			Sandbox built = built();
			if (built != null && !keep(built)) {
				close(built);
			}
		}
		finally {
			synchronized (this) {
				this.building--;
				notifyAll();
			}
		}
	}

	private @Nullable Sandbox built() {
		Sandbox sandbox = null;
		try {
			sandbox = this.builder.build();
			sandbox.prepare();
			return sandbox;
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("No sandbox could be prepared", ex);
			if (sandbox != null) {
				close(sandbox);
			}
			return null;
		}
	}

	private synchronized boolean keep(Sandbox sandbox) {
		return !this.closed && this.waiting.add(sandbox);
	}

	@Override
	public void close() {
		Deque<Sandbox> remaining;
		synchronized (this) {
			this.closed = true;
			boolean interrupted = false;
			while (this.building > 0 && !interrupted) {
				try {
					wait();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					interrupted = true;
				}
			}
			remaining = new ArrayDeque<>(this.waiting);
			this.waiting.clear();
		}
		remaining.forEach(PreparedSandboxes::close);
	}

	private static void close(Sandbox sandbox) {
		try {
			sandbox.close();
		}
		catch (RuntimeException ex) {
			logger.debug("A prepared sandbox could not be taken down", ex);
		}
	}

	/**
	 * Builds sandboxes.
	 */
	@FunctionalInterface
	interface Builder {

		Sandbox build() throws IOException;

	}

}
