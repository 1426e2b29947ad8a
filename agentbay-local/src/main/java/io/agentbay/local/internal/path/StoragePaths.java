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

import java.io.IOException;
import java.nio.file.Path;

/**
 * The paths of a directory of the runtime's own that programs of sessions write to as
 * well: whatever links they make, no path leads out of it.
 *
 * @param root the directory, which no program of a session can replace
 */
public record StoragePaths(Path root) implements Places {

	@Override
	public Place open(String path) throws IOException {
		return walk(path, true);
	}

	@Override
	public Place openEntry(String path) throws IOException {
		return walk(path, false);
	}

	private Place walk(String path, boolean followLast) throws IOException {
		return new PathWalk(this.root, null, new SharedFolders(), path).walk(path, followLast);
	}

}
