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

package io.agentbay.internal.context;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextTask;

/**
 * Tells whether contexts are mounted. The SDKs of the service wait for tasks of which it
 * is not known when, or whether, the service tells: who looks in vain for too long gives
 * up looking.
 */
public final class MountWait {

	/** With the growing pauses in between about ten seconds. */
	private static final int LOOKS = 8;

	private final Set<String> wanted = new LinkedHashSet<>();

	private int looks;

	/**
	 * Wait for mounts.
	 * @param mounts the mounts; those that nobody waits for do not count
	 */
	public MountWait(List<ContextMount> mounts) {
		mounts.stream().filter(ContextMount::waitForCompletion).map(ContextMount::contextId).forEach(this.wanted::add);
	}

	/**
	 * Return whether there is anything to wait for.
	 * @return whether there is not
	 */
	public boolean isNothing() {
		return this.wanted.isEmpty();
	}

	/**
	 * Look once more.
	 * @param look the tasks of the session
	 * @return whether looking further is of no use
	 */
	public boolean isFinal(TaskLook look) {
		this.looks++;
		return this.wanted.stream().allMatch((id) -> look.of(id).isEmpty() ? this.looks >= LOOKS : look.isOver(id));
	}

	/**
	 * Return the contexts of which nothing is told.
	 * @param look the last look
	 * @return their ids
	 */
	public List<String> untold(TaskLook look) {
		return this.wanted.stream().filter((id) -> look.of(id).isEmpty()).toList();
	}

	/**
	 * Return what went wrong.
	 * @param look the last look
	 * @return a sentence each
	 */
	public List<String> failures(TaskLook look) {
		return this.wanted.stream().flatMap((id) -> look.undone(id).stream()).map(MountWait::failure).toList();
	}

	private static String failure(ContextTask task) {
		return task.isFailed() ? "Context %s could not be mounted: %s".formatted(task.contextId(), task.errorMessage())
				: "Context %s was not mounted in time".formatted(task.contextId());
	}

}
