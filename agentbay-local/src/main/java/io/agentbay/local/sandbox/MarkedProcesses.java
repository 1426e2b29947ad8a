package io.agentbay.local.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the processes whose environment holds a given entry, again and again. Tells
 * of each look whether it can have missed any: a process that ended while the look was
 * taken may have started another one that is not on the list yet.
 */
final class MarkedProcesses {

	private final String mark;

	private Set<Path> ended = Set.of();

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
		Set<Path> endedNow = new HashSet<>();
		if (ProcessTree.showsProcesses()) {
			try (DirectoryStream<Path> processes = Files.newDirectoryStream(ProcessTree.PROC, "[0-9]*")) {
				for (Path process : processes) {
					long pid = Long.parseLong(process.getFileName().toString());
					Optional<ProcessHandle> handle = ProcessHandle.of(pid);
					String environment = environment(process);
					if (handle.isEmpty() || ProcessTree.isGone(handle.get())) {
						endedNow.add(process);
					}
					else if (environment.contains("\0" + this.mark + "\0")) {
						found.add(handle.get());
					}
				}
			}
		}
		this.complete = this.ended.containsAll(endedNow);
		this.ended = endedNow;
		return found;
	}

	/**
	 * Whether no process ended during the last look.
	 */
	boolean complete() {
		return this.complete;
	}

	private static String environment(Path process) {
		try {
			return "\0" + Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			// Another user's, or it has ended.
			return "";
		}
	}

}
