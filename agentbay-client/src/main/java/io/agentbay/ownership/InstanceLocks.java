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

import org.jspecify.annotations.Nullable;

/**
 * Tells which instances of an application are alive: each holds a lock for as long as it
 * lives, and loses it when it dies, however it dies. Methods may block.
 *
 * @since 0.1.0
 */
public interface InstanceLocks {

	/**
	 * Return where these locks mean something. Instances of another domain are out of
	 * sight: whether they are alive cannot be told by these locks.
	 * @return a name, the same for all instances that see each other; up to 24 letters,
	 * digits and {@code _ -}
	 * @throws IOException if it cannot be found out
	 */
	String domain() throws IOException;

	/**
	 * Take the lock of an instance, without waiting.
	 * @param instance the instance
	 * @return the lock, {@code null} when the instance is alive
	 * @throws IOException if neither is certain
	 */
	@Nullable InstanceLock tryLock(String instance) throws IOException;

	/**
	 * The lock of an instance, held until it is closed.
	 */
	interface InstanceLock extends AutoCloseable {

		/**
		 * Renew the lock, where it would end by itself otherwise.
		 * @return whether it is still held
		 * @throws IOException if that is not certain
		 */
		boolean renew() throws IOException;

		/**
		 * Give the lock back. The instance counts as dead from now on.
		 * @throws IOException if it could not be given back
		 */
		@Override
		void close() throws IOException;

	}

}
