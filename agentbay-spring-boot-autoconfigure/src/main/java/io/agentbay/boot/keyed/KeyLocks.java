package io.agentbay.boot.keyed;

import java.util.concurrent.locks.Lock;

/**
 * Locks that the instances of an application share. While one of them creates the session
 * of a key, the others wait instead of creating one too. A lock that ends too early does
 * no harm: the {@link SessionStore} then finds out that there are two, and one is ended.
 */
@FunctionalInterface
public interface KeyLocks {

	/**
	 * Return the lock of a key.
	 * @param name the name of the lock
	 * @return the lock, not yet taken
	 */
	Lock obtain(String name);

}
