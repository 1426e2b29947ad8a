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

package io.agentbay.ai.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.core.io.FileSystemResource;

/**
 * Keeps files that were handed over until the user gets them. Implemented by you where
 * the ones that are here do not fit. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface ArtifactStore {

	/**
	 * Keep a file. Nothing is kept when reading its content fails.
	 * @param artifact the file, whose size is not known yet
	 * @param content its content, read to its end but not closed
	 * @return the file as it was kept, with its size
	 * @throws IOException if the content cannot be read or kept
	 */
	Artifact save(Artifact artifact, InputStream content) throws IOException;

	/**
	 * Find a file. Whoever hands it out checks that its owner is the one who asks.
	 * @param id the id of the file
	 * @return the file, empty if there is none (any more)
	 */
	Optional<StoredArtifact> find(String id);

	/**
	 * Forget a file. One that is not there is a success.
	 * @param id the id of the file
	 */
	void remove(String id);

	/**
	 * Return a store in a directory, which is created when it is needed.
	 * @param directory the directory; nothing else may write there
	 * @return the store
	 */
	static ArtifactStore inDirectory(Path directory) {
		return new ResourceArtifactStore((name) -> new FileSystemResource(directory.resolve(name)));
	}

}
