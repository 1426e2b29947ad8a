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

package io.agentbay.boot.keyed;

import java.util.concurrent.locks.Lock;

/**
 * Locks that the instances of an application share. While one of them creates the session
 * of a key, the others wait instead of creating one too. A lock that ends too early does
 * no harm: the {@link SessionStore} then finds out that there are two, and one is ended.
 *
 * @since 0.1.0
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
