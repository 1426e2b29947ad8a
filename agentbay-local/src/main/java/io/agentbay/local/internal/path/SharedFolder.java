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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder outside of a session that the session has in its tree, as it is at every
 * moment.
 *
 * @param names where it is in the session, from the root
 * @param storage a directory that no session can replace by something else
 * @param below the folder, from there; programs of sessions may have changed it, so it is
 * walked name by name and no link is followed
 * @param readOnly whether the session may only look at it
 */
public record SharedFolder(List<String> names, Path storage, List<String> below, boolean readOnly) {

	public SharedFolder {
		names = List.copyOf(names);
		below = List.copyOf(below);
	}

	/**
	 * Where it is in the session.
	 * @return an absolute path
	 */
	public String name() {
		return "/" + String.join("/", this.names);
	}

	/**
	 * Where it is on the machine.
	 * @return its path, which a program of a session may have led astray since
	 */
	public Path host() {
		Path host = this.storage;
		for (String name : this.below) {
			host = host.resolve(name);
		}
		return host;
	}

	/**
	 * The names from the directory that holds the storage.
	 */
	List<String> steps() {
		List<String> steps = new ArrayList<>();
		steps.add(String.valueOf(this.storage.getFileName()));
		steps.addAll(this.below);
		return steps;
	}

}
