package io.agentbay.boot.ownership;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.agentbay.reaper.LiveInstance;
import io.agentbay.settings.SessionOwner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Renews the lock of this instance for as long as there are clients, on a thread of its
 * own. Not bound to start and stop of the application: a stopped one can be started
 * again.
 */
public final class InstanceKeeper implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(InstanceKeeper.class);

	private final LiveInstance instance;

	private final ScheduledExecutorService thread;

	private volatile boolean lockHeld = true;

	/**
	 * Begin to renew the lock.
	 * @param instance whose lock it is
	 * @param period how often it is renewed
	 */
	public InstanceKeeper(LiveInstance instance, Duration period) {
		this.instance = instance;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("agentbay-instance-");
		threads.setDaemon(true);
		this.thread = Executors.newSingleThreadScheduledExecutor(threads);
		this.thread.scheduleWithFixedDelay(this::renew, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void renew() {
		String name = this.instance.owner().instance();
		try {
			boolean held = this.instance.renew();
			if (this.lockHeld && !held) {
				logger.error("The lock of instance {} was lost: other instances may end its sessions", name);
			}
			this.lockHeld = held;
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The lock of instance {} could not be renewed, the next try follows: {}", name,
					ex.getMessage());
		}
	}

	/**
	 * Return whose sessions the clients of this application create.
	 * @return the owner
	 */
	public SessionOwner owner() {
		return this.instance.owner();
	}

	/**
	 * Return whether the lock was held when it was last renewed.
	 * @return whether it was; if not, other instances may end the sessions of this one
	 */
	public boolean isLockHeld() {
		return this.lockHeld;
	}

	/** Stop renewing. The lock itself belongs to the instance. */
	@Override
	public void close() {
		this.thread.shutdownNow();
	}

}
