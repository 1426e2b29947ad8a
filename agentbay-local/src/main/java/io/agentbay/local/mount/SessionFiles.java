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

package io.agentbay.local.mount;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.agentbay.local.sandbox.Location;
import io.agentbay.local.sandbox.Sandbox;
import io.agentbay.local.sandbox.SessionPaths;
import io.agentbay.local.store.ContextFiles.Content;
import io.agentbay.local.store.ContextPath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a session below the place where a context is mounted. Every path is walked
 * by the rules of {@link SessionPaths} right before it is used, and no link at its end is
 * followed. Files are written aside and moved into their place, so that a program in the
 * session never sees half of one.
 */
final class SessionFiles {

	private static final Logger logger = LoggerFactory.getLogger(SessionFiles.class);

	private static final Set<PosixFilePermission> EXECUTE = EnumSet.of(PosixFilePermission.OWNER_EXECUTE,
			PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

	private final Sandbox sandbox;

	private final SessionPaths paths;

	private final ContextPath mount;

	private final Path staging;

	SessionFiles(Sandbox sandbox, ContextPath mount, Path staging) {
		this.sandbox = sandbox;
		this.paths = sandbox.paths();
		this.mount = mount;
		this.staging = staging;
	}

	/**
	 * Make a directory and those above it.
	 * @param path the directory, from the mount
	 */
	void makeDirectory(ContextPath path) throws IOException {
		List<String> names = this.mount.resolve(path).names();
		for (int depth = 1; depth <= names.size(); depth++) {
			ContextPath above = new ContextPath(names.subList(0, depth));
			Location location = this.paths.toWrite(above.toString());
			if (!Files.isDirectory(location.host(), LinkOption.NOFOLLOW_LINKS)) {
				Files.createDirectory(location.host());
			}
		}
	}

	/**
	 * Write a file, in place of one that is there.
	 * @param path the file, from the mount; its directory must be there
	 * @param content what is in it
	 */
	Stamp write(ContextPath path, Content content) throws IOException {
		Files.createDirectories(this.staging);
		Path written = Files.createFile(this.staging.resolve(UUID.randomUUID().toString()));
		try {
			try (OutputStream out = Files.newOutputStream(written)) {
				content.writeTo(out);
			}
			this.sandbox.reserve(Files.size(written));
			content.finish(written);
			Path target = entry(path);
			Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return Stamp.of(attributes(target));
		}
		finally {
			Files.deleteIfExists(written);
		}
	}

	/**
	 * What a file is like now.
	 * @param path the file, from the mount
	 * @return its stamp, {@code null} if there is no plain file
	 */
	@Nullable Stamp stamp(ContextPath path) throws IOException {
		try {
			BasicFileAttributes attributes = attributes(entry(path));
			return attributes.isRegularFile() ? Stamp.of(attributes) : null;
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	/**
	 * The content of a file.
	 * @param path the file, from the mount
	 */
	Content content(ContextPath path) throws IOException {
		return copyOf(entry(path));
	}

	void delete(ContextPath path) throws IOException {
		Files.deleteIfExists(entry(path));
	}

	/**
	 * What there is.
	 * @param path a file or directory, from the mount
	 */
	Scan scan(ContextPath path) throws IOException {
		Scan scan = new Scan();
		Location top = path.isRoot() ? this.paths.toWrite(this.mount.toString())
				: this.paths.toEntry(this.mount.resolve(path).toString());
		if (!Files.exists(top.host(), LinkOption.NOFOLLOW_LINKS)) {
			return scan;
		}
		scan.exists = true;
		Files.walkFileTree(top.host(), new SimpleFileVisitor<Path>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
				scan.directories.add(from(directory));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				if (attributes.isRegularFile()) {
					scan.files.put(from(file), Stamp.of(attributes));
				}
				else {
					scan.others.add(from(file));
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException ex) {
				if (!(ex instanceof NoSuchFileException)) {
					scan.failures.add(from(file), ex);
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException ex) {
				if (ex != null) {
					scan.failures.add(from(directory), ex);
				}
				return FileVisitResult.CONTINUE;
			}

			private ContextPath from(Path found) {
				List<String> names = new ArrayList<>(path.names());
				if (!found.equals(top.host())) {
					top.host().relativize(found).forEach((name) -> names.add(name.toString()));
				}
				return new ContextPath(names);
			}

		});
		if (!scan.others.isEmpty()) {
			logger.info("{} links, pipes or the like below {} are not stored, such as {}", scan.others.size(),
					this.mount.resolve(path), scan.others.iterator().next());
		}
		return scan;
	}

	private Path entry(ContextPath path) throws IOException {
		return this.paths.toEntry(this.mount.resolve(path).toString()).host();
	}

	private static BasicFileAttributes attributes(Path file) throws IOException {
		return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * The content of a file, with the time of its last change and the rights to execute
	 * it.
	 */
	static Content copyOf(Path file) {
		return new Content() {

			@Override
			public void writeTo(OutputStream out) throws IOException {
				try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
					in.transferTo(out);
				}
			}

			@Override
			public void finish(Path written) throws IOException {
				Files.setLastModifiedTime(written, attributes(file).lastModifiedTime());
				Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(written));
				permissions.removeAll(EXECUTE);
				Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
					.stream()
					.filter(EXECUTE::contains)
					.forEach(permissions::add);
				Files.setPosixFilePermissions(written, permissions);
			}

		};
	}

	/**
	 * What was found. Paths are from the mount.
	 */
	static final class Scan {

		private boolean exists;

		private final Map<ContextPath, Stamp> files = new LinkedHashMap<>();

		private final Set<ContextPath> directories = new LinkedHashSet<>();

		private final Set<ContextPath> others = new LinkedHashSet<>();

		private final Failures failures = new Failures();

		/**
		 * Whether there was anything to scan.
		 */
		boolean exists() {
			return this.exists;
		}

		/**
		 * The plain files.
		 */
		Map<ContextPath, Stamp> files() {
			return this.files;
		}

		/**
		 * The directories, each before what is in it.
		 */
		Set<ContextPath> directories() {
			return this.directories;
		}

		/**
		 * Whether there is no such file any more: neither the file nor a link, or what
		 * else is never stored.
		 */
		boolean lacksFile(ContextPath path) {
			return !this.files.containsKey(path) && !this.others.contains(path);
		}

		/**
		 * Whether there is no such directory any more.
		 */
		boolean lacksDirectory(ContextPath path) {
			return !this.directories.contains(path) && !this.others.contains(path);
		}

		/**
		 * Whether there is anything at a path.
		 */
		boolean has(ContextPath path) {
			return !lacksFile(path) || !lacksDirectory(path);
		}

		/**
		 * What could not be looked at.
		 */
		Failures failures() {
			return this.failures;
		}

	}

}
