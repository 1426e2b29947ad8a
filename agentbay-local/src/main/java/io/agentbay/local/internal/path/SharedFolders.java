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

package io.agentbay.local.internal.path;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * The folders from outside that a session has in its tree. None is in another one, and
 * none goes before the session does.
 */
final class SharedFolders {

	private final List<SharedFolder> all = new CopyOnWriteArrayList<>();

	void add(SharedFolder folder) {
		this.all.add(folder);
	}

	boolean isEmpty() {
		return this.all.isEmpty();
	}

	/**
	 * The one that is at a path.
	 * @param names the names on the path, from the session's root
	 */
	@Nullable SharedFolder at(List<String> names) {
		for (SharedFolder folder : this.all) {
			if (folder.names().equals(names)) {
				return folder;
			}
		}
		return null;
	}

	/**
	 * The one that a path leads to or into.
	 * @param names the names on the path, from the session's root
	 */
	@Nullable SharedFolder holding(List<String> names) {
		for (SharedFolder folder : this.all) {
			if (isAbove(folder.names(), names)) {
				return folder;
			}
		}
		return null;
	}

	/**
	 * Whether one is at a path or further down.
	 * @param names the names on the path, from the session's root
	 */
	boolean anyAtOrBelow(List<String> names) {
		return this.all.stream().anyMatch((folder) -> isAbove(names, folder.names()));
	}

	private static boolean isAbove(List<String> above, List<String> below) {
		return below.size() >= above.size() && below.subList(0, above.size()).equals(above);
	}

}
