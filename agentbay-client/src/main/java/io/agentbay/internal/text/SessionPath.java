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

package io.agentbay.internal.text;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Paths in a session. A relative path starts at the home directory, and so a leading
 * {@code ~} is taken away: no tool of a session knows it, and a quoted one is not
 * expanded by a shell either.
 */
public final class SessionPath {

	private static final String HOME = "~";

	private SessionPath() {
	}

	/**
	 * Check a path.
	 * @param path the path
	 * @param name the name of the argument
	 * @return the path as it is sent
	 * @throws IllegalArgumentException if it cannot be one
	 */
	public static String of(@Nullable String path, String name) {
		Assert.hasText(path, () -> "'" + name + "' must not be empty");
		Assert.isTrue(path.indexOf('\0') < 0, () -> "'" + name + "' must not hold a zero character");
		Sendable.require(path, name);
		return fromHome(path);
	}

	/**
	 * Check the path of a file.
	 * @param path the path
	 * @param name the name of the argument
	 * @return the path as it is sent
	 * @throws IllegalArgumentException if it cannot be one, or ends like that of a
	 * directory
	 */
	public static String ofFile(@Nullable String path, String name) {
		String checked = of(path, name);
		Assert.isTrue(!checked.endsWith("/"),
				() -> "'" + name + "' must name a file, not the directory it shall be in: " + path);
		return checked;
	}

	private static String fromHome(String path) {
		if (path.equals(HOME)) {
			return ".";
		}
		if (!path.startsWith(HOME + "/")) {
			return path;
		}
		int start = 1;
		while (start < path.length() && path.charAt(start) == '/') {
			start++;
		}
		return (start == path.length()) ? "./" : path.substring(start);
	}

	/**
	 * Return whether a path says where it starts.
	 * @param path the path
	 * @return whether it is absolute, on Linux or on Windows
	 */
	public static boolean isAbsolute(String path) {
		return path.startsWith("/") || isOfWindows(path);
	}

	/**
	 * Return whether a path begins with a drive.
	 * @param path the path
	 * @return whether it is an absolute one of Windows
	 */
	public static boolean isOfWindows(String path) {
		return path.length() >= 3 && Character.isLetter(path.charAt(0)) && path.charAt(1) == ':'
				&& (path.charAt(2) == '\\' || path.charAt(2) == '/');
	}

}
