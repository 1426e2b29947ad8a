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
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A place among the files of a session, whether or not anything is there. It is held by
 * its directory, not by a path: whatever a program of the session puts in the place of a
 * directory meanwhile, the runtime goes nowhere else. What the session's user may not do
 * with it is refused, also where the runtime itself could.
 */
public final class Place implements AutoCloseable {

	private final String name;

	private final Path root;

	private final SharedFolders shared;

	private final @Nullable SecureDirectoryStream<Path> parent;

	private final Path file;

	private final List<String> missing;

	private final boolean own;

	/**
	 * Hold a place.
	 * @param name the path as the session sees it
	 * @param root the session's root directory, or another one on the disk that the place
	 * is on, beside which files can be made
	 * @param shared what the session's tree has of other directories
	 * @param parent the directory, {@code null} for a place of the machine, and for the
	 * root directory
	 * @param file the place, from its directory; the path on the machine without one
	 * @param missing what follows, of which nothing is there
	 * @param own whether it is the session's own
	 */
	Place(String name, Path root, SharedFolders shared, @Nullable SecureDirectoryStream<Path> parent, Path file,
			List<String> missing, boolean own) {
		this.name = name;
		this.root = root;
		this.shared = shared;
		this.parent = parent;
		this.file = file;
		this.missing = List.copyOf(missing);
		this.own = own;
	}

	/**
	 * The absolute path as the session sees it, free of symbolic links.
	 * @return the path
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Its last name.
	 * @return the name, a slash for the root directory
	 */
	public String lastName() {
		return this.name.equals("/") ? "/" : this.name.substring(this.name.lastIndexOf('/') + 1);
	}

	/**
	 * Insist that it can be changed.
	 * @return this
	 * @throws PathRefusedException if it belongs to the machine
	 */
	public Place writable() throws PathRefusedException {
		if (!this.own) {
			throw new PathRefusedException("Read-only file system: " + this.name);
		}
		return this;
	}

	/**
	 * Insist that it is an entry of a directory that can be changed.
	 * @return this
	 * @throws PathRefusedException if it is the root directory, or belongs to the machine
	 */
	public Place changeable() throws PathRefusedException {
		writable();
		if (this.name.equals("/")) {
			throw new PathRefusedException("The root directory cannot be changed");
		}
		return this;
	}

	/**
	 * Whether anything is there.
	 * @return whether there is, a link that leads nowhere included
	 */
	public boolean exists() {
		return look() != null;
	}

	/**
	 * Whether there is a directory.
	 * @return whether there is
	 */
	public boolean isDirectory() {
		PosixFileAttributes attributes = look();
		return attributes != null && attributes.isDirectory();
	}

	/**
	 * Whether there is a plain file.
	 * @return whether there is
	 */
	public boolean isFile() {
		PosixFileAttributes attributes = look();
		return attributes != null && attributes.isRegularFile();
	}

	/**
	 * Whether its directory is there.
	 * @return whether it is
	 */
	public boolean hasParent() {
		return this.missing.isEmpty();
	}

	private @Nullable PosixFileAttributes look() {
		try {
			return attributes();
		}
		catch (IOException ex) {
			return null;
		}
	}

	/**
	 * What is there, links not followed.
	 * @return its attributes
	 * @throws IOException if nothing is there
	 */
	public PosixFileAttributes attributes() throws IOException {
		requireHere();
		return (this.parent != null) ? attributes(this.parent, this.file)
				: Files.readAttributes(this.file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
	}

	static PosixFileAttributes attributes(SecureDirectoryStream<Path> directory, Path file) throws IOException {
		return directory.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
			.readAttributes();
	}

	/**
	 * Open a file.
	 * @param options as {@link Files#newByteChannel} has them; links are not followed
	 * @return the file
	 * @throws IOException if it cannot be opened, or the session's user may not
	 */
	public SeekableByteChannel open(OpenOption... options) throws IOException {
		Set<OpenOption> all = new HashSet<>(List.of(options));
		all.add(LinkOption.NOFOLLOW_LINKS);
		boolean write = all.contains(StandardOpenOption.WRITE);
		if (write) {
			writable();
		}
		requireHere();
		PosixFileAttributes present = look();
		if (present != null) {
			require(present, write ? PosixFilePermission.OWNER_WRITE : PosixFilePermission.OWNER_READ);
		}
		else if (write) {
			requireParentWritable();
		}
		return (this.parent != null) ? this.parent.newByteChannel(this.file, all)
				: Files.newByteChannel(this.file, all);
	}

	/**
	 * Read a file.
	 * @return its content as a stream
	 * @throws IOException if it cannot be opened, or the session's user may not
	 */
	public InputStream read() throws IOException {
		return Channels.newInputStream(open(StandardOpenOption.READ));
	}

	/**
	 * Read a small file.
	 * @param maxBytes how much is read at most
	 * @return the content
	 * @throws IOException if there is no plain file, or it has more
	 */
	public byte[] bytes(int maxBytes) throws IOException {
		if (!isFile()) {
			throw new NoSuchFileException(this.name);
		}
		try (InputStream content = read()) {
			byte[] bytes = content.readNBytes(maxBytes + 1);
			if (bytes.length > maxBytes) {
				throw new IOException("More than " + maxBytes + " bytes: " + this.name);
			}
			return bytes;
		}
	}

	/**
	 * Write a file anew.
	 * @param content what is to be in it
	 * @throws IOException if that is not possible, or the session's user may not
	 */
	public void write(byte[] content) throws IOException {
		writable();
		try (SeekableByteChannel channel = open(StandardOpenOption.WRITE, StandardOpenOption.CREATE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			ByteBuffer buffer = ByteBuffer.wrap(content);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
		}
	}

	/**
	 * What is in a directory.
	 * @return its entries by name, links not followed
	 * @throws IOException if there is no directory, or the session's user may not read it
	 */
	public List<Entry> list() throws IOException {
		List<Entry> entries = new ArrayList<>();
		try (DirectoryStream<Path> directory = directory()) {
			for (Path entry : directory) {
				String last = Objects.requireNonNull(entry.getFileName()).toString();
				try (Found found = find(directory, entry, last)) {
					entries.add(new Entry(last, found.attributes()));
				}
				catch (NoSuchFileException ex) {
					// Gone meanwhile.
				}
			}
		}
		entries.sort((one, other) -> one.name().compareTo(other.name()));
		return entries;
	}

	private DirectoryStream<Path> directory() throws IOException {
		PosixFileAttributes attributes = attributes();
		if (!attributes.isDirectory()) {
			throw new NotDirectoryException(this.name);
		}
		require(attributes, PosixFilePermission.OWNER_READ);
		return (this.parent != null) ? this.parent.newDirectoryStream(this.file, LinkOption.NOFOLLOW_LINKS)
				: Files.newDirectoryStream(this.file);
	}

	/**
	 * Look at all that is in a directory and below, links not followed.
	 * @param visitor is told of each entry
	 * @throws IOException if there is no directory, or the visitor wants it
	 */
	public void walk(Visitor visitor) throws IOException {
		try (DirectoryStream<Path> directory = directory()) {
			walk(directory, "", visitor);
		}
	}

	private void walk(DirectoryStream<Path> directory, String above, Visitor visitor) throws IOException {
		for (Path entry : directory) {
			String path = above + Objects.requireNonNull(entry.getFileName());
			try (Found found = find(directory, entry, path)) {
				PosixFileAttributes attributes = found.attributes();
				if (visitor.visit(path, attributes) && attributes.isDirectory()) {
					require(attributes, PosixFilePermission.OWNER_READ);
					try (DirectoryStream<Path> below = found.enter()) {
						walk(below, path + "/", visitor);
					}
				}
			}
			catch (NoSuchFileException ex) {
				// Gone meanwhile.
			}
			catch (IOException ex) {
				visitor.failed(path, ex);
			}
		}
	}

	/** An entry of a directory, or the folder from outside that is in its place. */
	private Found find(DirectoryStream<Path> directory, Path entry, String path) throws IOException {
		SharedFolder folder = this.shared.isEmpty() ? null
				: this.shared.at(names((this.name.equals("/") ? "" : this.name) + "/" + path));
		return (folder != null) ? new Found(PathWalk.above(folder), PathWalk.lastStep(folder), true)
				: new Found(directory, entry, false);
	}

	private static List<String> names(String path) {
		return List.of(path.substring(1).split("/"));
	}

	/**
	 * Make a directory and those above it that are missing.
	 * @throws IOException if that is not possible, or the session's user may not
	 */
	public void createDirectories() throws IOException {
		if (hasParent() && isDirectory()) {
			return;
		}
		writable();
		if (hasParent()) {
			if (exists()) {
				throw new FileAlreadyExistsException(this.name);
			}
			requireParentWritable();
			make(this.parent, this.file);
			return;
		}
		requireParentWritable();
		make(this.parent, this.file);
		List<SecureDirectoryStream<Path>> opened = new ArrayList<>();
		try {
			SecureDirectoryStream<Path> above = this.parent;
			Path last = this.file;
			for (String below : this.missing) {
				above = Objects.requireNonNull(above).newDirectoryStream(last, LinkOption.NOFOLLOW_LINKS);
				opened.add(above);
				last = Path.of(below);
				make(above, last);
			}
		}
		finally {
			for (SecureDirectoryStream<Path> directory : opened) {
				directory.close();
			}
		}
	}

	/**
	 * The system's way to make a directory in one that is held is not open to Java, but
	 * to move one there is.
	 */
	private void make(@Nullable SecureDirectoryStream<Path> directory, Path last) throws IOException {
		Path made = Files.createDirectory(SessionPaths.nursery(this.root).resolve(UUID.randomUUID().toString()));
		moveIn(made, directory, last);
	}

	private static void moveIn(Path from, @Nullable SecureDirectoryStream<Path> directory, Path last)
			throws IOException {
		try (DirectoryStream<Path> source = Files.newDirectoryStream(Objects.requireNonNull(from.getParent()))) {
			if (directory != null && source instanceof SecureDirectoryStream<Path> secure) {
				secure.move(from.getFileName(), directory, last);
			}
			else {
				Files.move(from, last, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
		}
		finally {
			Files.deleteIfExists(from);
		}
	}

	/**
	 * Make the directories above it that are missing.
	 * @param paths finds the place once more when they are there
	 * @return the place in its directory, which has to be closed
	 * @throws IOException if that is not possible, or the session's user may not
	 */
	public Place withParent(Places paths) throws IOException {
		String above = this.name.substring(0, Math.max(1, this.name.lastIndexOf('/')));
		try (Place directory = paths.open(above)) {
			directory.createDirectories();
		}
		return paths.openEntry(this.name);
	}

	/**
	 * Delete a file, a link or an empty directory.
	 * @throws IOException if that is not possible, or the session's user may not
	 */
	public void delete() throws IOException {
		changeable();
		requireNotShared();
		boolean directory = attributes().isDirectory();
		requireParentWritable();
		if (this.parent == null) {
			Files.delete(this.file);
		}
		else if (directory) {
			this.parent.deleteDirectory(this.file);
		}
		else {
			this.parent.deleteFile(this.file);
		}
	}

	/**
	 * Move what is there to another place, where nothing should be.
	 * @param target the other place
	 * @throws IOException if that is not possible, or the session's user may not
	 */
	public void moveTo(Place target) throws IOException {
		changeable();
		target.changeable();
		requireNotShared();
		requireParentWritable();
		target.requireHere();
		target.requireParentWritable();
		if (this.parent != null && target.parent != null) {
			this.parent.move(this.file, target.parent, target.file);
		}
		else {
			Files.move(this.file, target.file);
		}
	}

	/**
	 * Put a file of the runtime's own here, in place of one that is there.
	 * @param written the file, on the same disk
	 * @throws IOException if that is not possible, or the session's user may not
	 */
	public void take(Path written) throws IOException {
		changeable();
		requireHere();
		requireParentWritable();
		PosixFileAttributes present = look();
		if (present != null && present.isDirectory()) {
			throw new FileAlreadyExistsException(this.name);
		}
		moveIn(written, this.parent, this.file);
	}

	/**
	 * Set who may do what with the file.
	 * @param permissions the permissions
	 * @throws IOException if that is not possible
	 */
	public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
		changeable();
		requireHere();
		if (this.parent != null) {
			this.parent.getFileAttributeView(this.file, PosixFileAttributeView.class).setPermissions(permissions);
		}
		else {
			Files.setPosixFilePermissions(this.file, permissions);
		}
	}

	/** As in the system, what something is mounted at stays where it is. */
	private void requireNotShared() throws PathRefusedException {
		if (!this.name.equals("/") && this.shared.anyAtOrBelow(names(this.name))) {
			throw new PathRefusedException("Device or resource busy: " + this.name);
		}
	}

	/**
	 * Make an empty file on the disk of this place, for what is to be taken when it is
	 * complete.
	 * @return the file, which the caller has to move or delete
	 * @throws IOException if it cannot be made
	 */
	public Path scratch() throws IOException {
		return Files.createFile(SessionPaths.nursery(this.root).resolve(UUID.randomUUID().toString()));
	}

	private void requireHere() throws NoSuchFileException {
		if (!hasParent()) {
			throw new NoSuchFileException(this.name);
		}
	}

	private void requireParentWritable() throws IOException {
		if (this.parent != null) {
			PosixFileAttributes directory = this.parent.getFileAttributeView(PosixFileAttributeView.class)
				.readAttributes();
			require(directory, PosixFilePermission.OWNER_WRITE);
			require(directory, PosixFilePermission.OWNER_EXECUTE);
		}
	}

	/**
	 * All files of a session belong to its user, and so to the user of the runtime. Root
	 * would not be asked.
	 */
	private void require(PosixFileAttributes attributes, PosixFilePermission permission) throws IOException {
		if (this.own && !attributes.isSymbolicLink() && !attributes.permissions().contains(permission)) {
			throw new AccessDeniedException(this.name);
		}
	}

	boolean isHeldBy(@Nullable SecureDirectoryStream<Path> directory) {
		return this.parent != null && this.parent == directory;
	}

	@Override
	public void close() throws IOException {
		if (this.parent != null) {
			this.parent.close();
		}
	}

	/**
	 * What is in a directory.
	 *
	 * @param name its name
	 * @param attributes what it is like; a link is not followed
	 */
	public record Entry(String name, PosixFileAttributes attributes) {
	}

	/**
	 * What was found in a directory.
	 *
	 * @param directory where it is
	 * @param entry what it is
	 * @param elsewhere whether the directory is another one than was looked into
	 */
	private record Found(DirectoryStream<Path> directory, Path entry, boolean elsewhere) implements AutoCloseable {

		private PosixFileAttributes attributes() throws IOException {
			return (this.directory instanceof SecureDirectoryStream<Path> secure)
					? Place.attributes(secure, Objects.requireNonNull(this.entry.getFileName()))
					: Files.readAttributes(this.entry, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
		}

		private DirectoryStream<Path> enter() throws IOException {
			return (this.directory instanceof SecureDirectoryStream<Path> secure) ? secure
				.newDirectoryStream(Objects.requireNonNull(this.entry.getFileName()), LinkOption.NOFOLLOW_LINKS)
					: Files.newDirectoryStream(this.entry);
		}

		@Override
		public void close() throws IOException {
			if (this.elsewhere) {
				this.directory.close();
			}
		}

	}

	/**
	 * Is told what there is in a directory and below.
	 */
	@FunctionalInterface
	public interface Visitor {

		/**
		 * There is something.
		 * @param path its path from the directory
		 * @param attributes what it is like; a link is not followed
		 * @return whether to look into it, if it is a directory
		 * @throws IOException to end the walk
		 */
		boolean visit(String path, PosixFileAttributes attributes) throws IOException;

		/**
		 * Something cannot be looked at.
		 * @param path its path from the directory
		 * @param ex why
		 * @throws IOException to end the walk
		 */
		default void failed(String path, IOException ex) throws IOException {
		}

	}

}
