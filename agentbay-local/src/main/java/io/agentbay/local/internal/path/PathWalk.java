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
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One walk along a path of a session, name by name and from directory to directory, each
 * of which is held while the next one is looked for. Links are followed as a process
 * would whose root directory is that of the session.
 */
final class PathWalk {

	private static final int MAX_LINKS = 40;

	private final Path root;

	private final @Nullable SystemView system;

	private final SharedFolders shared;

	private final String asked;

	private final Deque<String> pending = new ArrayDeque<>();

	private final List<String> walked = new ArrayList<>();

	private final Deque<SecureDirectoryStream<Path>> held = new ArrayDeque<>();

	private int links;

	/**
	 * Prepare for a walk.
	 * @param root the directory to stay in
	 * @param system what is seen of the machine there, {@code null} for nothing
	 * @param shared what is there of other directories
	 * @param asked the path as it was asked for
	 */
	PathWalk(Path root, @Nullable SystemView system, SharedFolders shared, String asked) {
		this.root = root;
		this.system = system;
		this.shared = shared;
		this.asked = asked;
	}

	/**
	 * Go.
	 * @param path an absolute path
	 * @param followLast whether a link at its end is followed
	 */
	Place walk(String path, boolean followLast) throws IOException {
		if (this.asked.isEmpty()) {
			throw new PathRefusedException("The path is empty");
		}
		Place place = null;
		try {
			push(path);
			this.held.push(opened(Files.newDirectoryStream(this.root)));
			while (place == null) {
				place = step(followLast);
			}
			return place;
		}
		catch (InvalidPathException ex) {
			throw new PathRefusedException("Not a path on this machine (" + ex.getReason()
					+ "; names beyond ASCII need a JVM started in a UTF-8 locale)");
		}
		finally {
			if (place != null && place.isHeldBy(this.held.peek())) {
				this.held.pop();
			}
			for (SecureDirectoryStream<Path> directory : this.held) {
				directory.close();
			}
		}
	}

	private @Nullable Place step(boolean followLast) throws IOException {
		if (this.pending.isEmpty()) {
			if (this.walked.isEmpty()) {
				return new Place("/", this.root, this.shared, null, this.root, List.of(), true);
			}
			// The path goes back at its end: the directory is an entry of the one above.
			String last = this.walked.remove(this.walked.size() - 1);
			this.held.pop().close();
			this.pending.push(last);
		}
		String name = this.pending.pop();
		if (name.equals("..")) {
			back();
			return null;
		}
		this.walked.add(name);
		if (this.system != null) {
			refuseDevices();
			if (this.system.contains(this.walked)) {
				return machine(this.system, followLast);
			}
		}
		boolean last = this.pending.isEmpty();
		SharedFolder folder = this.shared.at(this.walked);
		if (folder != null) {
			return share(folder, last);
		}
		SecureDirectoryStream<Path> directory = this.held.element();
		Path file = Path.of(name);
		PosixFileAttributes attributes;
		try {
			attributes = Place.attributes(directory, file);
		}
		catch (NoSuchFileException ex) {
			return missing(directory, file);
		}
		if (attributes.isSymbolicLink() && (followLast || !last)) {
			follow(file);
			return null;
		}
		if (last) {
			return place(directory, file, List.of());
		}
		if (!attributes.isDirectory()) {
			return missing(directory, file);
		}
		if (!attributes.permissions().contains(PosixFilePermission.OWNER_EXECUTE)) {
			throw new AccessDeniedException(name(List.of()));
		}
		enter(directory, file);
		return null;
	}

	private @Nullable Place share(SharedFolder folder, boolean last) throws IOException {
		SecureDirectoryStream<Path> above = above(folder);
		Path file = lastStep(folder);
		if (last) {
			this.held.push(above);
			return place(above, file, List.of());
		}
		try (above) {
			enter(above, file);
		}
		return null;
	}

	/**
	 * Open the directory that a folder from outside is in.
	 */
	static SecureDirectoryStream<Path> above(SharedFolder folder) throws IOException {
		SecureDirectoryStream<Path> directory = opened(
				Files.newDirectoryStream(Objects.requireNonNull(folder.storage().getParent())));
		List<String> steps = folder.steps();
		for (String step : steps.subList(0, steps.size() - 1)) {
			try (SecureDirectoryStream<Path> left = directory) {
				directory = opened(left.newDirectoryStream(Path.of(step), LinkOption.NOFOLLOW_LINKS));
			}
		}
		return directory;
	}

	static Path lastStep(SharedFolder folder) {
		List<String> steps = folder.steps();
		return Path.of(steps.get(steps.size() - 1));
	}

	private Place place(SecureDirectoryStream<Path> directory, Path file, List<String> rest) {
		SharedFolder folder = this.shared.holding(this.walked);
		return new Place(name(rest), (folder != null) ? folder.storage() : this.root, this.shared, directory, file,
				rest, folder == null || !folder.readOnly());
	}

	private void enter(SecureDirectoryStream<Path> directory, Path file) throws IOException {
		try {
			this.held.push(opened(directory.newDirectoryStream(file, LinkOption.NOFOLLOW_LINKS)));
		}
		catch (FileSystemException ex) {
			throw new PathRefusedException("The path changed while it was looked up: " + name(List.of()));
		}
	}

	private static SecureDirectoryStream<Path> opened(DirectoryStream<Path> stream) throws IOException {
		if (stream instanceof SecureDirectoryStream<Path> secure) {
			return secure;
		}
		stream.close();
		throw new IOException("This system does not let the runtime hold directories");
	}

	/**
	 * Nothing is there: what the path has yet to name can only be made.
	 */
	private Place missing(SecureDirectoryStream<Path> directory, Path file) throws IOException {
		List<String> rest = new ArrayList<>();
		while (!this.pending.isEmpty()) {
			String name = this.pending.pop();
			if (!name.equals("..")) {
				rest.add(name);
			}
			else if (rest.isEmpty()) {
				this.walked.remove(this.walked.size() - 1);
				return remade();
			}
			else {
				rest.remove(rest.size() - 1);
			}
		}
		return place(directory, file, rest);
	}

	/** A name that is not there, and back: as shells have it, as if nothing was said. */
	private Place remade() throws IOException {
		String again = name(List.of()) + "/" + String.join("/", this.pending);
		return new PathWalk(this.root, this.system, this.shared, this.asked).walk(again, true);
	}

	private void back() throws IOException {
		if (!this.walked.isEmpty()) {
			this.walked.remove(this.walked.size() - 1);
			if (this.held.size() > 1) {
				this.held.pop().close();
			}
		}
	}

	/**
	 * The text of a link is read by its path. If somebody puts another link there, its
	 * text is followed inside the session all the same.
	 */
	private void follow(Path file) throws IOException {
		if (++this.links > MAX_LINKS) {
			throw new PathRefusedException("Too many levels of symbolic links: " + this.asked);
		}
		SharedFolder folder = this.shared.holding(this.walked);
		Path place = (folder != null) ? folder.host() : this.root;
		for (String name : this.walked.subList((folder != null) ? folder.names().size() : 0, this.walked.size())) {
			place = place.resolve(name);
		}
		String target;
		try {
			target = Files.readSymbolicLink(place).toString();
		}
		catch (IOException ex) {
			throw new PathRefusedException("The path changed while it was looked up: " + name(List.of()));
		}
		this.walked.remove(this.walked.size() - 1);
		goTo(target);
	}

	private void goTo(String target) throws IOException {
		if (target.startsWith("/")) {
			this.walked.clear();
			while (this.held.size() > 1) {
				this.held.pop().close();
			}
		}
		push(target);
	}

	/**
	 * On the machine's side nobody changes anything, so a path will do.
	 */
	private @Nullable Place machine(SystemView system, boolean followLast) throws IOException {
		while (true) {
			Path host = system.host(this.walked);
			if ((followLast || !this.pending.isEmpty()) && Files.isSymbolicLink(host)) {
				if (++this.links > MAX_LINKS) {
					throw new PathRefusedException("Too many levels of symbolic links: " + this.asked);
				}
				String target = Files.readSymbolicLink(host).toString();
				this.walked.remove(this.walked.size() - 1);
				goTo(target);
			}
			else if (this.pending.isEmpty()) {
				return new Place(name(List.of()), this.root, this.shared, null, host, List.of(), false);
			}
			while (!this.pending.isEmpty() && this.pending.element().equals("..") && !this.walked.isEmpty()) {
				this.pending.pop();
				this.walked.remove(this.walked.size() - 1);
			}
			if (this.walked.isEmpty()) {
				return null;
			}
			if (!this.pending.isEmpty()) {
				this.walked.add(this.pending.pop());
			}
		}
	}

	private void refuseDevices() throws PathRefusedException {
		if (this.walked.get(0).equals("proc") || this.walked.get(0).equals("dev")) {
			throw new PathRefusedException(
					"Not a place for files: " + name(List.of(this.pending.toArray(String[]::new))));
		}
	}

	private String name(List<String> rest) {
		List<String> names = new ArrayList<>(this.walked);
		names.addAll(rest);
		return "/" + String.join("/", names);
	}

	private void push(String path) {
		List<String> names = Arrays.asList(path.split("/"));
		for (int i = names.size() - 1; i >= 0; i--) {
			if (!names.get(i).isEmpty() && !names.get(i).equals(".")) {
				this.pending.push(names.get(i));
			}
		}
	}

}
