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
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.process.Programs;

/**
 * Where the kernel lets this JVM make control groups, which hold the processes of a
 * session below a limit. Linux has them in two versions. A group is made beside or below
 * the one that the JVM is in.
 */
public final class ControlGroups {

	private static final String PREFIX = "agentbay-local-";

	private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

	private final Place processes;

	private final Place memory;

	private ControlGroups(Place processes, Place memory) {
		this.processes = processes;
		this.memory = memory;
	}

	/**
	 * Look for a place where groups can be made and entered. Groups that runtimes have
	 * left there that are gone are removed.
	 */
	public static Optional<ControlGroups> find(Limits limits) {
		try {
			for (Place memory : places("memory")) {
				for (Place processes : places("pids")) {
					ControlGroups groups = new ControlGroups(processes, memory);
					if (groups.work(limits)) {
						sweep(memory.parent());
						sweep(processes.parent());
						return Optional.of(groups);
					}
				}
			}
		}
		catch (IOException ex) {
			// Not Linux, or it does not show groups.
		}
		return Optional.empty();
	}

	/**
	 * Make a group.
	 * @param name tells it from the runtime's other groups
	 * @param limits what its processes may use together
	 */
	public ControlGroup create(String name, Limits limits) throws IOException {
		String directory = PREFIX + ProcessHandle.current().pid() + "-" + name;
		return ControlGroup.create(this.processes.parent().resolve(directory), this.memory.parent().resolve(directory),
				this.memory.unified(), limits);
	}

	private boolean work(Limits limits) {
		try (ControlGroup group = create("probe-" + UUID.randomUUID(), limits)) {
			List<String> command = new ArrayList<>(group.entering());
			command.add("true");
			return Programs.succeeds(command);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void sweep(Path parent) throws IOException {
		try (DirectoryStream<Path> groups = Files.newDirectoryStream(parent, PREFIX + "*")) {
			for (Path group : groups) {
				Matcher name = NAME.matcher(group.getFileName().toString());
				if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
					remove(group);
				}
			}
		}
	}

	private static void remove(Path group) {
		try {
			Files.deleteIfExists(group);
		}
		catch (IOException ex) {
			// Processes are left in it, which a session without walls may leave.
		}
	}

	/**
	 * The group of the JVM and those above it, as far as groups can be made there.
	 */
	private static List<Place> places(String controller) throws IOException {
		List<Place> places = new ArrayList<>();
		for (String mount : Files.readAllLines(Path.of("/proc/self/mounts"), StandardCharsets.ISO_8859_1)) {
			String[] fields = mount.split(" ");
			boolean unified = fields[2].equals("cgroup2");
			if (unified || fields[2].equals("cgroup") && Arrays.asList(fields[3].split(",")).contains(controller)) {
				Path top = Path.of(fields[1]);
				Path group = own(top, unified ? "" : controller);
				while (group != null && group.startsWith(top)) {
					if (Files.isWritable(group) && (!unified || offers(group, controller))) {
						places.add(new Place(group, unified));
					}
					group = group.getParent();
				}
			}
		}
		return places;
	}

	private static Path own(Path top, String controller) throws IOException {
		for (String line : Files.readAllLines(Path.of("/proc/self/cgroup"), StandardCharsets.ISO_8859_1)) {
			String[] fields = line.split(":", 3);
			if (Arrays.asList(fields[1].split(",")).contains(controller)) {
				Path group = top.resolve(fields[2].substring(1)).normalize();
				return Files.isDirectory(group) ? group : top;
			}
		}
		return top;
	}

	private static boolean offers(Path group, String controller) throws IOException {
		Path control = group.resolve("cgroup.subtree_control");
		return Files.exists(control) && List.of(Files.readString(control).strip().split(" ")).contains(controller);
	}

	/**
	 * Where groups can be made.
	 *
	 * @param parent the group above them
	 * @param unified whether it is of the second version
	 */
	private record Place(Path parent, boolean unified) {
	}

}
