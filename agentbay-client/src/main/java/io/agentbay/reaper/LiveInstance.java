package io.agentbay.reaper;

import java.io.IOException;
import java.util.UUID;

import io.agentbay.reaper.InstanceLocks.InstanceLock;
import io.agentbay.settings.SessionOwner;

import org.springframework.util.Assert;

/**
 * This run of an application: it holds its lock from before its first session until after
 * its last. Close it after the client's sessions were ended; what is left then may be
 * ended by others.
 */
public final class LiveInstance implements AutoCloseable {

	private final SessionOwner owner;

	private final InstanceLocks locks;

	private final InstanceLock lock;

	private LiveInstance(SessionOwner owner, InstanceLocks locks, InstanceLock lock) {
		this.owner = owner;
		this.locks = locks;
		this.lock = lock;
	}

	/**
	 * Begin a run of an application.
	 * @param owner the name of the application
	 * @param locks where the locks of its instances are
	 * @return the run
	 * @throws IOException if its lock cannot be taken
	 * @throws IllegalArgumentException if the name cannot be a label
	 */
	public static LiveInstance begin(String owner, InstanceLocks locks) throws IOException {
		Assert.notNull(locks, "'locks' must not be null");
		String domain = locks.domain();
		SessionOwner self = new SessionOwner(owner, domain + "." + UUID.randomUUID());
		InstanceLock lock = locks.tryLock(self.instance());
		if (lock == null) {
			throw new IOException("The lock of a new instance is taken already");
		}
		return new LiveInstance(self, locks, lock);
	}

	/**
	 * Return whose sessions the client of this run creates.
	 * @return the owner, for {@link io.agentbay.AgentBayBuilder#owner}
	 */
	public SessionOwner owner() {
		return this.owner;
	}

	/**
	 * Renew the lock, where it would end by itself otherwise.
	 * @return whether it is still held; if not, others may end the sessions of this run
	 * @throws IOException if that is not certain
	 */
	public boolean renew() throws IOException {
		return this.lock.renew();
	}

	InstanceLocks locks() {
		return this.locks;
	}

	/** Whether the locks can tell if the given instance is alive. */
	boolean sees(String instance) {
		return instance.startsWith(this.owner.instance().substring(0, this.owner.instance().indexOf('.') + 1));
	}

	@Override
	public void close() throws IOException {
		this.lock.close();
	}

}
