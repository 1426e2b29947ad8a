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

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.agentbay.channel.ReactiveChannel;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.file.ReactiveFileTransfer;
import io.agentbay.internal.filesystem.FileAnswers;
import io.agentbay.internal.filesystem.FileCommands;
import io.agentbay.internal.filesystem.FileReader;
import io.agentbay.internal.filesystem.FileWatcher;
import io.agentbay.internal.filesystem.FileWriter;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.Assert;

/**
 * The files of a session. Paths are those of the session; a relative path starts at its
 * home directory.
 */
public final class ReactiveFileSystem {

	private final SessionTools tools;

	private final ReactiveFileTransfer transfer;

	private final FileReader reader;

	private final FileWriter writer;

	private final FileWatcher watcher;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 * @param transfer moves files past the tools
	 * @param channel the WebSocket of the session
	 */
	public ReactiveFileSystem(SessionTools tools, ReactiveFileTransfer transfer, ReactiveChannel channel) {
		this.tools = tools;
		this.transfer = transfer;
		this.reader = new FileReader(tools);
		this.writer = new FileWriter(tools);
		this.watcher = new FileWatcher(tools, channel);
	}

	/**
	 * Read a text file in UTF-8: tools {@code get_file_info} and {@code read_file}. Bytes
	 * that are not UTF-8 become replacement characters.
	 * @param path the file
	 * @return its whole content, up to the client's largest reply
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Mono<FileContentResult> read(String path) {
		return readBytes(path).map((result) -> new FileContentResult(result.outcome(),
				new String(result.content(), StandardCharsets.UTF_8)));
	}

	/**
	 * Read a file of any kind: tools {@code get_file_info} and {@code read_file}.
	 * @param path the file
	 * @return all its bytes, up to the client's largest reply
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Mono<FileBytesResult> readBytes(String path) {
		requirePath(path, "path");
		return Mono.defer(() -> this.reader.read(path));
	}

	/**
	 * Write a text file in UTF-8, replacing what it held: tool {@code write_file}.
	 * @param path the file
	 * @param content its new content, possibly empty
	 * @return whether all of it was written
	 * @throws IllegalArgumentException if the path is blank or the content is
	 * {@code null}
	 */
	public Mono<OperationResult> write(String path, String content) {
		return write(path, content, WriteMode.OVERWRITE);
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
	public Mono<OperationResult> write(String path, String content, WriteMode mode) {
		requirePath(path, "path");
		Assert.notNull(content, "'content' must not be null; pass an empty text for an empty file");
		Assert.notNull(mode, "'mode' must not be null");
		return Mono.defer(() -> this.writer.write(path, content, mode));
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
	public Mono<OperationResult> append(String path, String content) {
		return write(path, content, WriteMode.APPEND);
	}

	/**
	 * List a directory, not what is below its own directories: tool
	 * {@code list_directory}.
	 * @param path the directory
	 * @return its entries
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Mono<DirectoryListResult> list(String path) {
		requirePath(path, "path");
		return this.tools.call("list_directory", Map.of("path", path)).map(FileAnswers::list);
	}

	/**
	 * Tell what is known of a file or directory: tool {@code get_file_info}.
	 * @param path the file or directory
	 * @return the information
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Mono<FileInfoResult> info(String path) {
		requirePath(path, "path");
		return this.reader.info(path);
	}

	/**
	 * Create a directory, with those above it: tool {@code create_directory}.
	 * @param path the directory
	 * @return whether it exists now
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Mono<OperationResult> createDirectory(String path) {
		requirePath(path, "path");
		return operation("create_directory", Map.of("path", path));
	}

	/**
	 * Delete a file: tool {@code delete_file}.
	 * @param path the file
	 * @return whether it was deleted
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Mono<OperationResult> delete(String path) {
		requirePath(path, "path");
		return operation("delete_file", Map.of("path", path));
	}

	/**
	 * Move or rename a file or directory: tool {@code move_file}.
	 * @param source where it is
	 * @param destination where it shall be, with its name
	 * @return whether it was moved
	 * @throws IllegalArgumentException if a path is blank
	 */
	public Mono<OperationResult> move(String source, String destination) {
		requirePath(source, "source");
		requirePath(destination, "destination");
		return operation("move_file", Map.of("source", source, "destination", destination));
	}

	/**
	 * Find files by name below a directory: tool {@code search_files}.
	 * @param path the directory
	 * @param pattern the name, with the wildcards {@code *} and {@code ?}
	 * @return the paths found
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<FileSearchResult> search(String path, String pattern) {
		return search(path, pattern, List.of());
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
	public Mono<FileSearchResult> search(String path, String pattern, List<String> excludes) {
		requirePath(path, "path");
		Assert.hasText(pattern, "'pattern' must not be empty");
		Assert.notNull(excludes, "'excludes' must not be null");
		for (String exclude : excludes) {
			Assert.isTrue(exclude != null && !exclude.isBlank() && exclude.indexOf(',') < 0,
					"'excludes' must not hold empty patterns or patterns with a comma");
		}
		Map<String, Object> arguments = new LinkedHashMap<>(Map.of("path", path, "pattern", pattern));
		if (!excludes.isEmpty()) {
			arguments.put("excludePatterns", String.join(",", excludes));
		}
		return this.tools.call("search_files", arguments).map(FileAnswers::search);
	}

	/**
	 * Replace texts in a file: tool {@code edit_file}.
	 * @param path the file
	 * @param edits the replacements, made one after the other
	 * @return what was changed
	 * @throws IllegalArgumentException if the path is blank or there are no edits
	 */
	public Mono<FileEditResult> edit(String path, List<FileEdit> edits) {
		return edit(path, edits, false);
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
	public Mono<FileEditResult> edit(String path, List<FileEdit> edits, boolean dryRun) {
		requirePath(path, "path");
		Assert.notEmpty(edits, "'edits' must not be empty");
		Assert.noNullElements(edits, "'edits' must not hold null");
		return this.tools.call("edit_file", Map.of("path", path, "edits", edits, "dryRun", dryRun))
			.map((result) -> new FileEditResult(result.outcome(), result.success() ? result.text() : ""));
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
	public Mono<UploadResult> upload(Path localPath, String remotePath) {
		Assert.notNull(localPath, "'localPath' must not be null");
		return upload(UploadSource.of(localPath), remotePath, TransferOptions.defaults());
	}

	/**
	 * Send a file of any size to the session: action {@code GetContextFileUploadUrl}, an
	 * HTTP PUT, action {@code SyncContext}, and tool {@code get_file_info}. The content
	 * is never in the memory as a whole. A success means that a file of the same size is
	 * in the session, unless the options say not to wait. Cancelling the subscription
	 * ends the transfer.
	 * @param source the content
	 * @param remotePath where it shall be, below {@link #transferPath()}; a relative path
	 * starts there
	 * @param options how
	 * @return whether it is there
	 * @throws IllegalArgumentException if an argument is not usable
	 */
	public Mono<UploadResult> upload(UploadSource source, String remotePath, TransferOptions options) {
		Assert.notNull(source, "'source' must not be null");
		requirePath(remotePath, "remotePath");
		Assert.notNull(options, "'options' must not be null");
		return this.transfer.upload(source, remotePath, options)
			.flatMap((sent) -> (sent.success() && options.waitForCompletion()) ? checked(sent) : Mono.just(sent));
	}

	private Mono<UploadResult> checked(UploadResult sent) {
		return info(sent.path()).map((result) -> {
			FileInfo info = result.info();
			if (info == null) {
				return UploadResult
					.failed(result.outcome().withMessage("The uploaded file cannot be seen: " + result.errorMessage()));
			}
			return (info.size() == sent.bytesSent()) ? sent : UploadResult.failed(Outcome.failure(FailureKind.SERVICE,
					null, "%d bytes were uploaded, but %s has %d".formatted(sent.bytesSent(), sent.path(), info.size()),
					sent.requestId()));
		});
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
	public Mono<DownloadResult> download(String remotePath, Path localPath) {
		return download(remotePath, localPath, TransferOptions.defaults());
	}

	/**
	 * Fetch a file of any size from the session: action {@code SyncContext}, action
	 * {@code GetContextFileDownloadUrl}, and an HTTP GET. The local file, with the
	 * directories above it, appears when it is complete. Cancelling the subscription ends
	 * the transfer.
	 * @param remotePath the file, below {@link #transferPath()}; a relative path starts
	 * there
	 * @param localPath where it shall be on this machine
	 * @param options how
	 * @return whether it is there
	 * @throws IllegalArgumentException if an argument is not usable or the local path not
	 * writable
	 */
	public Mono<DownloadResult> download(String remotePath, Path localPath, TransferOptions options) {
		requirePath(remotePath, "remotePath");
		Assert.notNull(localPath, "'localPath' must not be null");
		Assert.notNull(options, "'options' must not be null");
		return this.transfer.download(remotePath, localPath, options);
	}

	/**
	 * Fetch a file of any size from the session as a stream. Its buffers must be released
	 * by who gets them, and cancelling ends the transfer.
	 * @param remotePath the file, below {@link #transferPath()}; a relative path starts
	 * there
	 * @return its content as it arrives; it ends with an error when it is refused or
	 * breaks off
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Flux<DataBuffer> downloadStream(String remotePath) {
		requirePath(remotePath, "remotePath");
		return this.transfer.stream(remotePath);
	}

	/**
	 * Tell where files can be sent to and fetched from: action
	 * {@code GetAndLoadInternalContext}, once for each session.
	 * @return the directory
	 */
	public Mono<TransferPathResult> transferPath() {
		return this.transfer.path();
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
	public Mono<FileContentsResult> readMultiple(List<String> paths) {
		Assert.notEmpty(paths, "'paths' must not be empty");
		paths.forEach((path) -> requirePath(path, "paths"));
		Set<String> distinct = new LinkedHashSet<>(paths);
		return this.tools.call("read_multiple_files", Map.of("paths", List.copyOf(distinct)))
			.map((result) -> FileAnswers.contents(distinct, result));
	}

	/**
	 * Tell what has changed in a directory and below since this was asked last: tool
	 * {@code get_file_change}. The first time, nothing has. All who ask or watch the same
	 * directory of a session share that memory.
	 * @param path the directory
	 * @return the changes
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Mono<FileChangeResult> changes(String path) {
		requirePath(path, "path");
		return Mono.defer(() -> this.watcher.changes(path));
	}

	/**
	 * Watch a directory and all below it, looking twice a second if changes are not
	 * pushed.
	 * @param path the directory
	 * @return the changes, see {@link #watch(String, WatchOptions)}
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Flux<FileChangeEvent> watch(String path) {
		return watch(path, WatchOptions.defaults());
	}

	/**
	 * Watch a directory and all below it: tool {@code get_file_change}, and method
	 * {@code subscribe_file_change} over the WebSocket of the session. If the session has
	 * none, or it fails, the tool is asked again and again instead. Changes are told from
	 * the moment of {@link WatchOptions#onReady()}, also across the loss of a connection;
	 * one may be told twice. A watch never completes. It fails when the session has
	 * ended, the directory is gone, changes were lost or not taken in time, or five
	 * questions in a row have failed. Cancelling the subscription ends the watch in the
	 * session. Several may watch one directory over one session object: they share one
	 * stream of changes, begun with the options of the first, and who takes none makes
	 * the others wait. Watches of other clients would take each other's changes.
	 * @param path the directory
	 * @param options how to watch
	 * @return the changes
	 * @throws IllegalArgumentException if the path is blank or there are no options
	 */
	public Flux<FileChangeEvent> watch(String path, WatchOptions options) {
		requirePath(path, "path");
		Assert.notNull(options, "'options' must not be null");
		return Flux.defer(() -> this.watcher.watch(path, options));
	}

	private Mono<OperationResult> operation(String tool, Map<String, String> arguments) {
		return this.tools.call(tool, arguments).map((result) -> new OperationResult(result.outcome()));
	}

	private static void requirePath(String path, String name) {
		Assert.hasText(path, () -> "'" + name + "' must not be empty");
		Assert.isTrue(path.indexOf('\0') < 0, () -> "'" + name + "' must not hold a zero character");
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
	public Mono<OperationResult> writeWithParents(String path, String content, WriteMode mode) {
		Mono<OperationResult> written = write(path, content, mode);
		int slash = path.lastIndexOf('/');
		return (slash <= 0) ? written : createDirectory(path.substring(0, slash))
			.flatMap((created) -> created.success() ? written : Mono.just(created));
	}

	/**
	 * Tell whether there is a file, a directory or a link: tool {@code shell}. A path
	 * that cannot be looked at does not exist.
	 * @param path the path
	 * @return whether there is
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Mono<FileExistsResult> exists(String path) {
		requirePath(path, "path");
		return new FileCommands(this.tools).exists(path);
	}

	/**
	 * Copy a file, or a directory with all that is below it: tool {@code shell}.
	 * @param source what to copy
	 * @param destination where the copy shall be; a directory that exists gets it inside
	 * @return whether it was copied
	 * @throws IllegalArgumentException if a path is blank
	 */
	public Mono<OperationResult> copy(String source, String destination) {
		requirePath(source, "source");
		requirePath(destination, "destination");
		return new FileCommands(this.tools).copy(source, destination);
	}

	/**
	 * Delete a file, or a directory with all that is below it: tool {@code shell}.
	 * Deleting what does not exist is a success.
	 * @param path what to delete
	 * @return whether it is gone
	 * @throws IllegalArgumentException if the path is blank
	 */
	public Mono<OperationResult> deleteRecursively(String path) {
		requirePath(path, "path");
		return new FileCommands(this.tools).deleteRecursively(path);
	}

}
