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

package io.agentbay.session;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * When the service releases a session by itself. Where one is given, what the account's
 * console says about it does not count for the session.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class LifecyclePolicy {

	private static final LifecyclePolicy DEFAULTS = new LifecyclePolicy(Duration.ofMinutes(5), Duration.ofMinutes(30));

	private static final LifecyclePolicy MANUAL = new LifecyclePolicy(null, null);

	private final @Nullable Duration idleReleaseTimeout;

	private final @Nullable Duration maxRuntime;

	private LifecyclePolicy(@Nullable Duration idleReleaseTimeout, @Nullable Duration maxRuntime) {
		this.idleReleaseTimeout = idleReleaseTimeout;
		this.maxRuntime = maxRuntime;
	}

	/**
	 * Return the default policy: released after five minutes without use, and half an
	 * hour after it was created in any case.
	 * @return the policy
	 */
	public static LifecyclePolicy defaults() {
		return DEFAULTS;
	}

	/**
	 * Return the policy by which nothing but a deletion ends the session. It costs until
	 * somebody deletes it, so keep its id.
	 * @return the policy, which takes no times
	 */
	public static LifecyclePolicy manualRelease() {
		return MANUAL;
	}

	/**
	 * Return this policy with a time without use. Calls of tools and
	 * {@link ReactiveSession#keepAlive()} make it begin anew.
	 * @param idleReleaseTimeout the time, in whole minutes. The guide of the service
	 * tells of at least 3, which is left to the service to check. One that is not shorter
	 * than {@link #maxRuntime()}, by default half an hour, never passes before that, and
	 * so has no effect
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is not in whole minutes, less than one, or
	 * the release is manual
	 */
	public LifecyclePolicy withIdleReleaseTimeout(Duration idleReleaseTimeout) {
		check(idleReleaseTimeout, "idleReleaseTimeout");
		return new LifecyclePolicy(idleReleaseTimeout, this.maxRuntime);
	}

	/**
	 * Return this policy with a time after which the session is released in any case,
	 * counted from its creation. Nothing is known that would lengthen it; whether it
	 * stands still while the session is paused is not known, and so it is taken to run.
	 * @param maxRuntime the time, in whole minutes
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is not in whole minutes, less than one, or
	 * the release is manual
	 */
	public LifecyclePolicy withMaxRuntime(Duration maxRuntime) {
		check(maxRuntime, "maxRuntime");
		return new LifecyclePolicy(this.idleReleaseTimeout, maxRuntime);
	}

	private void check(@Nullable Duration time, String name) {
		Assert.isTrue(!isManualRelease(),
				() -> "'" + name + "' has no meaning with a manual release: leave one of the two out");
		Assert.isTrue(
				time != null && time.compareTo(Duration.ofMinutes(1)) >= 0
						&& time.equals(Duration.ofMinutes(time.toMinutes())) && time.toMinutes() <= Integer.MAX_VALUE,
				() -> "'" + name + "' must be in whole minutes, at least one, but is " + time);
	}

	/**
	 * Return after which time without use the session is released.
	 * @return the time, {@code null} if the release is manual
	 */
	public @Nullable Duration idleReleaseTimeout() {
		return this.idleReleaseTimeout;
	}

	/**
	 * Return after which time from its creation the session is released.
	 * @return the time, {@code null} if the release is manual
	 */
	public @Nullable Duration maxRuntime() {
		return this.maxRuntime;
	}

	/**
	 * Return whether only a deletion ends the session.
	 * @return whether it does
	 */
	public boolean isManualRelease() {
		return this.maxRuntime == null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LifecyclePolicy that && Objects.equals(this.idleReleaseTimeout, that.idleReleaseTimeout)
				&& Objects.equals(this.maxRuntime, that.maxRuntime);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.idleReleaseTimeout, this.maxRuntime);
	}

	@Override
	public String toString() {
		return isManualRelease() ? "LifecyclePolicy[manual release]" : "LifecyclePolicy[idleReleaseTimeout="
				+ this.idleReleaseTimeout + ", maxRuntime=" + this.maxRuntime + "]";
	}

}
