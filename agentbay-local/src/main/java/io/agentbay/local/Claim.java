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

package io.agentbay.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

import io.agentbay.local.internal.path.FileTree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that belongs to this JVM. A hidden file beside it, with {@value #SUFFIX} at
 * the end of its name, is locked until the claim is given up or the JVM is gone, however
 * that ends: so others can tell whether the directory was left behind.
 *
 * @param parent where it is
 * @param directory the directory
 * @param file the locked file
 * @param channel holds the lock
 */
record Claim(Path parent, Path directory, Path file, FileChannel channel) implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Claim.class);

	private static final String PREFIX = ".";

	private static final String SUFFIX = ".lock";

	/** What this JVM has locked. To close a second channel would release the lock. */
	private static final Set<Path> HELD = new HashSet<>();

	/**
	 * Make a directory that nobody else has.
	 * @param place the directory it is to be in
	 * @param prefix what its name is to begin with
	 */
	static Claim make(Path place, String prefix) throws IOException {
		Path parent = place.toRealPath();
		synchronized (HELD) {
			while (true) {
				Path directory = Files.createTempDirectory(parent, prefix);
				Path file = fileOf(directory);
				Files.createFile(file);
				FileChannel channel = lock(file);
				if (channel != null) {
					HELD.add(file);
					return new Claim(parent, directory, file, channel);
				}
				// In between it looked as if nobody had it, and somebody has removed it.
			}
		}
	}

	/**
	 * Remove the directories beside this one whose JVMs are gone, as far as they are of
	 * the same user.
	 * @param prefix what their names begin with
	 */
	void removeAbandoned(String prefix) throws IOException {
		synchronized (HELD) {
			try (DirectoryStream<Path> files = Files.newDirectoryStream(this.parent, PREFIX + prefix + "*" + SUFFIX)) {
				for (Path file : files) {
					if (!HELD.contains(file)) {
						removeIfAbandoned(file);
					}
				}
			}
		}
	}

	private void removeIfAbandoned(Path file) {
		String name = file.getFileName().toString();
		Path directory = file.resolveSibling(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
		try {
			if (!hasSameOwner(file) || Files.exists(directory, LinkOption.NOFOLLOW_LINKS) && !hasSameOwner(directory)) {
				return;
			}
			try (FileChannel channel = lock(file)) {
				if (channel != null) {
					FileTree.delete(directory);
					Files.deleteIfExists(file);
					logger.info("Removed what a runtime that was killed had left: {}", directory);
				}
			}
		}
		catch (NoSuchFileException ex) {
			// Another runtime has removed it meanwhile.
		}
		catch (IOException ex) {
			logger.warn("What a runtime that was killed had left cannot be removed: {}", ex.toString());
		}
	}

	private boolean hasSameOwner(Path path) throws IOException {
		return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(this.file));
	}

	/**
	 * Lock a file, unless somebody else has it or it is gone.
	 */
	static @Nullable FileChannel lock(Path file) throws IOException {
		FileChannel channel;
		try {
			channel = FileChannel.open(file, StandardOpenOption.WRITE);
		}
		catch (NoSuchFileException ex) {
			return null;
		}
		if (channel.tryLock() != null && Files.exists(file)) {
			return channel;
		}
		channel.close();
		return null;
	}

	private static Path fileOf(Path directory) {
		return directory.resolveSibling(PREFIX + directory.getFileName() + SUFFIX);
	}

	/**
	 * Give it up. The directory is to be removed before.
	 */
	@Override
	public void close() {
		synchronized (HELD) {
			try {
				Files.deleteIfExists(this.file);
				this.channel.close();
			}
			catch (IOException ex) {
				logger.warn("A claim could not be given up: {}", ex.toString());
			}
			HELD.remove(this.file);
		}
	}

}
