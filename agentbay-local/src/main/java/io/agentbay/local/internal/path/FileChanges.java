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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what directories looked like, so as to tell what changed since.
 */
public final class FileChanges {

	private static final String FILE = "file";

	private static final String MODIFY = "modify";

	private final Map<String, SortedMap<String, State>> remembered = new HashMap<>();

	/**
	 * Tell what has changed in a directory and below since the last time this was asked.
	 * The first time nothing has.
	 * @param directory the directory
	 * @return the changes, sorted by path
	 * @throws IOException if the directory cannot be read
	 */
	public synchronized List<Change> since(Place directory) throws IOException {
		SortedMap<String, State> present = look(directory);
		SortedMap<String, State> before = this.remembered.put(directory.name(), present);
		return (before != null) ? compare(before, present) : List.of();
	}

	/**
	 * Tell what has changed when the directory itself is not there any more: all that was
	 * in it is gone.
	 * @param directory the name of the directory that is gone
	 * @return the changes, sorted by path; when it comes back all in it is new
	 */
	public synchronized List<Change> gone(String directory) {
		SortedMap<String, State> before = this.remembered.put(directory, new TreeMap<>());
		return (before != null) ? compare(before, new TreeMap<>()) : List.of();
	}

	private static SortedMap<String, State> look(Place directory) throws IOException {
		SortedMap<String, State> found = new TreeMap<>();
		String base = directory.name().equals("/") ? "/" : directory.name() + "/";
		directory.walk((path, attributes) -> {
			found.put(base + path, attributes.isDirectory() ? new State("directory", 0, 0)
					: new State(FILE, attributes.size(), attributes.lastModifiedTime().toMillis()));
			return true;
		});
		return found;
	}

	private static List<Change> compare(SortedMap<String, State> before, SortedMap<String, State> present) {
		SortedMap<String, State> all = new TreeMap<>(before);
		all.putAll(present);
		List<Change> changes = new ArrayList<>();
		for (String path : all.keySet()) {
			State old = before.get(path);
			State current = present.get(path);
			String type = type(old, current);
			if (type != null) {
				changes.add(new Change(type, path, all.get(path).type()));
			}
			if (old == null && all.get(path).type().equals(FILE)) {
				// As the service does it: first the file is there, then something in it.
				changes.add(new Change(MODIFY, path, FILE));
			}
		}
		return changes;
	}

	private static @Nullable String type(@Nullable State old, @Nullable State current) {
		if (old == null) {
			return "create";
		}
		if (current == null) {
			return "delete";
		}
		return old.equals(current) ? null : MODIFY;
	}

	/**
	 * A change.
	 *
	 * @param eventType {@code create}, {@code modify} or {@code delete}
	 * @param path the path as the session sees it
	 * @param pathType {@code file} or {@code directory}
	 */
	public record Change(String eventType, String path, String pathType) {
	}

	private record State(String type, long size, long modified) {
	}

}
