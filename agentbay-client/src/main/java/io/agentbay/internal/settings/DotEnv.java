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

package io.agentbay.internal.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code .env} file of a project. Its values are never logged.
 */
final class DotEnv {

	private static final Logger logger = LoggerFactory.getLogger(DotEnv.class);

	private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

	/** Files of which the log has told, once for each. */
	private static final Set<Path> TOLD = ConcurrentHashMap.newKeySet();

	private DotEnv() {
	}

	/**
	 * Read the named file, or else the first {@code .env} from a directory upwards,
	 * within its project. A file that cannot be read is a warning, since it may not be
	 * meant for us.
	 */
	static Map<String, String> load(@Nullable Path named, Path directory) {
		if (named != null && Files.isRegularFile(named)) {
			return read(named);
		}
		if (named != null) {
			logger.warn("The environment file {} does not exist; looking for .env from {} upwards", named, directory);
		}
		Path found = ProjectDirectory.find(".env", directory);
		if (found == null) {
			return Map.of();
		}
		if (!ProjectDirectory.isOwn(found)) {
			logger.warn("The environment file {} is not used: it belongs to somebody else than its directory", found);
			return Map.of();
		}
		Map<String, String> variables = read(found);
		if (variables.keySet().stream().anyMatch((name) -> name.startsWith("AGENTBAY_")) && TOLD.add(found)) {
			logger.info("Settings of AgentBay are taken from {}", found);
		}
		return variables;
	}

	/** Read the named file. One that is missing is a warning as well. */
	static Map<String, String> load(Path named) {
		if (Files.isRegularFile(named)) {
			return read(named);
		}
		logger.warn("The environment file {} does not exist", named);
		return Map.of();
	}

	private static Map<String, String> read(Path file) {
		try {
			return parse(Files.readString(file, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			logger.warn("The environment file {} cannot be read: {}", file, ex.getClass().getSimpleName());
			return Map.of();
		}
	}

	static Map<String, String> parse(String content) {
		Map<String, String> variables = new LinkedHashMap<>();
		content.lines().forEach((line) -> {
			Matcher matcher = LINE.matcher(line);
			if (matcher.matches()) {
				variables.put(matcher.group(1), value(matcher.group(2).strip()));
			}
		});
		return variables;
	}

	private static String value(String text) {
		char first = text.isEmpty() ? ' ' : text.charAt(0);
		if (first == '"' || first == '\'') {
			int end = text.indexOf(first, 1);
			return (end > 0) ? text.substring(1, end) : text;
		}
		int comment = text.startsWith("#") ? 0 : text.indexOf(" #");
		return (comment >= 0) ? text.substring(0, comment).strip() : text;
	}

}
