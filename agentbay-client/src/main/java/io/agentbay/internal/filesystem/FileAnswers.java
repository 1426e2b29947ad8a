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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.error.FailureKind;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.filesystem.DirectoryListResult;
import io.agentbay.filesystem.FileChangeEvent;
import io.agentbay.filesystem.FileChangeResult;
import io.agentbay.filesystem.FileChangeType;
import io.agentbay.filesystem.FileContentsResult;
import io.agentbay.filesystem.FileInfo;
import io.agentbay.filesystem.FileInfoResult;
import io.agentbay.filesystem.FileSearchResult;
import io.agentbay.internal.json.Json;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the texts that the filesystem tools answer.
 */
public final class FileAnswers {

	private static final String DIRECTORY = "[DIR]";

	private static final String FILE = "[FILE]";

	private static final String NOTHING_FOUND = "No matches found";

	private static final String SEPARATOR = "\n---\n";

	private FileAnswers() {
	}

	public static DirectoryListResult list(ToolResult result) {
		if (!result.success()) {
			return new DirectoryListResult(result.outcome(), List.of());
		}
		List<DirectoryEntry> entries = result.text()
			.lines()
			.filter((line) -> line.startsWith(DIRECTORY) || line.startsWith(FILE))
			.map((line) -> new DirectoryEntry(name(line), line.startsWith(DIRECTORY)))
			.toList();
		return new DirectoryListResult(result.outcome(), entries);
	}

	/** One blank divides tag and name; further blanks belong to the name. */
	private static String name(String line) {
		String name = line.substring(line.indexOf(']') + 1);
		return name.startsWith(" ") ? name.substring(1) : name;
	}

	static FileInfoResult info(String path, ToolResult result) {
		if (!result.success()) {
			return new FileInfoResult(result.outcome(), null);
		}
		Map<String, String> details = new LinkedHashMap<>();
		result.text().lines().forEach((line) -> {
			int colon = line.indexOf(':');
			if (colon > 0) {
				details.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
			}
		});
		Long size = number(details.getOrDefault("size", ""));
		if (size == null || !details.containsKey("isDirectory")) {
			return new FileInfoResult(Outcome.failure(FailureKind.SERVICE, null,
					"The answer of the tool get_file_info lacks the size or the kind of " + path, result.requestId()),
					null);
		}
		boolean directory = Boolean.parseBoolean(details.get("isDirectory"));
		return new FileInfoResult(result.outcome(),
				new FileInfo(path, size, directory, details.get("permissions"), details.get("modified"), details));
	}

	public static FileSearchResult search(ToolResult result) {
		if (!result.success() || result.text().strip().equals(NOTHING_FOUND)) {
			return new FileSearchResult(result.outcome(), List.of());
		}
		return new FileSearchResult(result.outcome(), result.text().lines().filter((line) -> !line.isBlank()).toList());
	}

	/** Some images wrap the list in an object, and answer an empty one for nothing. */
	static FileChangeResult changes(ToolResult result) {
		if (!result.success()) {
			return new FileChangeResult(result.outcome(), List.of());
		}
		try {
			JsonNode answer = Json.MAPPER.readTree(result.text());
			return new FileChangeResult(result.outcome(), events(answer.isObject() ? answer.path("events") : answer));
		}
		catch (JacksonException ex) {
			return new FileChangeResult(Outcome.failure(FailureKind.SERVICE, null,
					"The answer of the tool get_file_change is not JSON", result.requestId()), List.of());
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
	public static FileContentsResult contents(Collection<String> paths, ToolResult result) {
		Map<String, String> contents = new LinkedHashMap<>();
		String text = result.text();
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
		return new FileContentsResult(result.outcome(), result.success() ? contents : Map.of());
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
