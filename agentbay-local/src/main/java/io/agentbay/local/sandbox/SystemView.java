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

package io.agentbay.local.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a session sees of the machine: the directories with programs and settings,
 * read-only, less the files that hold secrets.
 *
 * @param directories the directories of the machine that appear in every session
 * @param links the links in the machine's root directory that lead into them
 * @param hidden paths inside the directories that must not be seen
 * @param replaced files inside the directories that appear with other content
 */
record SystemView(List<String> directories, Map<String, Path> links, List<Path> hidden, Map<Path, Path> replaced) {

	private static final List<String> CANDIDATES = List.of("usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32",
			"etc", "opt");

	private static final List<String> SECRETS = List.of("/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/gshadow-",
			"/etc/sudoers", "/etc/sudoers.d", "/etc/ssh", "/etc/ssl/private");

	/**
	 * Look at the machine.
	 * @param replaced files to show with other content
	 * @return what sessions see
	 */
	static SystemView ofMachine(Map<Path, Path> replaced) throws IOException {
		List<String> directories = new ArrayList<>();
		Map<String, Path> links = new LinkedHashMap<>();
		for (String name : CANDIDATES) {
			Path path = Path.of("/", name);
			if (Files.isSymbolicLink(path)) {
				links.put(name, Files.readSymbolicLink(path));
			}
			else if (Files.isDirectory(path)) {
				directories.add(name);
			}
		}
		List<Path> hidden = SECRETS.stream()
			.map(Path::of)
			.filter((path) -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
			.toList();
		return new SystemView(List.copyOf(directories), Map.copyOf(links), hidden, Map.copyOf(replaced));
	}

	/**
	 * Whether a path of a session belongs to the machine.
	 * @param names the names on the path, from the root
	 */
	boolean contains(List<String> names) {
		return !names.isEmpty() && this.directories.contains(names.get(0));
	}

	/**
	 * The file behind a path for which {@link #contains(List)} holds.
	 */
	Path host(List<String> names) throws PathRefusedException {
		Path path = Path.of("/", names.toArray(String[]::new));
		if (this.hidden.stream().anyMatch(path::startsWith)) {
			throw new PathRefusedException("Permission denied: " + path);
		}
		return this.replaced.getOrDefault(path, path);
	}

}
