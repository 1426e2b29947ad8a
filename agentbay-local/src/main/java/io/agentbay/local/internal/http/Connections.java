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

package io.agentbay.local.internal.http;

import java.time.Duration;

import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * What serves connections: the threads, and the pool of those that lead on to programs in
 * sessions. It outlives the server, since a call that is still being carried out while
 * the runtime closes has its last word on these threads.
 */
public final class Connections implements AutoCloseable {

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private static final int MAX_OUTGOING = 500;

	private final LoopResources threads = LoopResources.create("agentbay-local-http", 1, 2, true);

	private final ConnectionProvider outgoing = ConnectionProvider.create("agentbay-local-links", MAX_OUTGOING);

	LoopResources threads() {
		return this.threads;
	}

	ConnectionProvider outgoing() {
		return this.outgoing;
	}

	/**
	 * Close the connections and end the threads.
	 */
	@Override
	public void close() {
		this.outgoing.disposeLater().block(CLOSE_TIMEOUT);
		this.threads.disposeLater(Duration.ZERO, CLOSE_TIMEOUT).block(CLOSE_TIMEOUT);
	}

}
