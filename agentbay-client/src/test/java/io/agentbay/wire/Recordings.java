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
package io.agentbay.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files in which requests are recorded: one for each feature, and in it for each call
 * its name and, one under the other, its requests.
 */
public final class Recordings {

	private static final Path FOLDER = Path.of("src/test/resources/wire");

	private static final String MARK = "## ";

	private Recordings() {
	}

	/** What is recorded, by feature and name of the call. */
	public static Map<String, Map<String, String>> read() {
		Map<String, Map<String, String>> recordings = new LinkedHashMap<>();
		try (Stream<Path> files = Files.list(FOLDER)) {
			for (Path file : files.sorted().toList()) {
				recordings.put(file.getFileName().toString().replace(".txt", ""), calls(Files.readString(file)));
			}
			return recordings;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> calls(String text) {
		Map<String, String> calls = new LinkedHashMap<>();
		for (String part : List.of(text.split("(?m)^" + MARK)).stream().skip(1).toList()) {
			int end = part.indexOf('\n');
			calls.put(part.substring(0, end), part.substring(end + 1).strip() + "\n");
		}
		return calls;
	}

	/** Everything that is recorded, as one text. */
	public static String all() {
		return String.join("\n", read().values().stream().flatMap((calls) -> calls.values().stream()).toList());
	}

	static void write(Map<String, Map<String, String>> recordings) {
		try {
			Files.createDirectories(FOLDER);
			for (String feature : read().keySet()) {
				Files.delete(FOLDER.resolve(feature + ".txt"));
			}
			for (Map.Entry<String, Map<String, String>> feature : recordings.entrySet()) {
				StringBuilder text = new StringBuilder();
				feature.getValue()
					.forEach((name, requests) -> text.append(text.isEmpty() ? "" : "\n")
						.append(MARK)
						.append(name)
						.append('\n')
						.append(requests));
				Files.writeString(FOLDER.resolve(feature.getKey() + ".txt"), text);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
