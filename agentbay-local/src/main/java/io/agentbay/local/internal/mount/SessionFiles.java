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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.agentbay.local.internal.context.ContextFiles;
import io.agentbay.local.internal.context.ContextFiles.Content;
import io.agentbay.local.internal.context.ContextFiles.Entry;
import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.path.SessionPaths;
import io.agentbay.local.internal.sandbox.Sandbox;
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

	SessionFiles(Sandbox sandbox, ContextPath mount) {
		this.sandbox = sandbox;
		this.paths = sandbox.paths();
		this.mount = mount;
	}

	/**
	 * Make a directory and those above it.
	 * @param path the directory, from the mount
	 */
	void makeDirectory(ContextPath path) throws IOException {
		try (Place place = this.paths.open(this.mount.resolve(path).toString())) {
			place.writable().createDirectories();
		}
	}

	/**
	 * Write a file, in place of one that is there.
	 * @param path the file, from the mount; its directory must be there
	 * @param content what is in it
	 */
	Stamp write(ContextPath path, Content content) throws IOException {
		try (Place target = entry(path)) {
			Path written = target.scratch();
			try {
				try (OutputStream out = Files.newOutputStream(written)) {
					content.writeTo(out);
				}
				this.sandbox.reserve(Files.size(written));
				content.finish(written);
				target.take(written);
				return Stamp.of(target.attributes());
			}
			finally {
				Files.deleteIfExists(written);
			}
		}
	}

	/**
	 * What a file is like now.
	 * @param path the file, from the mount
	 * @return its stamp, {@code null} if there is no plain file
	 */
	@Nullable Stamp stamp(ContextPath path) throws IOException {
		try (Place place = entry(path)) {
			BasicFileAttributes attributes = place.attributes();
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
	Content content(ContextPath path) {
		return new Content() {

			@Override
			public void writeTo(OutputStream out) throws IOException {
				try (Place place = entry(path); InputStream in = place.read()) {
					in.transferTo(out);
				}
			}

			@Override
			public void finish(Path written) throws IOException {
				try (Place place = entry(path)) {
					likened(written, place.attributes());
				}
			}

		};
	}

	void delete(ContextPath path) throws IOException {
		try (Place place = entry(path)) {
			if (place.exists()) {
				place.delete();
			}
		}
	}

	/**
	 * What there is.
	 * @param path a file or directory, from the mount
	 */
	Scan scan(ContextPath path) throws IOException {
		Scan scan = new Scan();
		try (Place top = path.isRoot() ? this.paths.open(this.mount.toString()) : entry(path)) {
			if (!top.exists()) {
				return scan;
			}
			scan.exists = true;
			scan.add(path, top.attributes());
			if (top.isDirectory()) {
				top.walk(scan.below(path));
			}
		}
		if (!scan.others.isEmpty()) {
			logger.info("{} links, pipes or the like below {} are not stored, such as {}", scan.others.size(),
					this.mount.resolve(path), scan.others.iterator().next());
		}
		return scan;
	}

	private Place entry(ContextPath path) throws IOException {
		return this.paths.openEntry(this.mount.resolve(path).toString());
	}

	private static void likened(Path written, PosixFileAttributes original) throws IOException {
		Files.setLastModifiedTime(written, original.lastModifiedTime());
		Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(written));
		permissions.removeAll(EXECUTE);
		original.permissions().stream().filter(EXECUTE::contains).forEach(permissions::add);
		Files.setPosixFilePermissions(written, permissions);
	}

	/**
	 * The content of a stored file, with the time of its last change and the rights to
	 * execute it.
	 */
	static Content copyOf(ContextFiles stored, Entry entry) {
		return new Content() {

			@Override
			public void writeTo(OutputStream out) throws IOException {
				try (InputStream in = Channels.newInputStream(stored.read(entry.path()))) {
					in.transferTo(out);
				}
			}

			@Override
			public void finish(Path written) throws IOException {
				likened(written, entry.attributes());
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

		private void add(ContextPath path, PosixFileAttributes attributes) {
			if (attributes.isDirectory()) {
				this.directories.add(path);
			}
			else if (attributes.isRegularFile()) {
				this.files.put(path, Stamp.of(attributes));
			}
			else {
				this.others.add(path);
			}
		}

		private Place.Visitor below(ContextPath top) {
			return new Place.Visitor() {

				@Override
				public boolean visit(String path, PosixFileAttributes attributes) {
					add(from(path), attributes);
					return true;
				}

				@Override
				public void failed(String path, IOException ex) {
					Scan.this.failures.add(from(path), ex);
				}

				private ContextPath from(String path) {
					return top.resolve(new ContextPath(List.of(path.split("/"))));
				}

			};
		}

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
