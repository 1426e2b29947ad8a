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

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.Assert;

/**
 * Keeps files in memory. When there is no room for a new one, the oldest are forgotten.
 *
 * @since 0.1.0
 */
public class InMemoryArtifactStore implements ArtifactStore {

	/**
	 * The bytes of all files together unless another number is given: 100 MB.
	 */
	public static final long DEFAULT_CAPACITY = 100_000_000;

	private final long capacity;

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private long used;

	/**
	 * Create a store for 100 MB.
	 */
	public InMemoryArtifactStore() {
		this(DEFAULT_CAPACITY);
	}

	/**
	 * Create a store.
	 * @param capacity the most bytes of all files together
	 */
	public InMemoryArtifactStore(long capacity) {
		Assert.isTrue(capacity > 0, "'capacity' must be positive");
		this.capacity = capacity;
	}

	@Override
	public Artifact save(Artifact artifact, InputStream content) throws IOException {
		int most = (int) Math.min(this.capacity, Integer.MAX_VALUE - 16) + 1;
		byte[] bytes = content.readNBytes(most);
		if (bytes.length == most) {
			throw new IOException("The file is larger than the store, which holds %s bytes".formatted(this.capacity));
		}
		Artifact kept = artifact.withSize(bytes.length);
		this.lock.lock();
		try {
			discard(this.entries.remove(kept.id()));
			Iterator<Entry> oldest = this.entries.values().iterator();
			while (this.used + bytes.length > this.capacity) {
				Entry entry = oldest.next();
				oldest.remove();
				discard(entry);
			}
			this.entries.put(kept.id(), new Entry(kept, bytes));
			this.used += bytes.length;
		}
		finally {
			this.lock.unlock();
		}
		return kept;
	}

	@Override
	public Optional<StoredArtifact> find(String id) {
		this.lock.lock();
		try {
			return Optional.ofNullable(this.entries.get(id)).map(Entry::stored);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void remove(String id) {
		this.lock.lock();
		try {
			discard(this.entries.remove(id));
		}
		finally {
			this.lock.unlock();
		}
	}

	private void discard(@Nullable Entry entry) {
		if (entry != null) {
			this.used -= entry.content.length;
		}
	}

	/** A file and its content. */
	private static final class Entry {

		private final Artifact artifact;

		private final byte[] content;

		Entry(Artifact artifact, byte[] content) {
			this.artifact = artifact;
			this.content = content;
		}

		StoredArtifact stored() {
			return new StoredArtifact(this.artifact, new ByteArrayResource(this.content) {

				@Override
				public String getFilename() {
					return Entry.this.artifact.filename();
				}

			});
		}

	}

}
