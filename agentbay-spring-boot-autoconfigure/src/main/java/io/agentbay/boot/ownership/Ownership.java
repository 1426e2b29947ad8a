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

package io.agentbay.boot.ownership;

import java.io.IOException;
import java.time.Duration;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.ownership.InstanceLocks;
import io.agentbay.ownership.LiveInstance;
import io.agentbay.ownership.ReapResult;
import io.agentbay.ownership.SessionReaper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Whose sessions the clients of this application create. It takes the lock of this
 * instance when the first client is made, and gives it back when they are gone. Without a
 * lock it is inactive: the application works, but leaves no trace of whose sessions are.
 *
 * @since 0.1.0
 */
public class Ownership implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Ownership.class);

	private final String owner;

	private final InstanceLocks locks;

	private final Duration renewPeriod;

	private boolean begun;

	private volatile @Nullable LiveInstance instance;

	private volatile @Nullable InstanceKeeper keeper;

	/**
	 * Create an ownership, which takes no lock yet.
	 * @param owner the name of the application
	 * @param locks where the locks of its instances are
	 * @param renewPeriod how often the lock is renewed
	 */
	public Ownership(String owner, InstanceLocks locks, Duration renewPeriod) {
		Assert.hasText(owner, "'owner' must not be empty");
		Assert.notNull(locks, "'locks' must not be null");
		this.owner = owner;
		this.locks = locks;
		this.renewPeriod = renewPeriod;
	}

	/**
	 * Take the lock of this instance, unless that was tried before.
	 * @return the instance, {@code null} if it could not take its lock
	 */
	public synchronized @Nullable LiveInstance begin() {
		if (!this.begun) {
			this.begun = true;
			try {
				LiveInstance begun = LiveInstance.begin(this.owner, this.locks);
				this.keeper = new InstanceKeeper(begun, this.renewPeriod);
				this.instance = begun;
			}
			catch (IOException ex) {
				logger.warn("Sessions are not labelled with their owner, and those that a crash leaves behind are "
						+ "not ended, for this instance cannot take its lock: {}", ex.toString());
			}
		}
		return this.instance;
	}

	/**
	 * Return this instance of the application.
	 * @return the instance, {@code null} while there is no client, or if it could not
	 * take its lock
	 */
	public @Nullable LiveInstance instance() {
		return this.instance;
	}

	/**
	 * Return whether it is certain that the lock was held when it was last renewed.
	 * @return whether it is; if not, other instances may end the sessions of this one
	 */
	public boolean isLockHeld() {
		InstanceKeeper keeper = this.keeper;
		return keeper != null && keeper.isLockHeld();
	}

	/**
	 * Look once for sessions of instances that died, and end them.
	 * @param client lists and ends sessions
	 * @return what was found, nothing while this is inactive
	 */
	public Mono<ReapResult> reap(ReactiveAgentBay client) {
		return Mono.justOrEmpty(this.instance).flatMap((self) -> new SessionReaper(client, self).reap());
	}

	/**
	 * Give the lock back.
	 * @throws IOException if that failed
	 */
	@Override
	public synchronized void close() throws IOException {
		this.begun = true;
		if (this.keeper != null) {
			this.keeper.close();
		}
		if (this.instance != null) {
			this.instance.close();
		}
	}

}
