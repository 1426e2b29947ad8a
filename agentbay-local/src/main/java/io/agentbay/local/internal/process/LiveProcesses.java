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

package io.agentbay.local.internal.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers processes for as long as they live. It looks after them when it is used: to
 * be told of their end would take the JVM a thread for each.
 */
public final class LiveProcesses {

	private final Set<ProcessHandle> processes = ConcurrentHashMap.newKeySet();

	public void add(ProcessHandle process) {
		forgetThoseThatEnded();
		this.processes.add(process);
	}

	/**
	 * Those that live.
	 */
	public Set<ProcessHandle> all() {
		forgetThoseThatEnded();
		return Set.copyOf(this.processes);
	}

	/**
	 * Whether none of them lives.
	 */
	public boolean isEmpty() {
		return this.processes.stream().noneMatch(ProcessHandle::isAlive);
	}

	private void forgetThoseThatEnded() {
		this.processes.removeIf((process) -> !process.isAlive());
	}

}
