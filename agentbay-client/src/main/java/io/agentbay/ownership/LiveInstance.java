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

package io.agentbay.ownership;

import java.io.IOException;
import java.util.UUID;

import io.agentbay.ownership.InstanceLocks.InstanceLock;

import org.springframework.util.Assert;

/**
 * This run of an application: it holds its lock from before its first session until after
 * its last. Close it after the client's sessions were ended; what is left then may be
 * ended by others.
 *
 * <p>
 * A lock can be lost before that: its time was over because the process stood still or
 * did not reach the registry, or somebody deleted it. {@link #renew()} notices, and takes
 * the lock again. When another instance has it already, that one is ending the sessions
 * of this run; the run then goes on under a new name, so that sessions created from then
 * on are safe. Those it has are lost.
 *
 * @since 0.1.0
 */
public final class LiveInstance implements AutoCloseable {

	private final InstanceLocks locks;

	private volatile Identity identity;

	private boolean closed;

	private LiveInstance(InstanceLocks locks, Identity identity) {
		this.locks = locks;
		this.identity = identity;
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
		return new LiveInstance(locks, Identity.create(owner, locks));
	}

	/**
	 * Return whose sessions the client of this run creates. The instance changes when
	 * another one has taken its lock: ask anew for each session.
	 * @return the owner, for
	 * {@link io.agentbay.AgentBayBuilder#owner(java.util.function.Supplier)}
	 */
	public SessionOwner owner() {
		return this.identity.owner();
	}

	/**
	 * Renew the lock, where it would end by itself otherwise. One that was lost is taken
	 * again, if need be under a new name.
	 * @return whether it was held all the time; if not, others may have ended sessions of
	 * this run meanwhile, and do so if {@link #owner()} has changed. Also {@code false}
	 * when this run was closed
	 * @throws IOException if it is not certain that the lock is held; call again soon
	 */
	public synchronized boolean renew() throws IOException {
		if (this.closed) {
			return false;
		}
		if (this.identity.lock().renew()) {
			return true;
		}
		this.identity.lock().close();
		SessionOwner owner = this.identity.owner();
		InstanceLock again = this.locks.tryLock(owner.instance());
		this.identity = (again != null) ? new Identity(owner, again) : Identity.create(owner.name(), this.locks);
		return false;
	}

	InstanceLocks locks() {
		return this.locks;
	}

	/** Whether the locks can tell if the given instance is alive. */
	boolean sees(String instance) {
		String own = owner().instance();
		return instance.startsWith(own.substring(0, own.indexOf('.') + 1));
	}

	@Override
	public synchronized void close() throws IOException {
		this.closed = true;
		this.identity.lock().close();
	}

	/** A name and its lock. */
	private record Identity(SessionOwner owner, InstanceLock lock) {

		static Identity create(String name, InstanceLocks locks) throws IOException {
			SessionOwner owner = new SessionOwner(name, locks.domain() + "." + UUID.randomUUID());
			InstanceLock lock = locks.tryLock(owner.instance());
			if (lock == null) {
				throw new IOException("The lock of a new instance is taken already");
			}
			return new Identity(owner, lock);
		}

	}

}
