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

package io.agentbay.local.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * The time by which sessions age. Everything that waits for a session to grow old asks
 * this clock, so that {@link ManualClock} can make hours pass in a test.
 *
 * @since 0.1.0
 */
public interface RuntimeClock extends AutoCloseable {

	/**
	 * The present.
	 * @return the instant now
	 */
	Instant now();

	/**
	 * Run a task once, when the given time has passed on this clock. The task must be
	 * short: it runs on the clock's own thread.
	 * @param delay how long to wait
	 * @param task what to run
	 * @return a handle by which to call the task off
	 */
	Alarm schedule(Duration delay, Runnable task);

	/**
	 * Stop; tasks that are still waiting never run.
	 */
	@Override
	void close();

	/**
	 * A task that waits for its time.
	 */
	interface Alarm {

		/**
		 * Call the task off. No effect when it has run.
		 */
		void cancel();

	}

}
