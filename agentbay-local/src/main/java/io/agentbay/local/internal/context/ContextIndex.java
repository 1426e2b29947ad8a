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
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that says which contexts there are. It is always replaced as a whole. A lock
 * beside it keeps two runtimes from writing it in turn; it is taken when the first
 * context comes into being, so that runtimes without contexts can share a directory.
 */
final class ContextIndex implements AutoCloseable {

	private static final int VERSION = 1;

	/** Where in this JVM the lock is held. To close a second channel would release it. */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	private final JsonMapper mapper;

	private final Path directory;

	private @Nullable FileChannel lock;

	private @Nullable Path held;

	ContextIndex(JsonMapper mapper, Path directory) {
		this.mapper = mapper;
		this.directory = directory;
	}

	/**
	 * Read what an earlier runtime has left.
	 * @return its contexts, none if there was no such runtime
	 */
	List<Row> load() throws IOException {
		if (!Files.isDirectory(this.directory)) {
			return List.of();
		}
		lock();
		return Files.exists(file()) ? read() : List.of();
	}

	private List<Row> read() throws IOException {
		try {
			Content content = this.mapper.readValue(Files.readAllBytes(file()), Content.class);
			if (content == null || content.version() != VERSION) {
				throw broken("it is not of version " + VERSION, null);
			}
			Set<String> seen = new HashSet<>();
			for (Row row : content.contexts()) {
				if (!row.id().matches("SdkCtx-[a-z0-9]{17}") || !seen.add(row.id())
						|| !seen.add("name " + row.name())) {
					throw broken("the context " + row.id() + " has no proper id, or its id or name comes twice", null);
				}
			}
			return content.contexts();
		}
		catch (JacksonException | NullPointerException ex) {
			throw broken("it cannot be read: " + ex.getMessage(), ex);
		}
	}

	private IllegalStateException broken(String problem, @Nullable Exception cause) {
		return new IllegalStateException(
				"The index of contexts %s is broken: %s. Nothing was changed; repair it, or move its directory away"
					.formatted(file(), problem),
				cause);
	}

	void save(Collection<Row> rows) {
		try {
			boolean first = this.lock == null;
			Files.createDirectories(this.directory);
			lock();
			if (first && Files.exists(file())) {
				throw new IllegalStateException("Another runtime has made contexts in " + this.directory
						+ " meanwhile: start anew to see them");
			}
			Path fresh = this.directory.resolve("index.json.new");
			byte[] bytes = this.mapper.writerWithDefaultPrettyPrinter()
				.writeValueAsBytes(new Content(VERSION, List.copyOf(rows)));
			try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING)) {
				ByteBuffer buffer = ByteBuffer.wrap(bytes);
				while (buffer.hasRemaining()) {
					channel.write(buffer);
				}
				channel.force(true);
			}
			ContextFiles.moveAtomically(fresh, file());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The index of contexts cannot be written: " + file(), ex);
		}
	}

	private void lock() throws IOException {
		if (this.lock != null) {
			return;
		}
		Path file = this.directory.toRealPath().resolve("lock");
		if (HELD.add(file)) {
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (channel.tryLock() != null) {
				this.lock = channel;
				this.held = file;
				return;
			}
			channel.close();
			HELD.remove(file);
		}
		throw new IllegalStateException(
				"The contexts in " + this.directory + " belong to another runtime that is running");
	}

	private Path file() {
		return this.directory.resolve("index.json");
	}

	/**
	 * Let another runtime have the directory.
	 */
	@Override
	public void close() {
		try {
			if (this.lock != null) {
				this.lock.close();
				this.lock = null;
				HELD.remove(this.held);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Content(int version, List<Row> contexts) {

		private Content {
			contexts = List.copyOf(contexts);
		}
	}

	/**
	 * A context as it is written down. Indexes of older runtimes have no
	 * {@code recycling}.
	 */
	record Row(long number, String id, String name, String osType, Instant created, Instant lastUsed, boolean clearing,
			@Nullable Map<String, Instant> recycling) {

		Row {
			Objects.requireNonNull(id, "id");
			Objects.requireNonNull(name, "name");
			Objects.requireNonNull(osType, "osType");
			Objects.requireNonNull(created, "created");
			Objects.requireNonNull(lastUsed, "lastUsed");
		}
	}

}
