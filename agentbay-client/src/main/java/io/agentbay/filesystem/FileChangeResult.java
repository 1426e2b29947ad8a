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
