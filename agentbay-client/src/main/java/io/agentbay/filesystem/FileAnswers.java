package io.agentbay.filesystem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.error.FailureKind;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts that the filesystem tools answer.
 */
final class FileAnswers {

	private static final String DIRECTORY = "[DIR]";

	private static final String FILE = "[FILE]";

	private static final String NOTHING_FOUND = "No matches found";

	private FileAnswers() {
	}

	static DirectoryListResult list(ToolResult result) {
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

	static FileSearchResult search(ToolResult result) {
		if (!result.success() || result.text().strip().equals(NOTHING_FOUND)) {
			return new FileSearchResult(result.outcome(), List.of());
		}
		return new FileSearchResult(result.outcome(), result.text().lines().filter((line) -> !line.isBlank()).toList());
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
