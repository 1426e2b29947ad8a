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

package io.agentbay.context;

/**
 * By which file system a session has a context live. In the service neither has file
 * locks.
 *
 * @since 0.1.0
 */
public enum MountStrategy {

	/** Random writes, links and permissions work. */
	STANDARD("standard"),

	/**
	 * Faster for large files that are read or written from one end to the other. In the
	 * service there are no random writes, links and changes of permissions. The local
	 * runtime has all of that with either strategy.
	 */
	PERFORMANCE("performance");

	private final String wireName;

	MountStrategy(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * Return the name in requests.
	 * @return the name
	 */
	public String wireName() {
		return this.wireName;
	}

}
