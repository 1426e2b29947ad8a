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
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.agentbay.local.internal.context.ContextFiles;
import io.agentbay.local.internal.context.ContextFiles.Content;
import io.agentbay.local.internal.context.ContextFiles.Entry;
import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.mount.Failures.CopyException;
import io.agentbay.local.internal.mount.SessionFiles.Scan;
import org.jspecify.annotations.Nullable;

/**
 * A context in a session. Remembers of every file what it was like when session and
 * storage were last the same: so only what has changed is copied, and only what this
 * session has had is ever deleted in the storage. What could not be loaded is therefore
 * never lost by saving.
 */
final class Mount {

	/**
	 * The archive that holds the files of a mount with the upload mode {@code Archive}.
	 */
	static final ContextPath OWN_ARCHIVE = ContextPath.of("agentbay-archive.zip");

	private final MountRequest request;

	private final Instant since;

	private final boolean internal;

	private final ContextFiles stored;

	private final SessionFiles local;

	private final SyncPolicy policy;

	private final ContextPath base;

	private final Map<ContextPath, Known> known = new HashMap<>();

	private final Set<ContextPath> knownFolders = new LinkedHashSet<>();

	private final Map<ContextPath, Stamp> unpacked = new HashMap<>();

	private volatile boolean ending;

	Mount(MountRequest request, Instant since, boolean internal, ContextFiles stored, SessionFiles local) {
		this.request = request;
		this.since = since;
		this.internal = internal;
		this.stored = stored;
		this.local = local;
		this.policy = request.policy();
		this.base = Objects.requireNonNullElse(this.policy.mappedPath(), request.path());
	}

	MountRequest request() {
		return this.request;
	}

	Instant since() {
		return this.since;
	}

	/**
	 * Whether it serves the transfer of single files, and no user has asked for it.
	 */
	boolean isInternal() {
		return this.internal;
	}

	/**
	 * The folder in the storage where its files are.
	 */
	ContextPath base() {
		return this.base;
	}

	/**
	 * Whether the session ends.
	 */
	boolean isEnding() {
		return this.ending;
	}

	/**
	 * Give up loading: the session ends.
	 */
	void end() {
		this.ending = true;
	}

	/**
	 * Make the directory where it is mounted.
	 */
	void prepare() throws IOException {
		this.local.makeDirectory(ContextPath.ROOT);
	}

	/**
	 * Copy from the storage into the session what has changed there or in the session.
	 * @param part a file or folder, from the mount; the root for everything
	 */
	synchronized void download(ContextPath part) throws IOException {
		List<Entry> entries = this.stored.tree(this.base.resolve(part));
		if (entries.isEmpty() && !part.isRoot()) {
			throw new CopyException("There is no " + this.base.resolve(part) + " in the context");
		}
		prepare();
		Failures failures = new Failures();
		List<Entry> archives = new ArrayList<>();
		for (Entry entry : entries) {
			if (this.ending) {
				throw new CopyException("The session has ended");
			}
			ContextPath path = entry.path().after(this.base);
			if (this.policy.whiteLists().includes(path)) {
				failures.collect(path, () -> download(entry, path, archives));
			}
		}
		for (Entry archive : archives) {
			failures.collect(archive.path().after(this.base), () -> unpack(archive));
		}
		failures.raise();
	}

	private void download(Entry entry, ContextPath path, List<Entry> archives) throws IOException {
		if (entry.folder()) {
			this.local.makeDirectory(path);
			if (!path.isRoot()) {
				this.knownFolders.add(path);
			}
			return;
		}
		if (path.isRoot()) {
			throw new CopyException("The context has a file where it is mounted");
		}
		Stamp stamp = Stamp.of(entry.attributes());
		if (stamp.equals(this.unpacked.get(path))) {
			return;
		}
		boolean archive = this.policy.extract() && Archive.isArchive(path.name());
		if (archive) {
			archives.add(entry);
		}
		if (!archive || !this.policy.deleteArchive() && !path.equals(OWN_ARCHIVE)) {
			fetch(entry, path, stamp);
		}
	}

	private void fetch(Entry entry, ContextPath path, Stamp stamp) throws IOException {
		Known before = this.known.get(path);
		if (before != null && stamp.equals(before.stored()) && before.local().equals(this.local.stamp(path))) {
			return;
		}
		this.local.makeDirectory(path.parent());
		this.known.put(path, new Known(this.local.write(path, SessionFiles.copyOf(this.stored, entry)), stamp));
	}

	private void unpack(Entry entry) throws IOException {
		ContextPath path = entry.path().after(this.base);
		boolean own = path.equals(OWN_ARCHIVE);
		ContextPath target = (own || this.policy.extractHere()) ? path.parent()
				: path.parent().resolve(new ContextPath(List.of(Archive.folderName(path.name()))));
		List<ContextPath> made = new ArrayList<>();
		try (Archive archive = new Archive(this.stored.copy(entry.path()))) {
			this.local.makeDirectory(target);
			for (ContextPath inside : archive.paths()) {
				ContextPath destination = target.resolve(inside);
				if (own && !this.policy.whiteLists().includes(destination)) {
					continue;
				}
				unpack(archive, inside, destination, made);
			}
			this.unpacked.put(path, Stamp.of(entry.attributes()));
		}
		catch (IOException | RuntimeException ex) {
			for (ContextPath file : made) {
				this.known.remove(file);
				this.local.delete(file);
			}
			fetch(entry, path, Stamp.of(entry.attributes()));
			throw ex;
		}
	}

	private void unpack(Archive archive, ContextPath inside, ContextPath destination, List<ContextPath> made)
			throws IOException {
		if (archive.isFolder(inside)) {
			this.local.makeDirectory(destination);
			this.knownFolders.add(destination);
			return;
		}
		Known before = this.known.get(destination);
		if (before != null && before.stored() != null) {
			// The storage also has the file by itself, which somebody has saved later.
			return;
		}
		this.local.makeDirectory(destination.parent());
		made.add(destination);
		this.known.put(destination,
				new Known(this.local.write(destination, (out) -> archive.unpack(inside, out)), null));
	}

	/**
	 * Copy from the session to the storage what has changed.
	 * @param part a file or directory, from the mount; the root for everything
	 * @param asked whether somebody asks for it: then the session's files also replace
	 * what others have stored meanwhile
	 */
	synchronized void upload(ContextPath part, boolean asked) throws IOException {
		Scan scan = this.local.scan(part);
		if (!scan.exists() && !part.isRoot()) {
			throw new CopyException("There is no " + this.request.path().resolve(part) + " in the session");
		}
		if (scan.files().isEmpty() && scan.directories().isEmpty() && scan.exists() && scan.failures().isEmpty()) {
			throw new CopyException(
					this.request.path().resolve(part) + " is neither a file nor a directory, and links are not stored");
		}
		if (this.policy.archive() && part.isRoot()) {
			uploadArchive(scan);
			uploadOutsideOfArchive(scan, asked);
		}
		else {
			uploadFiles(scan, part, asked);
		}
		scan.failures().raise();
	}

	private void uploadFiles(Scan scan, ContextPath part, boolean asked) {
		Failures failures = scan.failures();
		removeDeleted(scan, part);
		boolean leavingArchive = part.isRoot() && this.unpacked.containsKey(OWN_ARCHIVE);
		for (ContextPath folder : scan.directories()) {
			if (!folder.isRoot() && this.policy.whiteLists().includes(folder)
					&& (asked || leavingArchive || !this.knownFolders.contains(folder))) {
				failures.collect(folder, () -> {
					this.stored.makeFolder(this.base.resolve(folder));
					this.knownFolders.add(folder);
				});
			}
		}
		scan.files().forEach((path, stamp) -> failures.collect(path, () -> {
			if (this.policy.whiteLists().includes(path)
					&& (leavingArchive || isToUpload(path, stamp, asked, !part.isRoot()))) {
				store(path, stamp);
			}
		}));
		if (leavingArchive && failures.isEmpty() && this.policy.whiteLists().rules().isEmpty()) {
			failures.collect(OWN_ARCHIVE, () -> {
				this.stored.delete(this.base.resolve(OWN_ARCHIVE));
				this.unpacked.remove(OWN_ARCHIVE);
			});
		}
	}

	/**
	 * A program may delete its files at any time, a browser does so all the time.
	 */
	private void store(ContextPath path, Stamp stamp) throws IOException {
		try {
			Entry entry = this.stored.write(this.base.resolve(path), this.local.content(path));
			this.known.put(path, new Known(stamp, Stamp.of(entry.attributes())));
		}
		catch (NoSuchFileException ex) {
			if (this.local.stamp(path) != null) {
				throw ex;
			}
		}
	}

	private boolean isToUpload(ContextPath path, Stamp stamp, boolean asked, boolean single) throws IOException {
		Known before = this.known.get(path);
		if (before == null || !before.local().equals(stamp)) {
			return true;
		}
		if (before.stored() == null) {
			return single;
		}
		return asked && !Optional.of(before.stored()).equals(storedStamp(path));
	}

	private Optional<Stamp> storedStamp(ContextPath path) throws IOException {
		return this.stored.entry(this.base.resolve(path)).map((entry) -> Stamp.of(entry.attributes()));
	}

	/**
	 * Delete in the storage what the session has had and has no longer, unless somebody
	 * has stored something else there meanwhile.
	 */
	private void removeDeleted(Scan scan, ContextPath part) {
		if (!this.policy.deleteStored() || !scan.failures().isEmpty()) {
			return;
		}
		for (ContextPath path : List.copyOf(this.known.keySet())) {
			if (path.startsWith(part) && scan.lacksFile(path)) {
				scan.failures().collect(path, () -> {
					Known before = this.known.remove(path);
					if (before != null && Optional.ofNullable(before.stored()).equals(storedStamp(path))) {
						this.stored.delete(this.base.resolve(path));
					}
				});
			}
		}
		List<ContextPath> folders = new ArrayList<>(this.knownFolders);
		Collections.reverse(folders);
		for (ContextPath folder : folders) {
			if (folder.startsWith(part) && scan.lacksDirectory(folder)) {
				scan.failures().collect(folder, () -> removeEmpty(folder));
			}
		}
	}

	private void removeEmpty(ContextPath folder) throws IOException {
		this.knownFolders.remove(folder);
		if (this.stored.entry(this.base.resolve(folder)).filter(Entry::folder).isPresent()
				&& this.stored.list(this.base.resolve(folder)).isEmpty()) {
			try {
				this.stored.delete(this.base.resolve(folder));
			}
			catch (ContextRefusedException ex) {
				// Somebody has just stored something in it.
			}
		}
	}

	private void uploadArchive(Scan scan) throws IOException {
		scan.failures().raise();
		ContextPath place = this.base.resolve(OWN_ARCHIVE);
		Optional<Entry> old = this.stored.entry(place);
		if (old.isPresent() && Stamp.of(old.get().attributes()).equals(this.unpacked.get(OWN_ARCHIVE))
				&& isUnchanged(scan)) {
			return;
		}
		Set<ContextPath> deleted = new LinkedHashSet<>();
		if (this.policy.deleteStored()) {
			this.known.keySet().stream().filter(scan::lacksFile).forEach(deleted::add);
			this.knownFolders.stream().filter(scan::lacksDirectory).forEach(deleted::add);
		}
		Entry archive = this.stored.write(place, (out) -> writeArchive(scan, old.map(Entry::path), deleted, out));
		removeDeleted(scan, ContextPath.ROOT);
		scan.files().forEach((path, stamp) -> scan.failures().collect(path, () -> {
			if (isInArchive(path, false)) {
				Known before = this.known.put(path, new Known(stamp, null));
				if (before != null && before.stored() != null) {
					this.stored.delete(this.base.resolve(path));
				}
			}
		}));
		scan.directories().stream().filter((folder) -> isInArchive(folder, true)).forEach(this.knownFolders::add);
		this.unpacked.put(OWN_ARCHIVE, Stamp.of(archive.attributes()));
	}

	private void uploadOutsideOfArchive(Scan scan, boolean asked) {
		for (ContextPath folder : scan.directories()) {
			if (this.policy.isOutsideOfArchive(folder, true) && this.policy.whiteLists().includes(folder)) {
				scan.failures().collect(folder, () -> {
					this.stored.makeFolder(this.base.resolve(folder));
					this.knownFolders.add(folder);
				});
			}
		}
		scan.files().forEach((path, stamp) -> scan.failures().collect(path, () -> {
			if (this.policy.isOutsideOfArchive(path, false) && this.policy.whiteLists().includes(path)
					&& isToUpload(path, stamp, asked, true)) {
				store(path, stamp);
			}
		}));
	}

	private boolean isInArchive(ContextPath path, boolean folder) {
		return !path.isRoot() && !path.equals(OWN_ARCHIVE) && this.policy.whiteLists().includes(path)
				&& !this.policy.isOutsideOfArchive(path, folder);
	}

	private boolean isUnchanged(Scan scan) {
		return this.known.keySet().stream().noneMatch(scan::lacksFile)
				&& this.knownFolders.stream().noneMatch(scan::lacksDirectory)
				&& scan.directories()
					.stream()
					.filter((folder) -> isInArchive(folder, true))
					.allMatch(this.knownFolders::contains)
				&& scan.files()
					.entrySet()
					.stream()
					.filter((file) -> isInArchive(file.getKey(), false))
					.allMatch((file) -> {
						Known before = this.known.get(file.getKey());
						return before != null && before.local().equals(file.getValue());
					});
	}

	/**
	 * Write what the session has and, of what the old archive holds besides, all that was
	 * not deleted in the session.
	 */
	private void writeArchive(Scan scan, Optional<ContextPath> old, Set<ContextPath> deleted, OutputStream out)
			throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out);
		for (ContextPath folder : scan.directories()) {
			if (isInArchive(folder, true)) {
				zip.putNextEntry(new ZipEntry(folder.toString().substring(1) + "/"));
			}
		}
		for (ContextPath path : scan.files().keySet()) {
			if (isInArchive(path, false) && this.local.stamp(path) != null) {
				append(zip, path, this.local.content(path));
			}
		}
		if (old.isPresent()) {
			try (Archive archive = new Archive(this.stored.copy(old.get()))) {
				for (ContextPath path : archive.paths()) {
					boolean stays = !scan.has(path) && deleted.stream().noneMatch(path::startsWith);
					if (stays && archive.isFolder(path)) {
						zip.putNextEntry(new ZipEntry(path.toString().substring(1) + "/"));
					}
					else if (stays) {
						append(zip, path, (content) -> archive.unpack(path, content));
					}
				}
			}
		}
		zip.finish();
	}

	private static void append(ZipOutputStream zip, ContextPath path, Content content) throws IOException {
		zip.putNextEntry(new ZipEntry(path.toString().substring(1)));
		content.writeTo(zip);
		zip.closeEntry();
	}

	/**
	 * A file as it was when session and storage last agreed.
	 *
	 * @param local what it was like in the session
	 * @param stored what it was like in the storage; {@code null} if it was only in an
	 * archive there
	 */
	private record Known(Stamp local, @Nullable Stamp stored) {
	}

}
