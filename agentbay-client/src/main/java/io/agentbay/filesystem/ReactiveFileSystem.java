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

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.agentbay.internal.blocking.BlockingFileSystem;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.lang.CheckReturnValue;

/**
 * The files of a session. Paths are those of the session; a relative path starts at its
 * home directory, as {@code ~} and {@code ~/} at the beginning of a path do. What a tool
 * of the session refuses, such as a file that is missing, is a
 * {@link io.agentbay.error.ToolFailedException}. Called by applications: new methods may
 * be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveFileSystem {

	/**
	 * Read a text file in UTF-8: tools {@code get_file_info} and {@code read_file}. Bytes
	 * that are not UTF-8 become replacement characters.
	 * @param path the file
	 * @return its whole content; a file above the client's largest reply is an
	 * {@link io.agentbay.error.InvalidReplyException}
	 * @throws IllegalArgumentException if the path is blank
	 */
	Mono<String> read(String path);

	/**
	 * Read a file of any kind: tools {@code get_file_info} and {@code read_file}.
	 * @param path the file
	 * @return all its bytes; a file above the client's largest reply is an
	 * {@link io.agentbay.error.InvalidReplyException}
	 * @throws IllegalArgumentException if the path is blank
	 */
	Mono<byte[]> readBytes(String path);

	/**
	 * Write a text file in UTF-8, replacing what it held: tool {@code write_file}.
	 * @param path the file
	 * @param content its new content, possibly empty
	 * @return completes when all of it is written
	 * @throws IllegalArgumentException if the path is blank or the content is
	 * {@code null}
	 */
	default Mono<Void> write(String path, String content) {
		return write(path, content, WriteMode.OVERWRITE);
	}

	/**
	 * Write a text file in UTF-8: tool {@code write_file}. A long text goes in pieces
	 * when there is no direct link; when one of them fails, the file keeps those before
	 * it and the exception says how much that is.
	 * @param path the file
	 * @param content the text, possibly empty
	 * @param mode what to do with a file that exists
	 * @return completes when all of it is written
	 * @throws IllegalArgumentException if the path is blank, or the content or mode is
	 * {@code null}
	 */
	Mono<Void> write(String path, String content, WriteMode mode);

	/**
	 * Write behind the end of a text file, creating it if it is missing: tool
	 * {@code write_file}.
	 * @param path the file
	 * @param content the text
	 * @return completes when all of it is written
	 * @throws IllegalArgumentException if the path is blank or the content is
	 * {@code null}
	 */
	default Mono<Void> append(String path, String content) {
		return write(path, content, WriteMode.APPEND);
	}

	/**
	 * Write a text file in UTF-8, replacing one that exists, and create the directories
	 * above it: tools {@code create_directory} and {@code write_file}.
	 * @param path the file
	 * @param content the text, possibly empty
	 * @return completes when all of it is written
	 * @throws IllegalArgumentException if the path is blank, or the content {@code null}
	 */
	default Mono<Void> writeWithParents(String path, String content) {
		return writeWithParents(path, content, WriteMode.OVERWRITE);
	}

	/**
	 * Write a text file in UTF-8 and create the directories above it: tools
	 * {@code create_directory} and {@code write_file}.
	 * @param path the file
	 * @param content the text, possibly empty
	 * @param mode what to do with a file that exists
	 * @return completes when all of it is written
	 * @throws IllegalArgumentException if the path is blank, or the content or mode is
	 * {@code null}
	 */
	Mono<Void> writeWithParents(String path, String content, WriteMode mode);

	/**
	 * Write a file of any kind, replacing what it held: tool {@code shell}, several times
	 * for a long one; when one of them fails, the file keeps what those before it wrote
	 * and the exception says how much that is. For large files,
	 * {@link #upload(Path, String)} is faster.
	 * @param path the file
	 * @param content its new content, possibly empty
	 * @return completes when all of it is written
	 * @throws IllegalArgumentException if the path is blank or the content is
	 * {@code null}
	 */
	Mono<Void> writeBytes(String path, byte[] content);

	/**
	 * List a directory, not what is below its own directories: tool
	 * {@code list_directory}. The session tells the names as lines of a text. Where one
	 * of them has a line end in it, and that can be seen, the answer is refused; but a
	 * name that goes on like another entry cannot be told from one. Before much depends
	 * on an entry that somebody else may have named, ask {@link #info(String)} for it.
	 * @param path the directory
	 * @return its entries
	 * @throws IllegalArgumentException if the path is blank
	 */
	@BlockingShape(Kind.LIST)
	Flux<DirectoryEntry> list(String path);

	/**
	 * Tell what is known of a file or directory: tool {@code get_file_info}.
	 * @param path the file or directory
	 * @return the information
	 * @throws IllegalArgumentException if the path is blank
	 */
	Mono<FileInfo> info(String path);

	/**
	 * Tell whether there is a file, a directory or a link: tool {@code shell}. A path
	 * that cannot be looked at does not exist.
	 * @param path the path
	 * @return whether there is
	 * @throws IllegalArgumentException if the path is blank
	 */
	Mono<Boolean> exists(String path);

	/**
	 * Create a directory, with those above it: tool {@code create_directory}.
	 * @param path the directory
	 * @return completes when it exists
	 * @throws IllegalArgumentException if the path is blank
	 */
	Mono<Void> createDirectory(String path);

	/**
	 * Delete a file: tool {@code delete_file}.
	 * @param path the file
	 * @return completes when it is deleted
	 * @throws IllegalArgumentException if the path is blank
	 */
	Mono<Void> delete(String path);

	/**
	 * Delete a file, or a directory with all that is below it: tool {@code shell}.
	 * Deleting what does not exist is a success.
	 * @param path what to delete
	 * @return completes when it is gone
	 * @throws IllegalArgumentException if the path is blank
	 */
	Mono<Void> deleteRecursively(String path);

	/**
	 * Move or rename a file or directory: tool {@code move_file}.
	 * @param source where it is
	 * @param destination where it shall be, with its name
	 * @return completes when it is moved
	 * @throws IllegalArgumentException if a path is blank
	 */
	Mono<Void> move(String source, String destination);

	/**
	 * Copy a file, or a directory with all that is below it: tool {@code shell}.
	 * @param source what to copy
	 * @param destination where the copy shall be; a directory that exists gets it inside
	 * @return completes when it is copied
	 * @throws IllegalArgumentException if a path is blank
	 */
	Mono<Void> copy(String source, String destination);

	/**
	 * Find files by name below a directory: tool {@code search_files}.
	 * @param path the directory
	 * @param pattern the name, with the wildcards {@code *} and {@code ?}
	 * @return the paths found
	 * @throws IllegalArgumentException if an argument is blank
	 */
	@BlockingShape(Kind.LIST)
	default Flux<String> search(String path, String pattern) {
		return search(path, pattern, List.of());
	}

	/**
	 * Find files by name below a directory: tool {@code search_files}. What
	 * {@link #list(String)} says of names with line ends is true here, too.
	 * @param path the directory
	 * @param pattern the name, with the wildcards {@code *} and {@code ?}
	 * @param excludes names to leave out, with the same wildcards and without commas
	 * @return the paths found
	 * @throws IllegalArgumentException if an argument is blank, or an exclude holds a
	 * comma
	 */
	@BlockingShape(Kind.LIST)
	Flux<String> search(String path, String pattern, List<String> excludes);

	/**
	 * Replace texts in a file: tool {@code edit_file}.
	 * @param path the file
	 * @param edits the replacements, made one after the other
	 * @return what was changed, as the session tells it
	 * @throws IllegalArgumentException if the path is blank or there are no edits
	 */
	Mono<String> edit(String path, List<FileEdit> edits);

	/**
	 * Tell what replacing texts would change in a file, which is left as it is: tool
	 * {@code edit_file} with {@code dryRun}.
	 * @param path the file
	 * @param edits the replacements, one after the other
	 * @return what would be changed, as the session tells it
	 * @throws IllegalArgumentException if the path is blank or there are no edits
	 */
	Mono<String> previewEdit(String path, List<FileEdit> edits);

	/**
	 * Read several text files at once: tool {@code read_multiple_files}. For exact bytes
	 * use {@link #readBytes(String)}: what divides the files in the answer is text, too,
	 * and line ends at the end of a file may be lost. For files that cannot be read the
	 * session may put an error text in place of the content.
	 * @param paths the files; a path asked for twice is read once
	 * @return their contents, in the order of the paths; a
	 * {@link io.agentbay.error.PartialFailureException} if the session leaves files out
	 * @throws IllegalArgumentException if there is no path, or one is blank
	 */
	Mono<Map<String, String>> readMultiple(List<String> paths);

	/**
	 * Send a local file to the session with the default options.
	 * @param from the local file
	 * @param path where it shall be, with its name
	 * @return what was sent
	 * @throws IllegalArgumentException if the local file cannot be read or the path is
	 * blank
	 */
	default Mono<UploadReport> upload(Path from, String path) {
		return upload(UploadSource.of(from), path, TransferOptions.defaults());
	}

	/**
	 * Send a resource to the session with the default options.
	 * @param from the resource
	 * @param path where it shall be, with its name
	 * @return what was sent
	 * @throws IllegalArgumentException if the resource does not exist or the path is
	 * blank
	 */
	default Mono<UploadReport> upload(Resource from, String path) {
		return upload(UploadSource.of(from), path, TransferOptions.defaults());
	}

	/**
	 * Send a file of any size to the session: action {@code GetContextFileUploadUrl}, an
	 * HTTP PUT, action {@code SyncContext}, and tool {@code get_file_info}. The content
	 * is never in the memory as a whole. When it succeeds a file of the same size is in
	 * the session, unless the options say not to wait. A file that is not below
	 * {@link #transferPath()} makes a stop there: two commands, by tool {@code shell},
	 * look at its place before anything is sent and take it there at the end. Directories
	 * above it are made; a file that is there keeps its rights, and a link what it leads
	 * to; what is no file is refused.
	 * @param from the content
	 * @param path where it shall be, with its name
	 * @param options how
	 * @return what was sent; content that fails, changes or is not as long as announced
	 * is an {@link io.agentbay.error.ArgumentRefusedException}, and not tried again
	 * @throws IllegalArgumentException if an argument is not usable
	 * @apiNote cancelling the subscription ends the transfer.
	 */
	Mono<UploadReport> upload(UploadSource from, String path, TransferOptions options);

	/**
	 * Fetch a file from the session with the default options.
	 * @param path the file
	 * @param to where it shall be on this machine
	 * @return what was received
	 * @throws IllegalArgumentException if the path is blank or the local one {@code null}
	 * or not writable
	 */
	default Mono<DownloadReport> download(String path, Path to) {
		return download(path, to, TransferOptions.defaults());
	}

	/**
	 * Fetch a file of any size from the session: action {@code SyncContext}, action
	 * {@code GetContextFileDownloadUrl}, and an HTTP GET. A file that is not below
	 * {@link #transferPath()} is linked or copied there for that time by tool
	 * {@code shell}. The local file, with the directories above it, appears when it is
	 * complete. A new one gets the rights of new files; one that is replaced keeps its
	 * rights, and of a link what it leads to is replaced. Directories, pipes and devices
	 * are refused before anything is fetched.
	 * @param path the file
	 * @param to where it shall be on this machine
	 * @param options how
	 * @return what was received
	 * @throws IllegalArgumentException if an argument is not usable or the local path not
	 * writable
	 * @apiNote cancelling the subscription ends the transfer.
	 */
	Mono<DownloadReport> download(String path, Path to, TransferOptions options);

	/**
	 * Fetch a file of any size from the session as a stream: actions {@code SyncContext}
	 * and {@code GetContextFileDownloadUrl}, and an HTTP GET. A file that is not below
	 * {@link #transferPath()} is linked or copied there for that time by tool
	 * {@code shell}.
	 * @param path the file
	 * @return its content as it arrives; it ends with an error when it is refused, breaks
	 * off or stands still for the client's response time-out, and after an hour
	 * @throws IllegalArgumentException if the path is blank
	 * @apiNote the buffers must be released by who gets them, and cancelling ends the
	 * transfer.
	 */
	@BlockingShape(Kind.BYTES)
	Flux<DataBuffer> openStream(String path);

	/**
	 * Tell where files are sent to and fetched from without a stop on the way: action
	 * {@code GetAndLoadInternalContext}, once for each session.
	 * @return the directory
	 */
	Mono<String> transferPath();

	/**
	 * Tell what has changed in a directory and below since this was asked last: tool
	 * {@code get_file_change}. The first time, nothing has. All who ask or watch the same
	 * directory of a session share that memory.
	 * @param path the directory
	 * @return the changes
	 * @throws IllegalArgumentException if the path is blank
	 */
	@BlockingShape(Kind.LIST)
	Flux<FileChangeEvent> changes(String path);

	/**
	 * Watch a directory and all below it, looking twice a second if changes are not
	 * pushed.
	 * @param path the directory
	 * @return the changes, see {@link #watch(String, WatchOptions)}
	 * @throws IllegalArgumentException if the path is blank
	 */
	@BlockingShape(Kind.SUBSCRIBE)
	default Flux<FileChangeEvent> watch(String path) {
		return watch(path, WatchOptions.defaults());
	}

	/**
	 * Watch a directory and all below it: tool {@code get_file_change}, and method
	 * {@code subscribe_file_change} over the WebSocket of the session. If the session has
	 * none, or it fails, the tool is asked again and again instead. Changes are told also
	 * across the loss of a connection; one may be told twice. A watch never ends by
	 * itself. It fails when the session has ended, the directory is gone, changes were
	 * lost or not taken in time, or five questions in a row have failed. Several may
	 * watch one directory over one session object: they share one stream of changes,
	 * begun with the options of the first, and who takes none makes the others wait.
	 * Watches of other clients would take each other's changes.
	 * @param path the directory
	 * @param options how to watch
	 * @return the changes
	 * @throws IllegalArgumentException if the path is blank or there are no options
	 * @apiNote changes are told from the moment of {@link WatchOptions#onReady()}.
	 * Cancelling the subscription ends the watch in the session.
	 */
	@BlockingShape(Kind.SUBSCRIBE)
	Flux<FileChangeEvent> watch(String path, WatchOptions options);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default FileSystem blocking() {
		return new BlockingFileSystem(this);
	}

}
