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

package io.agentbay.internal.filesystem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.filesystem.FileChangeEvent;
import io.agentbay.filesystem.FileChangeType;
import io.agentbay.filesystem.FileInfo;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.ToolReply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the texts that the filesystem tools answer.
 */
final class FileAnswers {

	private static final String DIRECTORY = "[DIR]";

	private static final String FILE = "[FILE]";

	private static final String NOTHING_FOUND = "No matches found";

	private static final String SEPARATOR = "\n---\n";

	private FileAnswers() {
	}

	/**
	 * What a directory holds. A line behind an entry that is none itself may be the rest
	 * of a name with a line end in it: then there is no entry of the name before it.
	 *
	 * @param entries the entries
	 * @param doubtful those of them that are followed by such a line
	 */
	record Listing(List<DirectoryEntry> entries, List<DirectoryEntry> doubtful) {

		/** Two entries of one name are one whose name goes on, and another. */
		boolean hasTwice(DirectoryEntry entry) {
			return this.entries.stream().filter((other) -> other.name().equals(entry.name())).count() > 1;
		}

	}

	static Listing list(ToolReply reply) {
		List<DirectoryEntry> entries = new ArrayList<>();
		Set<DirectoryEntry> doubtful = new LinkedHashSet<>();
		for (String line : lines(reply)) {
			if (line.startsWith(DIRECTORY) || line.startsWith(FILE)) {
				entries.add(new DirectoryEntry(name(line), line.startsWith(DIRECTORY)));
			}
			else if (!entries.isEmpty()) {
				doubtful.add(entries.get(entries.size() - 1));
			}
		}
		return new Listing(List.copyOf(entries), List.copyOf(doubtful));
	}

	/** A line feed ends a line: other characters of that kind belong to a name. */
	private static List<String> lines(ToolReply reply) {
		return List.of(reply.text().stripTrailing().split("\r?\n"));
	}

	static AgentBayException lineEnd(ToolReply reply) {
		return reply.unusable("has a name with a line end in it, and cannot be read; see what is there by a command "
				+ "such as ls -b");
	}

	/** One blank divides tag and name; further blanks belong to the name. */
	private static String name(String line) {
		String name = line.substring(line.indexOf(']') + 1);
		return name.startsWith(" ") ? name.substring(1) : name;
	}

	static FileInfo info(String path, ToolReply reply) {
		Map<String, String> details = new LinkedHashMap<>();
		reply.text().lines().forEach((line) -> {
			int colon = line.indexOf(':');
			if (colon > 0) {
				details.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
			}
		});
		Long size = number(details.getOrDefault("size", ""));
		if (size == null || !details.containsKey("isDirectory")) {
			throw reply.unusable("lacks the size or the kind of " + path);
		}
		boolean directory = Boolean.parseBoolean(details.get("isDirectory"));
		return new FileInfo(path, size, directory, details.get("permissions"), details.get("modified"), details);
	}

	/** Where paths begin with that of the directory, all do. */
	static List<String> search(String directory, ToolReply reply) {
		if (reply.text().strip().equals(NOTHING_FOUND)) {
			return List.of();
		}
		List<String> paths = lines(reply).stream().filter((line) -> !line.isBlank()).toList();
		String beginning = directory.endsWith("/") ? directory : directory + "/";
		boolean whole = !paths.isEmpty() && paths.get(0).startsWith(beginning);
		if (whole && !paths.stream().allMatch((path) -> path.startsWith(beginning) || path.equals(directory))) {
			throw lineEnd(reply);
		}
		return paths;
	}

	/** Some images wrap the list in an object, and answer an empty one for nothing. */
	static List<FileChangeEvent> changes(ToolReply reply) {
		try {
			JsonNode answer = Json.MAPPER.readTree(reply.text());
			return events(answer.isObject() ? answer.path("events") : answer);
		}
		catch (JacksonException ex) {
			throw reply.unusable("is not JSON");
		}
	}

	static List<FileChangeEvent> events(JsonNode events) {
		List<FileChangeEvent> list = new ArrayList<>();
		for (JsonNode event : events) {
			String type = Json.text(event, "eventType");
			String path = Json.text(event, "path");
			if (type != null && path != null) {
				list.add(new FileChangeEvent(new FileChangeType(type), path,
						"directory".equals(Json.text(event, "pathType"))));
			}
		}
		return list;
	}

	/**
	 * A section begins with its path and a colon and ends before the line of dashes in
	 * front of the next path, so that neither dashes nor colons in a file lead astray.
	 */
	static Map<String, String> contents(Collection<String> paths, ToolReply reply) {
		Map<String, String> contents = new LinkedHashMap<>();
		String text = reply.text();
		String previous = null;
		int from = 0;
		for (String path : paths) {
			String head = path + ":";
			int at = (previous == null) ? (text.startsWith(head) ? 0 : -1) : text.indexOf(SEPARATOR + head, from);
			if (at < 0) {
				continue;
			}
			if (previous != null) {
				contents.put(previous, content(text.substring(from, at)));
				at += SEPARATOR.length();
			}
			from = at + head.length();
			previous = path;
		}
		if (previous != null) {
			String rest = text.substring(from);
			int end = rest.stripTrailing().endsWith("\n---") ? rest.lastIndexOf("\n---") : rest.length();
			contents.put(previous, content(rest.substring(0, end)));
		}
		List<String> missing = paths.stream().filter((path) -> !contents.containsKey(path)).toList();
		if (!missing.isEmpty()) {
			throw leftOut(missing, contents, reply);
		}
		return Collections.unmodifiableMap(contents);
	}

	private static PartialFailureException leftOut(List<String> missing, Map<String, String> contents,
			ToolReply reply) {
		List<AgentBayException> failures = missing.stream()
			.<AgentBayException>map((path) -> reply.failedWith("The session did not answer the content of " + path))
			.toList();
		return new PartialFailureException("Not all files could be read; left out: " + missing,
				reply.outcome().details(), List.copyOf(contents.keySet()), failures);
	}

	/** One line end or blank divides path and text, an empty line text and dashes. */
	private static String content(String section) {
		int start = (section.startsWith("\n") || section.startsWith(" ")) ? 1 : 0;
		int end = (section.length() > start && section.endsWith("\n")) ? section.length() - 1 : section.length();
		return section.substring(start, end);
	}

	private static @Nullable Long number(String text) {
		try {
			return Long.valueOf(text);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
