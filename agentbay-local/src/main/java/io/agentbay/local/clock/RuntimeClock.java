package io.agentbay.local.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * The time by which sessions age. Everything that waits for a session to grow old asks
 * this clock, so that {@link ManualClock} can make hours pass in a test.
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
