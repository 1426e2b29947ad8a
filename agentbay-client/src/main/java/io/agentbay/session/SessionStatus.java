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

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The state of a session. The constants are the states known today; the service may
 * report others.
 *
 * @param value the state as the service names it
 * @since 0.1.0
 */
public record SessionStatus(String value) {

	/** Usable. */
	public static final SessionStatus RUNNING = new SessionStatus("RUNNING");

	/** Going to sleep. */
	public static final SessionStatus PAUSING = new SessionStatus("PAUSING");

	/** Asleep; its tools are refused. */
	public static final SessionStatus PAUSED = new SessionStatus("PAUSED");

	/** Waking up. */
	public static final SessionStatus RESUMING = new SessionStatus("RESUMING");

	/** Ending. */
	public static final SessionStatus DELETING = new SessionStatus("DELETING");

	/** Ended. */
	public static final SessionStatus DELETED = new SessionStatus("DELETED");

	/** Ended, as some answers name it. */
	public static final SessionStatus FINISH = new SessionStatus("FINISH");

	/** Not reported. */
	public static final SessionStatus UNKNOWN = new SessionStatus("UNKNOWN");

	public SessionStatus {
		Assert.hasText(value, "'value' must not be empty");
		value = value.toUpperCase(Locale.ROOT);
	}

	/**
	 * Return the status of a given name.
	 * @param value the name in any letter case, or {@code null}
	 * @return the status, {@link #UNKNOWN} for none
	 */
	public static SessionStatus of(@Nullable String value) {
		return (value == null || value.isBlank()) ? UNKNOWN : new SessionStatus(value);
	}

	/**
	 * Return whether the session has ended.
	 * @return whether it is {@link #DELETED} or {@link #FINISH}
	 */
	public boolean isEnded() {
		return equals(DELETED) || equals(FINISH);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
