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

package io.agentbay.ai.artifact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Takes files in: gives them ids and links, and sees that they are not too large.
 *
 * @since 0.1.0
 */
public class Artifacts {

	private static final int MAX_FILENAME = 200;

	private final ArtifactStore store;

	private final @Nullable String link;

	private final long maxSize;

	/**
	 * Create the intake of a store.
	 * @param store keeps the files
	 * @param link the address of a file, with {@code {id}} in the place of its id, such
	 * as {@code /artifacts/{id}}; {@code null} for no links
	 * @param maxSize the most bytes of a file
	 */
	public Artifacts(ArtifactStore store, @Nullable String link, long maxSize) {
		Assert.notNull(store, "'store' must not be null");
		Assert.isTrue(link == null || link.contains("{id}"), "'link' must contain {id}");
		Assert.isTrue(maxSize > 0, "'maxSize' must be positive");
		this.store = store;
		this.link = link;
		this.maxSize = maxSize;
	}

	/**
	 * Return the store.
	 * @return what keeps the files
	 */
	public ArtifactStore store() {
		return this.store;
	}

	/**
	 * Return the most bytes of a file.
	 * @return the number of bytes
	 */
	public long maxSize() {
		return this.maxSize;
	}

	/**
	 * Take a file in.
	 * @param owner whose it is
	 * @param path its path or name
	 * @param content its content, not closed
	 * @return the file as it was kept
	 * @throws IOException if it cannot be read or kept, or is too large
	 */
	public Artifact take(String owner, String path, InputStream content) throws IOException {
		String filename = filename(path);
		String type = URLConnection.guessContentTypeFromName(filename);
		Artifact artifact = new Artifact(ArtifactIds.next(), owner, filename,
				(type != null) ? type : "application/octet-stream", 0, null);
		Artifact kept = this.store.save(artifact, new Bounded(content, this.maxSize));
		return (this.link != null) ? kept.withLink(URI.create(this.link.replace("{id}", kept.id()))) : kept;
	}

	/** Harmless in a header and on a disk, whatever the model called it. */
	static String filename(String path) {
		String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[\\p{Cntrl}\\\\\"<>|:*?]", "_").strip();
		int begin = Math.max(0, name.length() - MAX_FILENAME);
		name = name.substring(begin);
		return (name.isEmpty() || name.chars().allMatch((character) -> character == '.')) ? "file" : name;
	}

	/** Ends with a failure where the end is too far. */
	private static final class Bounded extends FilterInputStream {

		private final long limit;

		private long count;

		Bounded(InputStream in, long limit) {
			super(in);
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			int value = super.read();
			if (value >= 0) {
				count(1);
			}
			return value;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int read = super.read(buffer, offset, length);
			count(Math.max(0, read));
			return read;
		}

		private void count(int bytes) throws IOException {
			this.count += bytes;
			if (this.count > this.limit) {
				throw new IOException("The file is larger than %s bytes, which is the most that can be handed over"
					.formatted(this.limit));
			}
		}

	}

}
