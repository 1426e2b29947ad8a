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

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import io.agentbay.internal.blocking.Blocking;
import io.agentbay.result.OperationResult;

import org.springframework.util.Assert;

/**
 * The files of a session, waiting for each operation. The blocking twin of
 * {@link ReactiveFileSystem}.
 */
public final class FileSystem {

	private final ReactiveFileSystem reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public FileSystem(ReactiveFileSystem reactive) {
		this.reactive = reactive;
	}

	/**
	 * Read a text file in UTF-8: tools {@code get_file_info} and {@code read_file}. Bytes
	 * that are not UTF-8 become replacement characters.
	 * @param path the file
	 * @return its whole content, up to the client's largest reply
	 * @throws IllegalArgumentException if the path is blank
	 */
	public FileContentResult read(String path) {
		return Blocking.await(this.reactive.read(path));
	}

	/**
	 * Read a file of any kind: tools {@code get_file_info} and {@code read_file}.
	 * @param path the file
	 * @return all its bytes, up to the client's largest reply
	 * @throws IllegalArgumentException if the path is blank
	 */
	public FileBytesResult readBytes(String path) {
		return Blocking.await(this.reactive.readBytes(path));
	}

	/**
	 * Write a text file in UTF-8, replacing what it held: tool {@code write_file}.
	 * @param path the file
	 * @param content its new content, possibly empty
	 * @return whether all of it was written
	 * @throws IllegalArgumentException if the path is blank or the content is
	 * {@code null}
	 */
	public OperationResult write(String path, String content) {
		return Blocking.await(this.reactive.write(path, content));
	}

	/**
	 * Write a text file in UTF-8: tool {@code write_file}. A long text goes in pieces
	 * when there is no direct link; when one of them fails, the file keeps those before
	 * it and the message says how much that is.
	 * @param path the file
	 * @param content the text, possibly empty
	 * @param mode what to do with a file that exists
	 * @return whether all of it was written
	 * @throws IllegalArgumentException if the path is blank, or the content or mode is
	 * {@code null}
	 */
	public OperationResult write(String path, String content, WriteMode mode) {
		return Blocking.await(this.reactive.write(path, content, mode));
	}

	/**
	 * Write behind the end of a text file, creating it if it is missing: tool
	 * {@code write_file}.
	 * @param path the file
	 * @param content the text
	 * @return whether all of it was written
	 * @throws IllegalArgumentException if the path is blank or the content is
	 * {@code null}
	 */
	public OperationResult append(String path, String content) {
		return Blocking.await(this.reactive.append(path, content));
	}

	/**
	 * List a directory, not what is below its own directories: tool
	 * {@code list_directory}.
	 * @param path the directory
	 * @return its entries
	 * @throws IllegalArgumentException if the path is blank
	 */
	public DirectoryListResult list(String path) {
		return Blocking.await(this.reactive.list(path));
	}

	/**
	 * Tell what is known of a file or directory: tool {@code get_file_info}.
	 * @param path the file or directory
	 * @return the information
	 * @throws IllegalArgumentException if the path is blank
	 */
	public FileInfoResult info(String path) {
		return Blocking.await(this.reactive.info(path));
	}

	/**
	 * Create a directory, with those above it: tool {@code create_directory}.
	 * @param path the directory
	 * @return whether it exists now
	 * @throws IllegalArgumentException if the path is blank
	 */
	public OperationResult createDirectory(String path) {
		return Blocking.await(this.reactive.createDirectory(path));
	}

	/**
	 * Delete a file: tool {@code delete_file}.
	 * @param path the file
	 * @return whether it was deleted
	 * @throws IllegalArgumentException if the path is blank
	 */
	public OperationResult delete(String path) {
		return Blocking.await(this.reactive.delete(path));
	}

	/**
	 * Move or rename a file or directory: tool {@code move_file}.
	 * @param source where it is
	 * @param destination where it shall be, with its name
	 * @return whether it was moved
	 * @throws IllegalArgumentException if a path is blank
	 */
	public OperationResult move(String source, String destination) {
		return Blocking.await(this.reactive.move(source, destination));
	}

	/**
	 * Find files by name below a directory: tool {@code search_files}.
	 * @param path the directory
	 * @param pattern the name, with the wildcards {@code *} and {@code ?}
	 * @return the paths found
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public FileSearchResult search(String path, String pattern) {
		return Blocking.await(this.reactive.search(path, pattern));
	}

	/**
	 * Find files by name below a directory: tool {@code search_files}.
	 * @param path the directory
	 * @param pattern the name, with the wildcards {@code *} and {@code ?}
	 * @param excludes names to leave out, with the same wildcards and without commas
	 * @return the paths found
	 * @throws IllegalArgumentException if an argument is blank, or an exclude holds a
	 * comma
	 */
	public FileSearchResult search(String path, String pattern, List<String> excludes) {
		return Blocking.await(this.reactive.search(path, pattern, excludes));
	}

	/**
	 * Replace texts in a file: tool {@code edit_file}.
	 * @param path the file
	 * @param edits the replacements, made one after the other
	 * @return what was changed
	 * @throws IllegalArgumentException if the path is blank or there are no edits
	 */
	public FileEditResult edit(String path, List<FileEdit> edits) {
		return Blocking.await(this.reactive.edit(path, edits));
	}

	/**
	 * Replace texts in a file, or only tell what would be changed: tool
	 * {@code edit_file}.
	 * @param path the file
	 * @param edits the replacements, made one after the other
	 * @param dryRun whether to leave the file as it is
	 * @return what was changed, or would be
	 * @throws IllegalArgumentException if the path is blank or there are no edits
	 */
	public FileEditResult edit(String path, List<FileEdit> edits, boolean dryRun) {
		return Blocking.await(this.reactive.edit(path, edits, dryRun));
	}

	/**
	 * Send a local file to the session with the default options.
	 * @param localPath the local file
	 * @param remotePath where it shall be, below {@link #transferPath()}; a relative path
	 * starts there
	 * @return whether it is there
	 * @throws IllegalArgumentException if the local file cannot be read or the remote
	 * path is blank
	 */
	public UploadResult upload(Path localPath, String remotePath) {
		return Blocking.await(this.reactive.upload(localPath, remotePath));
	}

	/**
	 * Send a file of any size to the session: action {@code GetContextFileUploadUrl}, an
	 * HTTP PUT, action {@code SyncContext}, and tool {@code get_file_info}. The content
	 * is never in the memory as a whole. A success means that a file of the same size is
	 * in the session, unless the options say not to wait. Interrupting the thread ends
	 * the transfer.
	 * @param source the content
	 * @param remotePath where it shall be, below {@link #transferPath()}; a relative path
	 * starts there
	 * @param options how
	 * @return whether it is there
	 * @throws IllegalArgumentException if an argument is not usable
	 */
	public UploadResult upload(UploadSource source, String remotePath, TransferOptions options) {
		return Blocking.await(this.reactive.upload(source, remotePath, options));
	}

	/**
	 * Fetch a file from the session with the default options.
	 * @param remotePath the file, below {@link #transferPath()}; a relative path starts
	 * there
	 * @param localPath where it shall be on this machine
	 * @return whether it is there
	 * @throws IllegalArgumentException if the remote path is blank or the local one
	 * {@code null} or not writable
	 */
	public DownloadResult download(String remotePath, Path localPath) {
		return Blocking.await(this.reactive.download(remotePath, localPath));
	}

	/**
	 * Fetch a file of any size from the session: action {@code SyncContext}, action
	 * {@code GetContextFileDownloadUrl}, and an HTTP GET. The local file, with the
	 * directories above it, appears when it is complete. Interrupting the thread ends the
	 * transfer.
	 * @param remotePath the file, below {@link #transferPath()}; a relative path starts
	 * there
	 * @param localPath where it shall be on this machine
	 * @param options how
	 * @return whether it is there
	 * @throws IllegalArgumentException if an argument is not usable or the local path not
	 * writable
	 */
	public DownloadResult download(String remotePath, Path localPath, TransferOptions options) {
		return Blocking.await(this.reactive.download(remotePath, localPath, options));
	}

	/**
	 * Fetch a file of any size from the session as a stream. It must be closed, which
	 * ends the transfer.
	 * @param remotePath the file, below {@link #transferPath()}; a relative path starts
	 * there
	 * @return its content as it arrives; reading throws when it is refused or breaks off
	 * @throws IllegalArgumentException if the path is blank
	 */
	public InputStream downloadStream(String remotePath) {
		return Blocking.stream(this.reactive.downloadStream(remotePath));
	}

	/**
	 * Tell where files can be sent to and fetched from: action
	 * {@code GetAndLoadInternalContext}, once for each session.
	 * @return the directory
	 */
	public TransferPathResult transferPath() {
		return Blocking.await(this.reactive.transferPath());
	}

	/**
	 * Read several text files at once: tool {@code read_multiple_files}. For exact bytes
	 * use {@link #readBytes}: what divides the files in the answer is text, too, and line
	 * ends at the end of a file may be lost.
	 * @param paths the files; a path asked for twice is read once
	 * @return their contents; files that the session leaves out are missing, for others
	 * that cannot be read it may put an error text in place of the content
	 * @throws IllegalArgumentException if there is no path, or one is blank
	 */
	public FileContentsResult readMultiple(List<String> paths) {
		return Blocking.await(this.reactive.readMultiple(paths));
	}

	/**
	 * Tell what has changed in a directory and below since this was asked last: tool
	 * {@code get_file_change}. The first time, nothing has. All who ask or watch the same
	 * directory of a session share that memory.
	 * @param path the directory
	 * @return the changes
	 * @throws IllegalArgumentException if the path is blank
	 */
	public FileChangeResult changes(String path) {
		return Blocking.await(this.reactive.changes(path));
	}

	/**
	 * Watch a directory and all below it, looking twice a second if changes are not
	 * pushed.
	 * @param path the directory
	 * @param onChange told each change, see
	 * {@link #watch(String, WatchOptions, Consumer)}
	 * @return the watch, which is in place
	 * @throws IllegalArgumentException if the path is blank
	 */
	public FileWatch watch(String path, Consumer<FileChangeEvent> onChange) {
		return watch(path, WatchOptions.defaults(), onChange);
	}

	/**
	 * Watch a directory and all below it: tool {@code get_file_change}, and method
	 * {@code subscribe_file_change} over the WebSocket of the session. Returns when the
	 * watch is in place: every change after that is told, some maybe twice.
	 * @param path the directory
	 * @param options how to watch
	 * @param onChange told each change, one after the other, on a thread of its own; what
	 * it throws is logged
	 * @return the watch, to be closed
	 * @throws IllegalArgumentException if the path is blank, or an argument is missing
	 */
	public FileWatch watch(String path, WatchOptions options, Consumer<FileChangeEvent> onChange) {
		Assert.notNull(options, "'options' must not be null");
		Assert.notNull(onChange, "'onChange' must not be null");
		return FileWatch.start(this.reactive, path, options, onChange);
	}

	/**
	 * Write a text file in UTF-8 and create the directories above it: tools
	 * {@code create_directory} and {@code write_file}.
	 * @param path the file
	 * @param content the text, possibly empty
	 * @param mode what to do with a file that exists
	 * @return whether all of it was written
	 * @throws IllegalArgumentException if the path is blank, or the content or mode is
	 * {@code null}
	 */
	public OperationResult writeWithParents(String path, String content, WriteMode mode) {
		return Blocking.await(this.reactive.writeWithParents(path, content, mode));
	}

	/**
	 * Tell whether there is a file, a directory or a link: tool {@code shell}. A path
	 * that cannot be looked at does not exist.
	 * @param path the path
	 * @return whether there is
	 * @throws IllegalArgumentException if the path is blank
	 */
	public FileExistsResult exists(String path) {
		return Blocking.await(this.reactive.exists(path));
	}

	/**
	 * Copy a file, or a directory with all that is below it: tool {@code shell}.
	 * @param source what to copy
	 * @param destination where the copy shall be; a directory that exists gets it inside
	 * @return whether it was copied
	 * @throws IllegalArgumentException if a path is blank
	 */
	public OperationResult copy(String source, String destination) {
		return Blocking.await(this.reactive.copy(source, destination));
	}

	/**
	 * Delete a file, or a directory with all that is below it: tool {@code shell}.
	 * Deleting what does not exist is a success.
	 * @param path what to delete
	 * @return whether it is gone
	 * @throws IllegalArgumentException if the path is blank
	 */
	public OperationResult deleteRecursively(String path) {
		return Blocking.await(this.reactive.deleteRecursively(path));
	}

}
