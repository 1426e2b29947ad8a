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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.clock.RuntimeClock.Alarm;
import io.agentbay.local.internal.context.ContextIndex.Row;
import io.agentbay.local.internal.path.FileTree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * All contexts: storage that outlives sessions and, given a directory that stays, the
 * runtime.
 */
public final class Contexts implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Contexts.class);

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String OS_TYPE = "linux";

	private final TreeMap<Long, Stored> byNumber = new TreeMap<>();

	private final Map<String, Stored> byId = new HashMap<>();

	private final Map<String, Stored> byName = new HashMap<>();

	private final ContextIndex index;

	private final Path directory;

	private final Path scratch;

	private final RuntimeClock clock;

	private final Executor cleaners;

	private long lastNumber;

	/**
	 * Find the contexts of an earlier runtime.
	 * @param mapper reads and writes the index
	 * @param directory where contexts are kept; made with the first context
	 * @param scratch where the contexts of single sessions are kept; made with the first
	 * of them
	 * @param clock tells when a context was used
	 * @param cleaners empties contexts
	 * @throws IOException if the directory cannot be read
	 * @throws IllegalStateException if what is found there cannot be understood, or
	 * belongs to a runtime that is running
	 */
	public Contexts(JsonMapper mapper, Path directory, Path scratch, RuntimeClock clock, Executor cleaners)
			throws IOException {
		this.index = new ContextIndex(mapper, directory);
		this.directory = directory;
		this.scratch = scratch;
		this.clock = clock;
		this.cleaners = cleaners;
		try {
			this.index.load().forEach((row) -> add(new Stored(row, files(directory, row.id()))));
			removeWhatIsLeftOver();
		}
		catch (IOException | RuntimeException ex) {
			this.index.close();
			throw ex;
		}
		List.copyOf(this.byNumber.values()).stream().filter((stored) -> stored.clearing).forEach(this::empty);
		synchronized (this) {
			this.byNumber.values().forEach(this::awaitRecycling);
		}
	}

	/**
	 * Find a context.
	 * @param id its id
	 * @return the context as it is now
	 * @throws ContextRefusedException if there is none
	 */
	public synchronized ContextRecord get(String id) {
		return stored(id).snapshot();
	}

	/**
	 * Find a context.
	 * @param name its name
	 * @return the context as it is now, if there is one
	 */
	public synchronized Optional<ContextRecord> find(String name) {
		return Optional.ofNullable(this.byName.get(name)).map(Stored::snapshot);
	}

	/**
	 * Find a context, or create it.
	 * @param name its name
	 * @return the context as it is now
	 * @throws IOException if its directory cannot be made
	 */
	public synchronized ContextRecord findOrCreate(String name) throws IOException {
		Stored found = this.byName.get(name);
		if (found == null) {
			Instant now = this.clock.now();
			Row row = new Row(this.lastNumber + 1, nextId(), name, OS_TYPE, now, now, false, null);
			found = new Stored(row, files(this.directory, row.id()));
			add(found);
			try {
				save();
				Files.createDirectories(this.directory.resolve(row.id()));
			}
			catch (IOException | RuntimeException ex) {
				remove(found);
				throw ex;
			}
		}
		return found.snapshot();
	}

	/**
	 * Create a context that belongs to one session. It is not listed and does not outlive
	 * the runtime.
	 * @param name what to call it
	 * @return its id
	 * @throws IOException if its directory cannot be made
	 */
	public synchronized String createInternal(String name) throws IOException {
		Instant now = this.clock.now();
		Row row = new Row(0, nextId(), name, OS_TYPE, now, now, false, null);
		Files.createDirectories(this.scratch.resolve(row.id()));
		Stored stored = new Stored(row, files(this.scratch, row.id()));
		stored.internal = true;
		this.byId.put(row.id(), stored);
		return row.id();
	}

	/**
	 * All contexts that belong to no single session.
	 * @return the contexts as they are now, oldest first
	 */
	public synchronized List<ContextRecord> list() {
		return this.byNumber.values().stream().map(Stored::snapshot).toList();
	}

	/**
	 * Rename a context.
	 * @param id the context
	 * @param name its new name
	 * @throws ContextRefusedException if there is no such context, or another one has the
	 * name
	 */
	public synchronized void rename(String id, String name) {
		Stored stored = listed(id);
		Stored other = this.byName.get(name);
		if (other != null && other != stored) {
			throw new ContextRefusedException("Context.NameExists", "There is another context named " + name);
		}
		this.byName.remove(stored.name);
		stored.name = name;
		this.byName.put(name, stored);
		save();
	}

	/**
	 * Delete a context with its files.
	 * @param id the context
	 * @throws IOException if its files cannot be deleted
	 * @throws ContextRefusedException if there is no such context, or it is in use
	 */
	public void delete(String id) throws IOException {
		Path remains;
		synchronized (this) {
			Stored stored = free(id);
			remove(stored);
			save();
			remains = discard(id);
		}
		FileTree.delete(remains);
	}

	/**
	 * Delete all contexts that are listed.
	 * @throws IOException if their files cannot be deleted
	 * @throws ContextRefusedException if one is in use, or being emptied
	 */
	public void deleteAll() throws IOException {
		for (ContextRecord context : list()) {
			delete(context.id());
		}
	}

	/**
	 * Delete a context that belongs to one session.
	 * @param id the context
	 * @throws IOException if its files cannot be deleted
	 */
	public void deleteInternal(String id) throws IOException {
		synchronized (this) {
			this.byId.remove(id);
		}
		FileTree.delete(this.scratch.resolve(id));
	}

	/**
	 * Begin to empty a context. It is {@link ContextState#CLEARING} until that is done.
	 * @param id the context
	 * @throws ContextRefusedException if there is no such context, or it is in use
	 */
	public void clear(String id) {
		Stored stored;
		synchronized (this) {
			stored = listed(id);
			if (!stored.clearing) {
				free(id);
				stored.clearing = true;
				save();
			}
			else if (stored.beingEmptied) {
				return;
			}
			stored.beingEmptied = true;
		}
		empty(stored);
	}

	private void empty(Stored stored) {
		this.cleaners.execute(() -> {
			try {
				stored.files.clear();
				synchronized (this) {
					stored.clearing = false;
					stored.beingEmptied = false;
					save();
				}
			}
			catch (IOException | RuntimeException ex) {
				logger.error("Context {} could not be emptied; it stays in the state 'clearing'", stored.id, ex);
				synchronized (this) {
					stored.beingEmptied = false;
				}
			}
		});
	}

	/**
	 * The files of a context.
	 * @param id the context
	 * @return its files
	 * @throws ContextRefusedException if there is no such context, or it is being emptied
	 */
	public synchronized ContextFiles files(String id) {
		return notClearing(stored(id)).files;
	}

	/**
	 * Begin to use a context. It cannot be deleted or emptied until that ends.
	 * @param id the context
	 * @return its files
	 * @throws ContextRefusedException if there is no such context, or it is being emptied
	 */
	public synchronized ContextFiles beginUse(String id) {
		Stored stored = notClearing(stored(id));
		stored.uses++;
		used(stored);
		return stored.files;
	}

	/**
	 * End the use of a context.
	 * @param id the context
	 */
	public synchronized void endUse(String id) {
		Stored stored = stored(id);
		stored.uses--;
		used(stored);
		awaitRecycling(stored);
	}

	/**
	 * Plan to delete files and folders of a context, instead of what was planned for the
	 * same folder before. It is done when their time has come and the context is not in
	 * use.
	 * @param id the context
	 * @param base the folder that the plan is about
	 * @param paths what to delete, in that folder
	 * @param delay when, from now; {@code null} for never
	 */
	public synchronized void recycle(String id, ContextPath base, Collection<ContextPath> paths,
			@Nullable Duration delay) {
		Stored stored = stored(id);
		Map<ContextPath, Instant> planned = new LinkedHashMap<>();
		if (delay != null) {
			paths.forEach((path) -> planned.put(base.resolve(path), this.clock.now().plus(delay)));
		}
		stored.recycling.replace(base, planned);
	}

	private void awaitRecycling(Stored stored) {
		if (stored.alarm != null) {
			stored.alarm.cancel();
		}
		stored.alarm = stored.recycling.next()
			.map((next) -> this.clock.schedule(later(next), () -> this.cleaners.execute(() -> recycle(stored))))
			.orElse(null);
	}

	private Duration later(Instant time) {
		Duration left = Duration.between(this.clock.now(), time);
		return left.isNegative() ? Duration.ZERO : left;
	}

	private void recycle(Stored stored) {
		List<Path> remains = new ArrayList<>();
		try {
			synchronized (this) {
				if (this.byId.get(stored.id) != stored || stored.uses > 0 || stored.clearing) {
					return;
				}
				for (ContextPath path : stored.recycling.takeDue(this.clock.now())) {
					Path discarded = this.directory.resolve("discarded-" + UUID.randomUUID());
					stored.files.moveOut(path, discarded);
					remains.add(discarded);
				}
				save();
				awaitRecycling(stored);
			}
			for (Path path : remains) {
				FileTree.delete(path);
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.error("Not all of context {} could be recycled", stored.id, ex);
		}
	}

	/**
	 * Write down that a context is used now.
	 * @param id the context
	 */
	public synchronized void touch(String id) {
		Stored stored = this.byId.get(id);
		if (stored != null) {
			used(stored);
		}
	}

	/**
	 * Let another runtime have the contexts.
	 */
	@Override
	public synchronized void close() {
		this.index.close();
	}

	private void used(Stored stored) {
		stored.lastUsed = this.clock.now();
		if (!stored.internal) {
			save();
		}
	}

	private Stored stored(String id) {
		Stored stored = this.byId.get(id);
		if (stored == null) {
			throw ContextRefusedException.notFound(id);
		}
		return stored;
	}

	private Stored listed(String id) {
		Stored stored = stored(id);
		if (stored.internal) {
			throw new ContextRefusedException("Context.InUse", "Context " + id + " belongs to a session");
		}
		return stored;
	}

	private Stored free(String id) {
		Stored stored = notClearing(listed(id));
		if (stored.uses > 0) {
			throw new ContextRefusedException("Context.InUse", "Context " + id + " is mounted in a session");
		}
		return stored;
	}

	private static Stored notClearing(Stored stored) {
		if (stored.clearing) {
			throw new ContextRefusedException("Context.Clearing", "Context " + stored.id + " is being emptied");
		}
		return stored;
	}

	private void add(Stored stored) {
		this.byId.put(stored.id, stored);
		this.byName.put(stored.name, stored);
		this.byNumber.put(stored.number, stored);
		this.lastNumber = Math.max(this.lastNumber, stored.number);
	}

	private void remove(Stored stored) {
		if (stored.alarm != null) {
			stored.alarm.cancel();
		}
		this.byId.remove(stored.id);
		this.byName.remove(stored.name);
		this.byNumber.remove(stored.number);
	}

	private void save() {
		this.index.save(this.byNumber.values().stream().map(Stored::row).toList());
	}

	private static ContextFiles files(Path parent, String id) {
		return new ContextFiles(parent.resolve(id), parent.resolve("incoming"));
	}

	/**
	 * Move the files of a context out of sight, which is done in an instant, so that what
	 * takes its time can be interrupted.
	 */
	private Path discard(String id) throws IOException {
		Path files = this.directory.resolve(id);
		Path discarded = this.directory.resolve("discarded-" + UUID.randomUUID());
		return Files.exists(files) ? Files.move(files, discarded) : discarded;
	}

	/**
	 * A runtime that was killed leaves half-written and half-deleted files. Directories
	 * that look like those of contexts are kept, whatever the index says.
	 */
	private void removeWhatIsLeftOver() throws IOException {
		if (!Files.isDirectory(this.directory)) {
			return;
		}
		Collection<Path> children;
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(this.directory)) {
			children = new ArrayList<>();
			stream.forEach(children::add);
		}
		for (Path child : children) {
			String name = String.valueOf(child.getFileName());
			if (name.equals("incoming") || name.equals("nursery") || name.startsWith("discarded-")) {
				FileTree.delete(child);
			}
			else if (name.startsWith("SdkCtx-") && !this.byId.containsKey(name)) {
				logger.warn("{} holds files of a context that the index does not know; they are left alone", child);
			}
		}
	}

	private static String nextId() {
		return RANDOM.ints(17, 0, LETTERS.length())
			.mapToObj((at) -> String.valueOf(LETTERS.charAt(at)))
			.collect(Collectors.joining("", "SdkCtx-", ""));
	}

	private static final class Stored {

		private final long number;

		private final String id;

		private final String osType;

		private final Instant created;

		private final ContextFiles files;

		private String name;

		private Instant lastUsed;

		private boolean clearing;

		private boolean beingEmptied;

		private boolean internal;

		private int uses;

		private final Recycling recycling;

		private @Nullable Alarm alarm;

		private Stored(Row row, ContextFiles files) {
			this.number = row.number();
			this.id = row.id();
			this.name = row.name();
			this.osType = row.osType();
			this.created = row.created();
			this.lastUsed = row.lastUsed();
			this.clearing = row.clearing();
			this.beingEmptied = row.clearing();
			this.recycling = new Recycling(Objects.requireNonNullElse(row.recycling(), Map.of()));
			this.files = files;
		}

		private ContextRecord snapshot() {
			ContextState state = this.clearing ? ContextState.CLEARING
					: (this.uses > 0) ? ContextState.IN_USE : ContextState.AVAILABLE;
			return new ContextRecord(this.number, this.id, this.name, state, this.created, this.lastUsed, this.osType);
		}

		private Row row() {
			return new Row(this.number, this.id, this.name, this.osType, this.created, this.lastUsed, this.clearing,
					this.recycling.written());
		}

	}

}
