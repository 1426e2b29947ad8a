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

package io.agentbay.local.internal.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The paths of one session. A path is walked name by name in the session's own tree, as
 * the kernel would walk it for a process whose root directory that tree is: an absolute
 * link starts again at the session's root and {@code ..} stops there. No path, whatever
 * links a command has made, leads out of the tree or of the {@link SystemView}.
 */
public final class SessionPaths implements Places {

	/**
	 * The home of a session's user, where commands start and relative paths begin.
	 */
	public static final String HOME = "/home/wuying";

	private static final List<String> PREPARED = List.of("tmp/file-transfer", "home/wuying", "data", "mnt", "run",
			"var/tmp", "proc", "dev");

	private static final int MAX_LINKS = 40;

	private final Path root;

	private final SystemView system;

	private final SharedFolders shared = new SharedFolders();

	public SessionPaths(Path root, SystemView system) {
		this.root = root;
		this.system = system;
	}

	/**
	 * Let a folder from outside be in the session's tree from now on.
	 * @param folder the folder, and where it is
	 */
	public void share(SharedFolder folder) {
		this.shared.add(folder);
	}

	/**
	 * Whether sessions have a directory of their own at the top of a path.
	 * @param path an absolute path
	 * @return whether they have
	 */
	public static boolean belongsToSessions(Path path) {
		String top = path.getName(0).toString();
		return PREPARED.stream().anyMatch((own) -> own.equals(top) || own.startsWith(top + "/"));
	}

	/**
	 * Make the session's tree.
	 */
	public void prepare() throws IOException {
		for (String directory : PREPARED) {
			Files.createDirectories(this.root.resolve(directory));
		}
		for (String mountPoint : this.system.mountPoints()) {
			Files.createDirectory(this.root.resolve(mountPoint));
		}
		for (Map.Entry<String, Path> link : this.system.links().entrySet()) {
			Files.createSymbolicLink(this.root.resolve(link.getKey()), link.getValue());
		}
	}

	public Path root() {
		return this.root;
	}

	/**
	 * Find what a path leads to, for looking at it.
	 * @param path a path of the session, absolute or from its home
	 * @return the place, links followed; whether anything is there is not checked
	 * @throws IOException if the path cannot be used
	 */
	public Location toRead(String path) throws IOException {
		return locate(path, true);
	}

	/**
	 * Find what a path leads to, for changing its content.
	 * @param path a path of the session, absolute or from its home
	 * @return the place, links followed; whether anything is there is not checked
	 * @throws IOException if the path cannot be used or is read-only
	 */
	public Location toWrite(String path) throws IOException {
		return writable(locate(path, true));
	}

	/**
	 * Find the directory entry that a path names, for making, moving or deleting it.
	 * @param path a path of the session, absolute or from its home
	 * @return the place; a link at its end is not followed
	 * @throws IOException if the path cannot be used or is read-only
	 */
	public Location toEntry(String path) throws IOException {
		Location location = writable(locate(path, false));
		if (location.host().equals(this.root)) {
			throw new PathRefusedException("The root directory cannot be changed");
		}
		return location;
	}

	@Override
	public Place open(String path) throws IOException {
		return new PathWalk(this.root, this.system, this.shared, path).walk(absolute(path), true);
	}

	@Override
	public Place openEntry(String path) throws IOException {
		return new PathWalk(this.root, this.system, this.shared, path).walk(absolute(path), false);
	}

	/**
	 * Where files and directories are made before they have their place.
	 * @param root a directory on the same disk
	 */
	static Path nursery(Path root) throws IOException {
		return Files.createDirectories(root.resolveSibling("nursery"));
	}

	private Location writable(Location location) throws IOException {
		if (!location.host().startsWith(this.root)) {
			throw new PathRefusedException("Read-only file system: " + location.name());
		}
		return location;
	}

	private Location locate(String path, boolean followLast) throws IOException {
		if (path.isEmpty()) {
			throw new PathRefusedException("The path is empty");
		}
		Deque<String> pending = new ArrayDeque<>();
		push(pending, absolute(path));
		List<String> walked = new ArrayList<>();
		int links = 0;
		while (!pending.isEmpty()) {
			String name = pending.pop();
			if (name.equals("..")) {
				if (!walked.isEmpty()) {
					walked.remove(walked.size() - 1);
				}
				continue;
			}
			walked.add(name);
			Path host = host(walked);
			if ((followLast || !pending.isEmpty()) && this.shared.at(walked) == null && Files.isSymbolicLink(host)) {
				if (++links > MAX_LINKS) {
					throw new PathRefusedException("Too many levels of symbolic links: " + path);
				}
				String target = Files.readSymbolicLink(host).toString();
				walked.remove(walked.size() - 1);
				if (target.startsWith("/")) {
					walked.clear();
				}
				push(pending, target);
			}
		}
		return settled(new Location("/" + String.join("/", walked), host(walked)));
	}

	/**
	 * Look once more, now with the operating system's eyes, so that a link which a
	 * command has put in between while the path was walked does not lead astray.
	 */
	private Location settled(Location location) throws IOException {
		Path parent = location.host().getParent();
		if (location.host().startsWith(this.root) && !location.host().equals(this.root) && parent != null
				&& Files.exists(parent, LinkOption.NOFOLLOW_LINKS) && !parent.toRealPath().equals(parent)) {
			throw new PathRefusedException("The path changed while it was looked up: " + location.name());
		}
		return location;
	}

	private Path host(List<String> names) throws PathRefusedException {
		if (!names.isEmpty() && (names.get(0).equals("proc") || names.get(0).equals("dev"))) {
			throw new PathRefusedException("Not a place for files: /" + String.join("/", names));
		}
		SharedFolder folder = this.shared.holding(names);
		if (folder != null) {
			return folder.host().resolve(String.join("/", names.subList(folder.names().size(), names.size())));
		}
		try {
			return this.system.contains(names) ? this.system.host(names)
					: this.root.resolve(String.join("/", names)).normalize();
		}
		catch (InvalidPathException ex) {
			throw new PathRefusedException("Not a path on this machine (" + ex.getReason()
					+ "; names beyond ASCII need a JVM started in a UTF-8 locale)");
		}
	}

	/**
	 * What begins with a tilde is at home, and drives of Windows are directories.
	 */
	private static String absolute(String path) {
		if (path.equals("~") || path.startsWith("~/")) {
			return HOME + path.substring(1);
		}
		String mapped = WindowsPath.mapped(path);
		return mapped.startsWith("/") ? mapped : HOME + "/" + mapped;
	}

	private static void push(Deque<String> pending, String path) {
		List<String> names = Arrays.asList(path.split("/"));
		for (int i = names.size() - 1; i >= 0; i--) {
			if (!names.get(i).isEmpty() && !names.get(i).equals(".")) {
				pending.push(names.get(i));
			}
		}
	}

}
