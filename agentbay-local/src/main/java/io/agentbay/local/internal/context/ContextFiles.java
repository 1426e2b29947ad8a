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
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.agentbay.local.internal.path.FileTree;
import io.agentbay.local.internal.path.PathRefusedException;
import io.agentbay.local.internal.path.Place;
import io.agentbay.local.internal.path.Places;
import io.agentbay.local.internal.path.SharedFolder;
import io.agentbay.local.internal.path.StoragePaths;

/**
 * The files of one context. What is put in is written aside first and then moved into its
 * place, so that a reader sees either the old content or the new one. Only plain files
 * and folders are shown: programs of a session that has the context in its tree may make
 * links, which lead nowhere here.
 */
public final class ContextFiles {

	private final Path root;

	private final Path incoming;

	private final Places places;

	ContextFiles(Path root, Path incoming) {
		this.root = root;
		this.incoming = incoming;
		this.places = new StoragePaths(root);
	}

	/**
	 * What is directly in a folder.
	 * @param folder the folder
	 * @return its files and folders, sorted by name; none if there is no such folder
	 * @throws IOException if the folder cannot be read
	 */
	public List<Entry> list(ContextPath folder) throws IOException {
		if (entry(folder).filter(Entry::folder).isEmpty()) {
			return List.of();
		}
		List<Entry> entries = new ArrayList<>();
		try (Place place = open(folder)) {
			for (Place.Entry child : place.list()) {
				toEntry(folder.resolve(new ContextPath(List.of(child.name()))), child.attributes())
					.ifPresent(entries::add);
			}
		}
		catch (NoSuchFileException | NotDirectoryException ex) {
			// Gone meanwhile.
		}
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
		try (Place place = open(path)) {
			return toEntry(path, place.attributes());
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Entry> toEntry(ContextPath path, PosixFileAttributes attributes) {
		boolean folder = attributes.isDirectory();
		return (folder || attributes.isRegularFile()) ? Optional.of(new Entry(path, folder, attributes))
				: Optional.empty();
	}

	/** Links, which only programs can have made, are in the way like files. */
	private boolean isBelowAFile(ContextPath path) throws IOException {
		for (ContextPath above = path.parent(); !above.isRoot(); above = above.parent()) {
			try (Place place = open(above)) {
				if (place.exists() && !place.isDirectory()) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Hold a place; a link at its end is not followed.
	 */
	private Place open(ContextPath path) throws IOException {
		try {
			return this.places.openEntry(path.toString());
		}
		catch (PathRefusedException ex) {
			throw new ContextRefusedException("InvalidParameter", String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Open a file for reading.
	 * @param path the file
	 * @return its content
	 * @throws IOException if there is no such file, or it cannot be read
	 */
	public SeekableByteChannel read(ContextPath path) throws IOException {
		try (Place place = open(path)) {
			return place.open(StandardOpenOption.READ);
		}
	}

	/**
	 * Copy a file to one that nobody else changes.
	 * @param path the file
	 * @return the copy, which the caller has to delete
	 * @throws IOException if there is no such file, or it cannot be copied
	 */
	public Path copy(ContextPath path) throws IOException {
		Path copy = begin();
		boolean copied = false;
		try (InputStream content = Channels.newInputStream(read(path))) {
			Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
			copied = true;
			return copy;
		}
		finally {
			if (!copied) {
				Files.deleteIfExists(copy);
			}
		}
	}

	/**
	 * Let a session have a folder in its tree, as it is at every moment.
	 * @param folder the folder, which has to be there
	 * @param names where in the session, from its root
	 * @param readOnly whether the session may only look at it
	 * @return what the session's tree is to have
	 * @throws IOException if it cannot be looked at
	 * @throws ContextRefusedException if there is no such folder
	 */
	public SharedFolder share(ContextPath folder, List<String> names, boolean readOnly) throws IOException {
		requireFolder(folder);
		return new SharedFolder(names, this.root, folder.names(), readOnly);
	}

	/**
	 * Insist on a folder that is reached by no link.
	 * @param folder the folder
	 * @throws IOException if it cannot be looked at
	 * @throws ContextRefusedException if there is no such folder
	 */
	public void requireFolder(ContextPath folder) throws IOException {
		if (entry(folder).filter(Entry::folder).isEmpty() || isBelowAFile(folder)) {
			throw new ContextRefusedException("ContextFile.NotFound",
					"There is no folder " + folder + " in the context");
		}
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
		if (path.isRoot() || isBelowAFile(path) || entry(path).filter(Entry::folder).isPresent()) {
			throw new ContextRefusedException("ContextFile.Conflict",
					"There is a folder at " + path + ", or a file where it needs a folder");
		}
		Files.createDirectories(this.root);
		try (Place found = open(path); Place place = found.withParent(this.places)) {
			place.take(written);
		}
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
		if (isBelowAFile(path) || entry(path).filter((there) -> !there.folder()).isPresent()) {
			throw new ContextRefusedException("ContextFile.Conflict",
					"There is a file where a folder is needed: " + path);
		}
		Files.createDirectories(this.root);
		try (Place place = open(path)) {
			place.createDirectories();
		}
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
		try (Place place = open(path)) {
			if (!place.exists()) {
				return false;
			}
			place.delete();
			return true;
		}
		catch (NoSuchFileException ex) {
			return false;
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
		if (path.isRoot()) {
			if (Files.exists(this.root)) {
				Files.move(this.root, target);
				Files.createDirectories(this.root);
			}
			return;
		}
		Places others = new StoragePaths(Objects.requireNonNull(target.getParent()));
		try (Place from = open(path); Place to = others.openEntry("/" + target.getFileName())) {
			if (from.exists()) {
				from.moveTo(to);
			}
		}
		catch (NoSuchFileException ex) {
			// There is not even the context.
		}
	}

	/**
	 * Delete everything.
	 */
	synchronized void clear() throws IOException {
		FileTree.delete(this.root);
		Files.createDirectories(this.root);
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
	 * @param folder whether it is a folder
	 * @param attributes its size and times
	 */
	public record Entry(ContextPath path, boolean folder, PosixFileAttributes attributes) {
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
