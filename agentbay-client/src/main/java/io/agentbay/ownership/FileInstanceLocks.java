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

package io.agentbay.ownership;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Locks of the instances on one machine: the operating system lets go of a file's lock
 * when its process dies. The directory is the domain, so instances in containers see each
 * other when they share it.
 *
 * @since 0.1.0
 */
public final class FileInstanceLocks implements InstanceLocks {

	private static final String DOMAIN_FILE = "domain";

	/**
	 * Marks a lock that this process holds, whichever class loader took it: to open and
	 * close its file a second time would give the lock away.
	 */
	private static final String HELD_HERE = "agentbay.instance.held.";

	private static final byte[] TOUCH = { '\n' };

	private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

	private final Path directory;

	/**
	 * Create locks.
	 * @param directory where the files are, created when needed. It should survive a
	 * restart, and nobody should tidy it up
	 */
	public FileInstanceLocks(Path directory) {
		Assert.notNull(directory, "'directory' must not be null");
		this.directory = directory;
	}

	/**
	 * Create locks in the user's home directory, in {@code .agentbay/instances}.
	 * @return the locks
	 */
	public static FileInstanceLocks inHomeDirectory() {
		return new FileInstanceLocks(Path.of(System.getProperty("user.home"), ".agentbay", "instances"));
	}

	@Override
	public String domain() throws IOException {
		Files.createDirectories(this.directory);
		Path file = this.directory.resolve(DOMAIN_FILE);
		if (!Files.exists(file)) {
			Path draft = Files.createTempFile(this.directory, DOMAIN_FILE, ".new");
			Files.writeString(draft, UUID.randomUUID().toString().substring(24));
			publish(draft, file);
		}
		return Files.readString(file).strip();
	}

	/** Whoever comes first decides, and nobody reads half a name. */
	private static void publish(Path draft, Path file) throws IOException {
		try {
			Files.createLink(file, draft);
		}
		catch (FileAlreadyExistsException ex) {
			// Another instance was faster.
		}
		catch (UnsupportedOperationException ex) {
			Files.copy(draft, file, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	@Override
	public @Nullable InstanceLock tryLock(String instance) throws IOException {
		Assert.isTrue(SAFE_NAME.matcher(instance).matches(), "'instance' is not the name of an instance");
		if (System.getProperties().putIfAbsent(HELD_HERE + instance, "true") != null) {
			return null;
		}
		Held held = null;
		try {
			held = lock(instance);
			return held;
		}
		finally {
			if (held == null) {
				System.getProperties().remove(HELD_HERE + instance);
			}
		}
	}

	private @Nullable Held lock(String instance) throws IOException {
		Files.createDirectories(this.directory);
		Path file = this.directory.resolve(instance + ".lock");
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			FileLock lock = channel.tryLock();
			Object key = (lock != null) ? keyOf(file) : null;
			if (lock != null && key != null) {
				return new Held(instance, file, key, channel, lock);
			}
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
		channel.close();
		return null;
	}

	/** Tells a file from another one that took its name. */
	private static @Nullable Object keyOf(Path file) throws IOException {
		try {
			Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
			return (key != null) ? key : file;
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	private record Held(String instance, Path file, Object key, FileChannel channel,
			FileLock lock) implements InstanceLock {

		/**
		 * A lock on a file that was deleted keeps nobody away. The file is touched by its
		 * channel: to set its time by its name opens and closes it, which gives the lock
		 * away.
		 */
		@Override
		public boolean renew() throws IOException {
			if (!this.lock.isValid() || !this.key.equals(keyOf(this.file))) {
				return false;
			}
			this.channel.write(ByteBuffer.wrap(TOUCH), 0);
			return true;
		}

		/** Names of instances are never used again, so nobody waits for this file. */
		@Override
		public void close() throws IOException {
			if (!this.channel.isOpen()) {
				return;
			}
			try (this.channel) {
				if (this.key.equals(keyOf(this.file))) {
					Files.deleteIfExists(this.file);
				}
			}
			finally {
				System.getProperties().remove(HELD_HERE + this.instance);
			}
		}

	}

}
