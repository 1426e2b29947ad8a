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

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Where contexts are mounted, and what of them.
 */
public final class MountPaths {

	private static final String WILDCARDS = "*?[]";

	private MountPaths() {
	}

	/**
	 * Check where a context is to be mounted.
	 * @param path the path
	 * @return the path without slashes in excess
	 * @throws IllegalArgumentException if it is not absolute, the root directory, or has
	 * {@code ..}
	 */
	public static String target(@Nullable String path) {
		Assert.isTrue(path != null && path.startsWith("/"), "'path' must be an absolute path");
		requireNames(path, "path");
		List<String> names = names(path);
		Assert.isTrue(!names.isEmpty(), "'path' must not be the root directory");
		return "/" + String.join("/", names);
	}

	/**
	 * Check which part of a context is to be mounted.
	 * @param path the path in the context, empty for all of it
	 * @throws IllegalArgumentException if it has {@code ..} or wildcards
	 */
	public static void requireSource(@Nullable String path) {
		Assert.notNull(path, "'sourcePath' must not be null; it is empty for the whole context");
		requireNames(path, "sourcePath");
		Assert.isTrue(path.chars().noneMatch((character) -> WILDCARDS.indexOf(character) >= 0),
				() -> "'sourcePath' must not hold wildcards (* ? [ ]): " + path);
	}

	private static void requireNames(String path, String argument) {
		Assert.isTrue(path.indexOf('\0') < 0, () -> "'" + argument + "' must not hold a zero character");
		Sendable.require(path, argument);
		Assert.isTrue(!names(path).contains(".."), () -> "'" + argument + "' must not hold '..': " + path);
	}

	/**
	 * Check that what is mounted is not in the way of anything.
	 * @param argument the name of the argument
	 * @param mounts the paths of mounts
	 * @param others the paths of contexts that are copied
	 * @throws IllegalArgumentException if two paths are the same, or one is in the other
	 */
	public static void requireApart(String argument, List<String> mounts, Collection<String> others) {
		for (int i = 0; i < mounts.size(); i++) {
			List<String> mount = names(mounts.get(i));
			for (String other : mounts.subList(i + 1, mounts.size())) {
				requireApart(argument, mount, names(other));
			}
			others.forEach((other) -> requireApart(argument, mount, names(other)));
		}
	}

	private static void requireApart(String argument, List<String> mount, List<String> other) {
		int shorter = Math.min(mount.size(), other.size());
		Assert.isTrue(!mount.subList(0, shorter).equals(other.subList(0, shorter)),
				() -> "'%s' must have paths of their own: /%s and /%s overlap".formatted(argument,
						String.join("/", mount), String.join("/", other)));
	}

	private static List<String> names(String path) {
		return Arrays.stream(path.split("/")).filter((name) -> !name.isEmpty() && !name.equals(".")).toList();
	}

}
