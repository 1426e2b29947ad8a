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

import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LifecyclePolicy;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * When a session will have been released: because nobody uses it, or because its longest
 * time is over. Others may use it too, so that it may live longer: then the next look is
 * taken later and later.
 */
final class IdleTime {

	/** What the service does where nothing else is asked for. */
	private static final Duration DEFAULT = Duration.ofMinutes(5);

	/** The service is not punctual to the second. */
	private static final Duration SLACK = Duration.ofSeconds(5);

	/** Without an end: the look that is taken now and then tells of a deletion. */
	private static final Duration MANUAL = Duration.ofHours(1);

	private final Duration limit;

	private final @Nullable Long end;

	private volatile boolean endWasSeen;

	private volatile long lastUse = now();

	private volatile long nextLook;

	/**
	 * Begin to count.
	 * @param limit the time without use, {@code null} for the service's default
	 * @param longest the longest time in any case, {@code null} if there is none
	 */
	IdleTime(@Nullable Duration limit, @Nullable Duration longest) {
		this.limit = (limit != null) ? limit : DEFAULT;
		this.nextLook = this.lastUse + this.limit.plus(SLACK).toNanos();
		this.end = (longest != null) ? this.lastUse + longest.plus(SLACK).toNanos() : null;
	}

	static IdleTime of(CreateSessionOptions options) {
		LifecyclePolicy policy = options.lifecyclePolicy();
		if (policy == null) {
			return new IdleTime(options.idleReleaseTimeout(), null);
		}
		return policy.isManualRelease() ? new IdleTime(MANUAL, null)
				: new IdleTime(policy.idleReleaseTimeout(), policy.maxRuntime());
	}

	void wasUsed() {
		this.lastUse = now();
		this.nextLook = this.lastUse + this.limit.plus(SLACK).toNanos();
	}

	boolean isOver() {
		return now() - this.nextLook >= 0 || isAtItsEnd();
	}

	private boolean isAtItsEnd() {
		return this.end != null && !this.endWasSeen && now() - this.end >= 0;
	}

	void wasSeenAlive() {
		if (isAtItsEnd()) {
			this.endWasSeen = true;
		}
		long pause = Math.min(now() - this.lastUse - this.limit.toNanos(), this.limit.toNanos());
		this.nextLook = now() + Math.max(pause, SLACK.toNanos());
	}

	/** The scheduler's clock, so that virtual time moves it too. */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
