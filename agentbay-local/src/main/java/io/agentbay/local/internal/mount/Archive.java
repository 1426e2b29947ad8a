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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.mount.Failures.CopyException;

/**
 * A zip archive that somebody may have made with bad intentions. All its names are looked
 * at before anything is unpacked: one that leads out makes the whole archive unusable, as
 * do sizes beyond measure, which are counted while unpacking whatever the archive says.
 */
final class Archive implements AutoCloseable {

	private static final String SUFFIX = ".zip";

	private static final int MAX_ENTRIES = 100_000;

	private static final long MAX_BYTES = 8L * 1024 * 1024 * 1024;

	/**
	 * How much an archive may grow. Beyond what real files do, except small ones.
	 */
	private static final long MAX_GROWTH = 200;

	private static final long ALWAYS_ALLOWED = 64L * 1024 * 1024;

	private static final int PIECE = 64 * 1024;

	private final Path file;

	private final ZipFile zip;

	private final Map<ContextPath, ZipEntry> entries = new LinkedHashMap<>();

	private long bytesLeft;

	/**
	 * Open an archive and look at its names and sizes.
	 * @param file the archive, which is deleted when it is closed
	 */
	Archive(Path file) throws IOException {
		this.file = file;
		long allowed = Math.min(MAX_BYTES, Math.max(ALWAYS_ALLOWED, Files.size(file) * MAX_GROWTH));
		this.bytesLeft = allowed;
		try {
			this.zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
		}
		catch (ZipException ex) {
			Files.deleteIfExists(file);
			throw new CopyException("Not a usable zip archive (" + ex.getMessage() + ")");
		}
		try {
			examine(allowed);
		}
		catch (IOException | RuntimeException ex) {
			close();
			throw ex;
		}
	}

	private void examine(long allowed) throws CopyException {
		if (this.zip.size() > MAX_ENTRIES) {
			throw new CopyException("The archive has more than " + MAX_ENTRIES + " entries");
		}
		long announced = 0;
		for (ZipEntry entry : this.zip.stream().toList()) {
			if (entry.getName().startsWith("/")) {
				throw new CopyException("The archive has an entry with an absolute path");
			}
			ContextPath path;
			try {
				path = ContextPath.of(entry.getName());
			}
			catch (ContextRefusedException ex) {
				throw new CopyException("The archive has an unusable entry: " + ex.getMessage());
			}
			announced += Math.max(0, entry.getSize());
			if (announced > allowed || announced < 0) {
				throw tooLarge();
			}
			if (!path.isRoot()) {
				this.entries.put(path, entry);
			}
		}
	}

	/**
	 * Whether a file is an archive, by its name.
	 */
	static boolean isArchive(String name) {
		return name.toLowerCase(Locale.ROOT).endsWith(SUFFIX) && name.length() > SUFFIX.length();
	}

	/**
	 * The name of the folder that an archive is unpacked into.
	 */
	static String folderName(String name) {
		return name.substring(0, name.length() - SUFFIX.length());
	}

	/**
	 * The paths of what is in it.
	 */
	List<ContextPath> paths() {
		return new ArrayList<>(this.entries.keySet());
	}

	boolean isFolder(ContextPath path) {
		return entry(path).isDirectory();
	}

	/**
	 * Unpack a file.
	 * @param path one of {@link #paths()}
	 * @param out where to
	 */
	void unpack(ContextPath path, OutputStream out) throws IOException {
		try (InputStream in = this.zip.getInputStream(entry(path))) {
			byte[] piece = new byte[PIECE];
			for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
				this.bytesLeft -= read;
				if (this.bytesLeft < 0) {
					throw tooLarge();
				}
				out.write(piece, 0, read);
			}
		}
		catch (ZipException ex) {
			throw new CopyException("The archive is damaged (" + ex.getMessage() + ")");
		}
	}

	private ZipEntry entry(ContextPath path) {
		ZipEntry entry = this.entries.get(path);
		if (entry == null) {
			throw new IllegalArgumentException("Not in the archive: " + path);
		}
		return entry;
	}

	private static CopyException tooLarge() {
		return new CopyException("What is in the archive is too large for an archive of its size");
	}

	@Override
	public void close() throws IOException {
		try (this.zip) {
			Files.deleteIfExists(this.file);
		}
	}

}
