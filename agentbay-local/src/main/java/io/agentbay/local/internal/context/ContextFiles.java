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

package io.agentbay.local.internal.context;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.agentbay.local.internal.path.FileTree;

/**
 * The files of one context. There are only plain files and folders: what is put in is
 * written aside first and then moved into its place, so that a reader sees either the old
 * content or the new one.
 */
public final class ContextFiles {

	private final Path root;

	private final Path incoming;

	ContextFiles(Path root, Path incoming) {
		this.root = root;
		this.incoming = incoming;
	}

	/**
	 * What is directly in a folder.
	 * @param folder the folder
	 * @return its files and folders, sorted by name; none if there is no such folder
	 * @throws IOException if the folder cannot be read
	 */
	public List<Entry> list(ContextPath folder) throws IOException {
		Path directory = host(folder);
		List<Entry> entries = new ArrayList<>();
		if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
			return entries;
		}
		try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
			for (Path child : children) {
				entry(folder.resolve(new ContextPath(List.of(name(child))))).ifPresent(entries::add);
			}
		}
		entries.sort(Comparator.comparing((entry) -> entry.path().name()));
		return entries;
	}

	/**
	 * A file or folder and all that is below it.
	 * @param path the file or folder
	 * @return what is there, folders before what is in them; nothing if there is no such
	 * file or folder
	 * @throws IOException if a folder cannot be read
	 */
	public List<Entry> tree(ContextPath path) throws IOException {
		List<Entry> found = new ArrayList<>();
		Optional<Entry> top = entry(path);
		if (top.isPresent()) {
			collect(top.get(), found);
		}
		return found;
	}

	private void collect(Entry entry, List<Entry> found) throws IOException {
		found.add(entry);
		if (entry.folder()) {
			for (Entry child : list(entry.path())) {
				collect(child, found);
			}
		}
	}

	/**
	 * Look at a file or folder.
	 * @param path its path
	 * @return what is there, if anything
	 * @throws IOException if it cannot be looked at
	 */
	public Optional<Entry> entry(ContextPath path) throws IOException {
		Path host = host(path);
		try {
			BasicFileAttributes attributes = Files.readAttributes(host, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			boolean folder = attributes.isDirectory();
			return (folder || attributes.isRegularFile()) ? Optional.of(new Entry(path, host, folder, attributes))
					: Optional.empty();
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			if (isBelowAFile(path)) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private boolean isBelowAFile(ContextPath path) {
		for (ContextPath above = path.parent(); !above.isRoot(); above = above.parent()) {
			if (Files.isRegularFile(host(above), LinkOption.NOFOLLOW_LINKS)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Begin to write a file that will be put into the context later.
	 * @return the file, empty, which the caller has to put or discard
	 * @throws IOException if it cannot be made
	 */
	public Path begin() throws IOException {
		Files.createDirectories(this.incoming);
		return Files.createFile(this.incoming.resolve(UUID.randomUUID().toString()));
	}

	/**
	 * Put a file into the context, in place of one that is there.
	 * @param path where
	 * @param written the file from {@link #begin()}, which is moved
	 * @return the file as it is now
	 * @throws IOException if it cannot be moved
	 * @throws ContextRefusedException if there is a folder at the path, or a file on the
	 * way to it
	 */
	public synchronized Entry put(ContextPath path, Path written) throws IOException {
		if (path.isRoot() || isBelowAFile(path) || Files.isDirectory(host(path), LinkOption.NOFOLLOW_LINKS)) {
			throw new ContextRefusedException("ContextFile.Conflict",
					"There is a folder at " + path + ", or a file where it needs a folder");
		}
		Path host = host(path);
		Files.createDirectories(host(path.parent()));
		moveAtomically(written, host);
		return entry(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
	}

	/**
	 * Put a file into the context, in place of one that is there.
	 * @param path where
	 * @param content writes what is in it
	 * @return the file as it is now
	 * @throws IOException if it cannot be written
	 */
	public Entry write(ContextPath path, Content content) throws IOException {
		Path written = begin();
		try {
			try (OutputStream out = Files.newOutputStream(written)) {
				content.writeTo(out);
			}
			content.finish(written);
			return put(path, written);
		}
		finally {
			Files.deleteIfExists(written);
		}
	}

	/**
	 * Make a folder and those above it.
	 * @param path the folder
	 * @throws IOException if it cannot be made
	 * @throws ContextRefusedException if there is a file in its place or on the way
	 */
	public synchronized void makeFolder(ContextPath path) throws IOException {
		if (isBelowAFile(path) || Files.isRegularFile(host(path), LinkOption.NOFOLLOW_LINKS)) {
			throw new ContextRefusedException("ContextFile.Conflict",
					"There is a file where a folder is needed: " + path);
		}
		Files.createDirectories(host(path));
	}

	/**
	 * Delete a file or an empty folder.
	 * @param path the file
	 * @return whether there was one
	 * @throws IOException if it cannot be deleted
	 * @throws ContextRefusedException if it is a folder that is not empty
	 */
	public synchronized boolean delete(ContextPath path) throws IOException {
		if (path.isRoot()) {
			throw new ContextRefusedException("InvalidParameter", "The root of a context cannot be deleted");
		}
		if (isBelowAFile(path)) {
			return false;
		}
		try {
			return Files.deleteIfExists(host(path));
		}
		catch (DirectoryNotEmptyException ex) {
			throw new ContextRefusedException("ContextFile.NotEmpty", "The folder " + path + " is not empty");
		}
	}

	/**
	 * Move a file, or a folder with all that is in it, out of the context.
	 * @param path the file or folder; nothing happens when it is not there
	 * @param target where to
	 */
	synchronized void moveOut(ContextPath path, Path target) throws IOException {
		if (Files.exists(host(path), LinkOption.NOFOLLOW_LINKS)) {
			Files.move(host(path), target);
			if (path.isRoot()) {
				Files.createDirectories(this.root);
			}
		}
	}

	/**
	 * Delete everything.
	 */
	synchronized void clear() throws IOException {
		FileTree.delete(this.root);
		Files.createDirectories(this.root);
	}

	private Path host(ContextPath path) {
		try {
			return this.root.resolve(String.join("/", path.names()));
		}
		catch (InvalidPathException ex) {
			throw new ContextRefusedException("InvalidParameter", "Not a path on this machine (" + ex.getReason()
					+ "; names beyond ASCII need a JVM started in a UTF-8 locale)");
		}
	}

	private static String name(Path path) {
		return String.valueOf(path.getFileName());
	}

	static void moveAtomically(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * Something in a context.
	 *
	 * @param path where it is
	 * @param host the same on the machine
	 * @param folder whether it is a folder
	 * @param attributes its size and times
	 */
	public record Entry(ContextPath path, Path host, boolean folder, BasicFileAttributes attributes) {
	}

	/**
	 * Writes a file.
	 */
	@FunctionalInterface
	public interface Content {

		/**
		 * Write it.
		 * @param out where to, not to be closed
		 * @throws IOException if it cannot be written
		 */
		void writeTo(OutputStream out) throws IOException;

		/**
		 * Give the written file its times and the like, before it appears in its place.
		 * @param written the file
		 * @throws IOException if that cannot be done
		 */
		default void finish(Path written) throws IOException {
		}

	}

}
