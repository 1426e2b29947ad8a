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

package io.agentbay.local;

import java.io.IOException;
import java.nio.file.Path;

import io.agentbay.local.internal.path.FileTree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a runtime keeps its files. Each runtime makes a directory of its own there for
 * its sessions and removes it at the end, or the next runtime does if this one was
 * killed; without a directory to start from it is a temporary one, which then holds the
 * contexts, too.
 *
 * @param sessions the directory for the sessions of one runtime
 * @param contexts the directory for the contexts, which stays if a directory was given
 * @param claim tells others that the directory is in use
 */
record DataDirectory(Path sessions, Path contexts, Claim claim) implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(DataDirectory.class);

	private static final String USE = "data directory (dataDirectory, --data-dir)";

	static DataDirectory open(@Nullable Path given) {
		Path parent = (given != null) ? given : Path.of(System.getProperty("java.io.tmpdir"));
		String prefix = (given != null) ? "sessions-" : "agentbay-local-";
		try {
			Claim claim = Claim.make(PathFailure.made(parent, USE), prefix);
			Path sessions = claim.directory();
			claim.removeAbandoned(prefix);
			return new DataDirectory(sessions, ((given != null) ? given : sessions).resolve("contexts"), claim);
		}
		catch (IOException ex) {
			throw PathFailure.of(parent, USE, ex);
		}
	}

	/**
	 * Where the contexts are kept that belong to a single session.
	 */
	Path transfers() {
		return this.sessions.resolve("transfers");
	}

	@Override
	public void close() {
		try {
			FileTree.delete(this.sessions);
		}
		catch (IOException ex) {
			logger.warn("Not everything could be removed from {}: {}", this.sessions, ex.toString());
		}
		this.claim.close();
	}

}
