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

package io.agentbay.local.internal.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.agentbay.local.internal.context.ContextRefusedException;

/**
 * The contexts of one session and the copying of their files.
 */
final class SessionMounts {

	private static final int MAX_TASKS = 1000;

	private final List<Mount> mounts = new ArrayList<>();

	private final List<LiveMount> live = new ArrayList<>();

	private final List<CopyTask> tasks = new ArrayList<>();

	private boolean ended;

	/**
	 * Add mounts, all or none.
	 */
	synchronized void add(List<Mount> added) {
		if (this.ended) {
			throw gone();
		}
		this.mounts.addAll(added);
	}

	/**
	 * Add a mount that is live.
	 */
	synchronized void add(LiveMount added) {
		if (this.ended) {
			throw gone();
		}
		this.live.add(added);
	}

	synchronized void requireFree(List<MountRequest> requests) {
		if (this.ended) {
			throw gone();
		}
		List<MountRequest> present = new ArrayList<>(this.mounts.stream().map(Mount::request).toList());
		present.addAll(this.live.stream().map(LiveMount::request).toList());
		MountRules.checkFree(requests, present);
	}

	static ContextRefusedException gone() {
		return new ContextRefusedException("InvalidMcpSession.NotFound", "  Resource [McpSession] is not found.");
	}

	/**
	 * Let nothing be added any more, and stop loading.
	 */
	synchronized List<Mount> end() {
		this.ended = true;
		this.mounts.forEach(Mount::end);
		return List.copyOf(this.mounts);
	}

	/**
	 * All that users have asked for.
	 */
	synchronized List<Mount> all() {
		return this.mounts.stream().filter((mount) -> !mount.isInternal()).toList();
	}

	/**
	 * Those that are live.
	 */
	synchronized List<LiveMount> live() {
		return List.copyOf(this.live);
	}

	synchronized List<Mount> of(String contextId) {
		return this.mounts.stream().filter((mount) -> mount.request().contextId().equals(contextId)).toList();
	}

	synchronized Optional<Mount> internal() {
		return this.mounts.stream().filter(Mount::isInternal).findFirst();
	}

	synchronized Set<String> contextIds() {
		return Stream.concat(all().stream().map(Mount::request), this.live.stream().map(LiveMount::request))
			.map(MountRequest::contextId)
			.collect(Collectors.toSet());
	}

	/**
	 * Begin to watch a task. It takes the place of what is over and about the same; a
	 * task for a whole mount that of all that is over there.
	 */
	synchronized void watch(CopyTask task, boolean whole) {
		this.tasks
			.removeIf((other) -> other.isOver() && (other.isLike(task) || whole && other.mount() == task.mount()));
		if (this.tasks.size() >= MAX_TASKS) {
			this.tasks.stream().filter(CopyTask::isOver).findFirst().ifPresent(this.tasks::remove);
		}
		this.tasks.add(task);
	}

	/**
	 * The tasks, oldest first; those of internal contexts only when these are named.
	 */
	synchronized List<CopyTask.Progress> tasks(Predicate<CopyTask.Progress> filter, boolean named) {
		Stream<CopyTask.Progress> copying = this.tasks.stream()
			.filter((task) -> named || !task.mount().isInternal())
			.map(CopyTask::progress);
		return Stream.concat(copying, this.live.stream().map(LiveMount::progress)).filter(filter).toList();
	}

}
