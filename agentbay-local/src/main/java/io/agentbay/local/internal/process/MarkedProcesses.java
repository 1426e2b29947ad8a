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

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the processes whose environment holds a given entry. Tells of each look
 * whether it can have missed any: a process that ends before its environment was read may
 * have been one of them, and may have started another one that is not on the list.
 */
public final class MarkedProcesses {

	/**
	 * On a busy machine processes end during every look. The list is read again until
	 * none of the new ones on it has.
	 */
	private static final int MAX_LISTS = 50;

	private final String mark;

	private boolean complete;

	/**
	 * Create a search.
	 * @param mark the entry, in the form {@code NAME=value}
	 */
	public MarkedProcesses(String mark) {
		this.mark = mark;
	}

	/**
	 * Look.
	 * @return the processes; none where the system does not show environments
	 */
	public Set<ProcessHandle> look() throws IOException {
		Set<ProcessHandle> found = new LinkedHashSet<>();
		this.complete = !ProcessTree.showsProcesses();
		Set<String> seen = new HashSet<>();
		for (int list = 0; list < MAX_LISTS && !this.complete; list++) {
			this.complete = addNew(found, seen);
		}
		return found;
	}

	/**
	 * Whether the last look has found all there were.
	 */
	public boolean complete() {
		return this.complete;
	}

	private boolean addNew(Set<ProcessHandle> found, Set<String> seen) throws IOException {
		boolean allSeen = true;
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(ProcessTree.PROC, "[0-9]*")) {
			for (Path process : processes) {
				String pid = process.getFileName().toString();
				if (seen.add(pid)) {
					Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(pid));
					boolean isMarked = ProcessTree.hasMark(process, this.mark);
					if (handle.isEmpty() || ProcessTree.isGone(handle.get())) {
						allSeen = false;
					}
					else if (isMarked) {
						found.add(handle.get());
					}
					else if (ProcessTree.isLeaving(process)) {
						allSeen = false;
					}
				}
			}
		}
		return allSeen;
	}

}
