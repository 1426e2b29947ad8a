package io.agentbay.local.sandbox;

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
final class MarkedProcesses {

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
	MarkedProcesses(String mark) {
		this.mark = mark;
	}

	/**
	 * Look.
	 * @return the processes; none where the system does not show environments
	 */
	Set<ProcessHandle> look() throws IOException {
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
	boolean complete() {
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
				}
			}
		}
		return allSeen;
	}

}
