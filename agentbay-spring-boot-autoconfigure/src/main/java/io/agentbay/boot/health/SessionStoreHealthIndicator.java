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

package io.agentbay.boot.health;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.boot.keyed.SessionStore;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.util.Assert;

/**
 * {@link HealthIndicator} for the store of keyed sessions: it counts them.
 *
 * <p>
 * One that is {@code DOWN} has the detail {@code reason}: {@code timeout} or
 * {@code unreadable}.
 *
 * @since 0.1.0
 */
public class SessionStoreHealthIndicator extends AbstractHealthIndicator {

	private final SessionStore store;

	private final Duration timeout;

	/** At most one at a time: a store that is stuck costs one thread, not one a check. */
	private final AtomicReference<FutureTask<Long>> underWay = new AtomicReference<>();

	/**
	 * Create an indicator.
	 * @param store the store
	 * @param timeout the longest time for the check, whatever the store waits for
	 */
	public SessionStoreHealthIndicator(SessionStore store, Duration timeout) {
		super("The store of keyed sessions cannot be read");
		Assert.notNull(store, "'store' must not be null");
		Assert.isTrue(!timeout.isNegative() && !timeout.isZero(), "'timeout' must be longer than zero");
		this.store = store;
		this.timeout = timeout;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws InterruptedException {
		try {
			builder.up().withDetail("sessions", count().get(this.timeout.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			builder.down()
				.withDetail("reason", "timeout")
				.withDetail("error", "The store was not read within " + this.timeout);
		}
		catch (ExecutionException ex) {
			builder.down((ex.getCause() != null) ? ex.getCause() : ex).withDetail("reason", "unreadable");
		}
	}

	private FutureTask<Long> count() {
		FutureTask<Long> fresh = new FutureTask<>(this.store::size);
		FutureTask<Long> current = this.underWay
			.updateAndGet((earlier) -> (earlier == null || earlier.isDone()) ? fresh : earlier);
		if (current == fresh) {
			Thread thread = new Thread(fresh, "agentbay-sessions-health");
			thread.setDaemon(true);
			thread.start();
		}
		return current;
	}

}
