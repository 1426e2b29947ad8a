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
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Ends processes together with all that they started. Processes are found by descent and,
 * where the system shows it (Linux), by an entry of their environment: so that those are
 * found too whose parent has gone.
 */
public final class ProcessTree {

	public static final Path PROC = Path.of("/proc");

	private static final int MAX_ROUNDS = 200;

	/** Where {@code flags} stands behind the name of the program. */
	private static final int STAT_FLAGS = 6;

	private static final long FLAG_EXITING = 0x4;

	/** Where {@code vsize} stands behind the name of the program. */
	private static final int STAT_MEMORY = 20;

	/** Where {@code env_end} stands behind the name of the program. */
	private static final int STAT_ENVIRONMENT_END = 48;

	private ProcessTree() {
	}

	/**
	 * Kill every process that descends from the given one or whose environment holds the
	 * given entry, and return when they are gone.
	 * @param root the process at the top; it is killed as well
	 * @param mark the entry, in the form {@code NAME=value}
	 */
	public static void kill(ProcessHandle root, String mark) {
		for (int round = 0; round < MAX_ROUNDS; round++) {
			Set<ProcessHandle> victims = new LinkedHashSet<>();
			root.descendants().forEach(victims::add);
			victims.add(root);
			victims.addAll(marked(mark));
			victims.removeIf((victim) -> isGone(victim));
			if (victims.isEmpty()) {
				return;
			}
			victims.forEach(ProcessHandle::destroyForcibly);
			pause();
		}
	}

	/**
	 * Kill every process whose environment holds the given entry.
	 * @param mark the entry, in the form {@code NAME=value}
	 */
	public static void kill(String mark) {
		for (int round = 0; round < MAX_ROUNDS; round++) {
			Set<ProcessHandle> victims = marked(mark);
			if (victims.isEmpty()) {
				return;
			}
			victims.forEach(ProcessHandle::destroyForcibly);
			pause();
		}
	}

	/**
	 * Whether a process has ended, even if nobody has collected its exit code yet.
	 */
	public static boolean isGone(ProcessHandle process) {
		char state = state(process);
		return state == 'X' || state == 'Z' || !process.isAlive();
	}

	/**
	 * The state of a process as the system shows it.
	 * @param process the process
	 * @return the letter that {@code /proc} has for it, {@code X} when it is gone, or
	 * {@code ?} where the system does not show it
	 */
	public static char state(ProcessHandle process) {
		try {
			String stat = Files.readString(PROC.resolve(process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
			return stat.charAt(stat.lastIndexOf(')') + 2);
		}
		catch (IOException ex) {
			return (process.isAlive() && !showsProcesses()) ? '?' : 'X';
		}
	}

	/**
	 * Add to some processes all that descend from them.
	 */
	public static Set<ProcessHandle> withDescendants(Set<ProcessHandle> processes) {
		Set<ProcessHandle> family = new LinkedHashSet<>(processes);
		if (family.isEmpty()) {
			return family;
		}
		Map<ProcessHandle, ProcessHandle> parents = new HashMap<>();
		ProcessHandle.allProcesses()
			.forEach((process) -> process.parent().ifPresent((parent) -> parents.put(process, parent)));
		boolean grown;
		do {
			grown = false;
			for (Map.Entry<ProcessHandle, ProcessHandle> entry : parents.entrySet()) {
				grown |= family.contains(entry.getValue()) && family.add(entry.getKey());
			}
		}
		while (grown);
		return family;
	}

	/**
	 * The processes that live in the same process space as the given one.
	 * @param inhabitant a process
	 */
	public static Set<ProcessHandle> sharingProcessSpace(long inhabitant) throws IOException {
		Path space = processSpace(PROC.resolve(Long.toString(inhabitant)));
		Set<ProcessHandle> found = new LinkedHashSet<>();
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
			for (Path process : processes) {
				if (isIn(space, process)) {
					ProcessHandle.of(Long.parseLong(process.getFileName().toString())).ifPresent(found::add);
				}
			}
		}
		return found;
	}

	private static boolean isIn(Path space, Path process) {
		try {
			return processSpace(process).equals(space);
		}
		catch (IOException ex) {
			// Ended meanwhile, or another user's: in neither case one of ours.
			return false;
		}
	}

	private static Path processSpace(Path process) throws IOException {
		return Files.readSymbolicLink(process.resolve("ns/pid"));
	}

	static boolean showsProcesses() {
		return Files.isDirectory(PROC.resolve("self"));
	}

	/**
	 * The processes whose environment holds the given entry; none where the system does
	 * not show that.
	 * @param mark the entry, in the form {@code NAME=value}
	 */
	public static Set<ProcessHandle> marked(String mark) {
		Set<ProcessHandle> found = new LinkedHashSet<>();
		if (!showsProcesses()) {
			return found;
		}
		try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
			for (Path process : processes) {
				if (hasMark(process, mark)) {
					Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
					handle.filter((candidate) -> !isGone(candidate)).ifPresent(found::add);
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot list the processes of this machine", ex);
		}
		return found;
	}

	/**
	 * Whether the environment of a process holds the given entry.
	 * @param process its directory
	 * @param mark the entry, in the form {@code NAME=value}
	 */
	static boolean hasMark(Path process, String mark) {
		try {
			boolean settled = false;
			for (int round = 0; round < MAX_ROUNDS; round++) {
				String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
				if (!environment.isEmpty() || settled) {
					return ("\0" + environment).contains("\0" + mark + "\0");
				}
				settled = !isChangingProgram(process);
				if (!settled) {
					pause();
				}
			}
			return false;
		}
		catch (IOException ex) {
			// Ended meanwhile, or another user's: in neither case one of ours.
			return false;
		}
	}

	/**
	 * Whether a process is on its way out. Its memory, and with it its environment, goes
	 * before the system calls it ended.
	 */
	static boolean isLeaving(Path process) {
		try {
			return (Long.parseLong(stat(process)[STAT_FLAGS]) & FLAG_EXITING) != 0;
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * Whether a process is on its way from one program to the next. Then it has memory,
	 * but its environment is not in there yet, and looks as if it were empty.
	 */
	private static boolean isChangingProgram(Path process) throws IOException {
		String[] stat = stat(process);
		return !stat[STAT_MEMORY].equals("0") && stat[STAT_ENVIRONMENT_END].equals("0");
	}

	/**
	 * What the system tells of a process, from its state on.
	 */
	private static String[] stat(Path process) throws IOException {
		String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
		return stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(5);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
