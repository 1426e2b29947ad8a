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

package io.agentbay.filesystem;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * What has changed in a directory.
 *
 * @param outcome how the operation ended
 * @param events the changes, empty on failure
 */
public record FileChangeResult(Outcome outcome, List<FileChangeEvent> events) implements Result<FileChangeResult> {

	public FileChangeResult {
		events = List.copyOf(events);
	}

	/**
	 * Return whether anything has changed.
	 * @return whether there are events
	 */
	public boolean hasChanges() {
		return !this.events.isEmpty();
	}

	/**
	 * Return the files that were made.
	 * @return their paths, without directories
	 */
	public List<String> createdFiles() {
		return files(FileChangeType.CREATE);
	}

	/**
	 * Return the files whose content has changed.
	 * @return their paths, without directories
	 */
	public List<String> modifiedFiles() {
		return files(FileChangeType.MODIFY);
	}

	/**
	 * Return the files that were deleted.
	 * @return their paths, without directories
	 */
	public List<String> deletedFiles() {
		return files(FileChangeType.DELETE);
	}

	private List<String> files(FileChangeType type) {
		return this.events.stream()
			.filter((event) -> !event.directory() && event.type().equals(type))
			.map(FileChangeEvent::path)
			.toList();
	}

}
