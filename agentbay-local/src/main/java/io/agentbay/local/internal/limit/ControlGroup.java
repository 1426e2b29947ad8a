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

package io.agentbay.local.internal.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.agentbay.local.internal.process.ProcessTree;
import io.agentbay.local.internal.process.ShellWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A control group of the kernel: its processes, and all that these start, stay below its
 * limits.
 */
public final class ControlGroup implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ControlGroup.class);

	/**
	 * What the kernel takes at most.
	 */
	private static final int MOST_PROCESSES = 4_000_000;

	private static final int MAX_ROUNDS = 400;

	private static final long ROUND_MILLIS = 5;

	private final Path processes;

	private final Path memory;

	private final boolean unified;

	private ControlGroup(Path processes, Path memory, boolean unified) {
		this.processes = processes;
		this.memory = memory;
		this.unified = unified;
	}

	/**
	 * Make a group.
	 * @param processes its directory where processes are counted
	 * @param memory its directory where memory is counted, maybe the same
	 * @param unified whether memory is counted by the second version
	 * @param limits the limits
	 */
	static ControlGroup create(Path processes, Path memory, boolean unified, Limits limits) throws IOException {
		ControlGroup group = new ControlGroup(processes, memory, unified);
		boolean made = false;
		try {
			for (Path directory : group.directories()) {
				Files.createDirectory(directory);
			}
			Files.writeString(processes.resolve("pids.max"),
					Integer.toString(Math.min(limits.processes(), MOST_PROCESSES)));
			String bytes = Long.toString(limits.memoryBytes());
			Files.writeString(memory.resolve(unified ? "memory.max" : "memory.limit_in_bytes"), bytes);
			Path swap = memory.resolve(unified ? "memory.swap.max" : "memory.memsw.limit_in_bytes");
			if (Files.exists(swap)) {
				Files.writeString(swap, unified ? "0" : bytes);
			}
			made = true;
			return group;
		}
		finally {
			if (!made) {
				group.remove();
			}
		}
	}

	/**
	 * What goes before a command so that it starts in the group.
	 */
	public List<String> entering() {
		StringBuilder script = new StringBuilder();
		for (Path directory : directories()) {
			script.append("echo 0 >").append(ShellWords.quote(directory + "/cgroup.procs")).append(" && ");
		}
		return List.of("/bin/sh", "-c", script.append("exec \"$@\"").toString(), "entering");
	}

	/**
	 * How many times a process or thread was refused.
	 */
	long refusals() {
		return counter(this.processes.resolve("pids.events"), "max");
	}

	/**
	 * How many processes were killed because there was no more memory.
	 */
	long memoryKills() {
		return counter(this.memory.resolve(this.unified ? "memory.events" : "memory.oom_control"), "oom_kill");
	}

	/**
	 * The processes in the group.
	 */
	Set<ProcessHandle> members() throws IOException {
		Set<ProcessHandle> members = new LinkedHashSet<>();
		for (String pid : Files.readAllLines(this.processes.resolve("cgroup.procs"))) {
			ProcessHandle.of(Long.parseLong(pid)).ifPresent(members::add);
		}
		return members;
	}

	/**
	 * Kill what is in the group, and go on until all of it has ended.
	 */
	void killAll() throws IOException, InterruptedException {
		for (int round = 0; round < MAX_ROUNDS; round++) {
			Set<ProcessHandle> members = members();
			members.removeIf(ProcessTree::isGone);
			if (members.isEmpty()) {
				return;
			}
			members.forEach(ProcessHandle::destroyForcibly);
			TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
		}
	}

	/**
	 * Kill what is in the group and remove it.
	 */
	@Override
	public void close() {
		try {
			killAll();
			for (int round = 0; round < MAX_ROUNDS; round++) {
				if (remove()) {
					return;
				}
				TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
			}
			logger.warn("A control group cannot be removed: {}", this.processes);
		}
		catch (IOException ex) {
			logger.warn("A control group cannot be removed: {}", ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean remove() {
		try {
			for (Path directory : directories()) {
				Files.deleteIfExists(directory);
			}
			return true;
		}
		catch (IOException ex) {
			// A process that was killed has not ended yet.
			return false;
		}
	}

	/**
	 * The directory that lists the processes goes last.
	 */
	private List<Path> directories() {
		List<Path> directories = new ArrayList<>(List.of(this.memory));
		if (!this.processes.equals(this.memory)) {
			directories.add(this.processes);
		}
		return directories;
	}

	private static long counter(Path file, String name) {
		try {
			for (String line : Files.readAllLines(file)) {
				if (line.startsWith(name + " ")) {
					return Long.parseLong(line.substring(name.length() + 1).strip());
				}
			}
		}
		catch (IOException ex) {
			// The session ends at this moment.
		}
		return 0;
	}

}
