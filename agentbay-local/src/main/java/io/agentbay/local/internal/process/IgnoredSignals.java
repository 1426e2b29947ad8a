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

package io.agentbay.local.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signals that this process was told to ignore when it was started: by {@code nohup},
 * or in the background of a script. Its children would inherit that, and sessions have
 * terminals in which nothing can be interrupted.
 */
public final class IgnoredSignals {

	private static final Logger logger = LoggerFactory.getLogger(IgnoredSignals.class);

	private static final Map<Integer, String> NAMES = new TreeMap<>(
			Map.of(1, "HUP", 2, "INT", 3, "QUIT", 13, "PIPE", 15, "TERM", 20, "TSTP"));

	private static final String IGNORED = "SigIgn:";

	private IgnoredSignals() {
	}

	/**
	 * What goes before a command so that its program has them.
	 * @return the beginning of a command, mostly empty
	 */
	public static List<String> restoring() {
		try {
			return restoring(Files.readString(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			// Not Linux: what is ignored cannot be told.
			return List.of();
		}
	}

	static List<String> restoring(String status) {
		long ignored = status.lines()
			.filter((line) -> line.startsWith(IGNORED))
			.mapToLong((line) -> Long.parseUnsignedLong(line.substring(IGNORED.length()).strip(), 16))
			.findFirst()
			.orElse(0);
		List<String> names = new ArrayList<>();
		NAMES.forEach((number, name) -> {
			if ((ignored >> (number - 1) & 1) != 0) {
				names.add(name);
			}
		});
		if (names.isEmpty()) {
			return List.of();
		}
		Optional<List<String>> restoring = Programs.findInstalled("env")
			.map((env) -> List.of(env.toString(), "--default-signal=" + String.join(",", names)))
			.filter(IgnoredSignals::works);
		if (restoring.isEmpty()) {
			logger.warn("This process was started with the signals {} ignored, and so are the programs of sessions",
					names);
		}
		return restoring.orElse(List.of());
	}

	/** Older programs do not know the option. */
	private static boolean works(List<String> restoring) {
		List<String> command = new ArrayList<>(restoring);
		command.add("true");
		return Programs.succeeds(command);
	}

}
