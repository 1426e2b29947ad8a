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

package io.agentbay.fault;

import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import io.agentbay.AgentBay;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.error.AgentBayException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.FaultProxy;
import io.agentbay.testing.FaultProxy.Direction;
import io.agentbay.testing.FaultProxy.Kind;
import io.agentbay.testing.LocalClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A local runtime with one session, a client that reaches it through a proxy that strikes
 * at a given byte, and a client that reaches it undisturbed.
 */
final class FaultyRuntime implements AutoCloseable {

	/** Chooses the bytes that are tried; printed by every failure. */
	static final long SEED = Long.getLong("agentbay.test.seed", System.nanoTime());

	private static final boolean EVERY_BYTE = Boolean.getBoolean("agentbay.test.every-byte");

	/** The stage "crash" of continuous integration takes four times as many. */
	private static final int TIMES = Integer.getInteger("agentbay.test.bytes", 1);

	private static final Duration SHORT = Duration.ofMillis(1);

	private static final Duration HOLD = Duration.ofMillis(400);

	private final LocalAgentBay runtime;

	private final FaultProxy proxy;

	private final AgentBay disturbed;

	private final AgentBay undisturbed;

	private final Session session;

	FaultyRuntime(boolean directLink, Duration responseTimeout, Duration operationTimeout) {
		this.runtime = LocalAgentBay.builder().directLink(directLink).start();
		this.proxy = new FaultProxy(this.runtime.endpoint());
		this.disturbed = client(this.proxy.endpoint(), responseTimeout, operationTimeout);
		this.undisturbed = client(this.runtime.endpoint().toString(), Duration.ofSeconds(20), Duration.ofMinutes(1));
		this.session = this.disturbed.get(this.undisturbed.create().id());
	}

	private AgentBay client(String endpoint, Duration responseTimeout, Duration operationTimeout) {
		return LocalClient.of(this.runtime)
			.endpoint(endpoint)
			.responseTimeout(responseTimeout)
			.operationTimeout(operationTimeout)
			.retryPolicy(new RetryPolicy(6, SHORT, SHORT, 1, 1000))
			.build();
	}

	LocalAgentBay runtime() {
		return this.runtime;
	}

	AgentBay disturbed() {
		return this.disturbed;
	}

	Session session() {
		return this.session;
	}

	/** The same session, as somebody sees it whose connection is good. */
	Session undisturbedSession() {
		return this.undisturbed.get(this.session.id());
	}

	/**
	 * The bytes that a call moves in a direction, when the connections are there already.
	 */
	long bytes(Direction direction, Supplier<?> call) {
		assertThat(call.get()).isNotNull();
		long before = this.proxy.passed(direction);
		assertThat(call.get()).isNotNull();
		return this.proxy.passed(direction) - before;
	}

	/** The bytes to strike at: all of them, or every n-th from a random one. */
	static long[] offsets(long length, int runs) {
		long stride = EVERY_BYTE ? 1 : Math.max(1, length / (runs * TIMES));
		long first = new Random(SEED).nextLong(stride);
		return LongStream.iterate(first, (offset) -> offset < length, (offset) -> offset + stride).toArray();
	}

	/** Make a call during which the connection suffers. */
	<T> Told<T> call(Kind kind, Direction direction, long offset, Supplier<T> call) {
		this.proxy.strike(kind, direction, offset, HOLD);
		String where = "%s of %s at byte %d, seed %d".formatted(kind, direction, offset, SEED);
		try {
			return new Told<>(where, call.get(), null);
		}
		catch (AgentBayException ex) {
			return new Told<>(where, null, ex);
		}
		finally {
			this.proxy.disarm();
		}
	}

	@Override
	public void close() {
		this.disturbed.close();
		this.undisturbed.close();
		this.proxy.close();
		this.runtime.close();
	}

	/**
	 * What the caller was told.
	 *
	 * @param where what happened to the connection, for messages
	 * @param result the result, {@code null} when an exception was thrown
	 * @param failure the exception, {@code null} when there was a result
	 * @param <T> the type of the result
	 */
	record Told<T>(String where, T result, AgentBayException failure) {

		boolean success() {
			return this.failure == null;
		}

	}

}
