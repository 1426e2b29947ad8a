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

package io.agentbay.filesystem;

import java.time.Duration;

import io.agentbay.internal.text.Durations;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * How a directory is watched.
 *
 * @param pollInterval the pause between two looks when changes are not pushed; default
 * 500 milliseconds
 * @param push whether changes may be pushed over the WebSocket of the session; default
 * true
 * @param onReady run once when the watch is in place: every change after it is told;
 * {@code null} for nothing. It must not block
 * @since 0.1.0
 */
@CheckReturnValue
public record WatchOptions(Duration pollInterval, boolean push, @Nullable Runnable onReady) {

	private static final WatchOptions DEFAULTS = new WatchOptions(Duration.ofMillis(500), true, null);

	public WatchOptions {
		Durations.requirePositive(pollInterval, "pollInterval");
	}

	/**
	 * Return the defaults.
	 * @return the defaults
	 */
	public static WatchOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these options with another pause between two looks.
	 * @param pollInterval the pause
	 * @return a changed copy
	 */
	public WatchOptions withPollInterval(Duration pollInterval) {
		return new WatchOptions(pollInterval, this.push, this.onReady);
	}

	/**
	 * Return these options with or without pushes.
	 * @param push whether changes may be pushed
	 * @return a changed copy
	 */
	public WatchOptions withPush(boolean push) {
		return new WatchOptions(this.pollInterval, push, this.onReady);
	}

	/**
	 * Return these options with something to do when the watch is in place.
	 * @param onReady what to do
	 * @return a changed copy
	 */
	public WatchOptions withOnReady(Runnable onReady) {
		return new WatchOptions(this.pollInterval, this.push, onReady);
	}

}
