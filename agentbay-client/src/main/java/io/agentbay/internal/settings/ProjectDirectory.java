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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a project begins. Files above it are not the project's: whoever can write into a
 * directory that many share must not give settings to those who work below it.
 */
final class ProjectDirectory {

	private static final List<String> REPOSITORY = List.of(".git", ".hg", ".svn");

	private static final List<String> BUILD = List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle",
			"settings.gradle.kts", "build.xml", "package.json");

	private ProjectDirectory() {
	}

	/**
	 * Find a file in a directory or above it, no further than to the root of its project.
	 * @param name the name of the file
	 * @param directory where to begin
	 * @return the nearest such file, {@code null} if there is none
	 */
	static @Nullable Path find(String name, Path directory) {
		Path start = directory.toAbsolutePath().normalize();
		Path root = rootOf(start);
		for (Path current = start; current != null; current = current.getParent()) {
			Path candidate = current.resolve(name);
			if (Files.isRegularFile(candidate)) {
				return candidate;
			}
			if (current.equals(root)) {
				return null;
			}
		}
		return null;
	}

	/**
	 * The repository, else the outermost build that the directory is part of, else
	 * itself.
	 */
	private static Path rootOf(Path start) {
		for (Path current = start; current != null; current = current.getParent()) {
			if (hasOneOf(current, REPOSITORY)) {
				return current;
			}
		}
		Path root = start;
		for (Path current = start; current != null && hasOneOf(current, BUILD); current = current.getParent()) {
			root = current;
		}
		return root;
	}

	private static boolean hasOneOf(Path directory, List<String> names) {
		return names.stream().anyMatch((name) -> Files.exists(directory.resolve(name)));
	}

	/**
	 * Tell whether a file was put where it is by who owns that place, or by the user who
	 * runs this JVM.
	 * @param file the file
	 * @return whether it was; {@code true} where files have no owners
	 */
	static boolean isOwn(Path file) {
		try {
			UserPrincipal owner = Files.getOwner(file);
			Path directory = file.toAbsolutePath().getParent();
			return owner.getName().equals(System.getProperty("user.name"))
					|| (directory != null && owner.equals(Files.getOwner(directory)));
		}
		catch (UnsupportedOperationException ex) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
