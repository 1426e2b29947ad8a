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

package io.agentbay.internal.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * When a session that nobody uses will have been released. Others may use it too, so that
 * it may live longer: then the next look is taken later and later.
 */
final class IdleTime {

	/** What the service does where nothing else is asked for. */
	private static final Duration DEFAULT = Duration.ofMinutes(5);

	/** The service is not punctual to the second. */
	private static final Duration SLACK = Duration.ofSeconds(5);

	private final Duration limit;

	private volatile long lastUse = now();

	private volatile long nextLook;

	IdleTime(@Nullable Duration limit) {
		this.limit = (limit != null) ? limit : DEFAULT;
		this.nextLook = this.lastUse + this.limit.plus(SLACK).toNanos();
	}

	void wasUsed() {
		this.lastUse = now();
		this.nextLook = this.lastUse + this.limit.plus(SLACK).toNanos();
	}

	boolean isOver() {
		return now() - this.nextLook >= 0;
	}

	void wasSeenAlive() {
		long pause = Math.min(now() - this.lastUse - this.limit.toNanos(), this.limit.toNanos());
		this.nextLook = now() + Math.max(pause, SLACK.toNanos());
	}

	/** The scheduler's clock, so that virtual time moves it too. */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
