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

package io.agentbay.internal.filesystem;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.agentbay.channel.ReactiveChannel;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.filesystem.DownloadReport;
import io.agentbay.filesystem.FileChangeEvent;
import io.agentbay.filesystem.FileEdit;
import io.agentbay.filesystem.FileInfo;
import io.agentbay.filesystem.ReactiveFileSystem;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadReport;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.filesystem.WatchOptions;
import io.agentbay.filesystem.WriteMode;
import io.agentbay.internal.file.FileTransfer;
import io.agentbay.internal.tool.SessionTools;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.Assert;

/**
 * Works with files by the tools of a session, and moves large ones past them.
 */
public final class DefaultReactiveFileSystem implements ReactiveFileSystem {

	private final SessionTools tools;

	private final FileTransfer transfer;

	private final FileReader reader;

	private final FileWriter writer;

	private final FileWatcher watcher;

	private final FileCommands commands;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 * @param transfer moves files past the tools
	 * @param channel the WebSocket of the session
	 */
	public DefaultReactiveFileSystem(SessionTools tools, FileTransfer transfer, ReactiveChannel channel) {
		this.tools = tools;
		this.transfer = transfer;
		this.reader = new FileReader(tools);
		this.writer = new FileWriter(tools);
		this.watcher = new FileWatcher(tools, channel);
		this.commands = new FileCommands(tools);
	}

	@Override
	public Mono<String> read(String path) {
		return readBytes(path).map((content) -> new String(content, StandardCharsets.UTF_8));
	}

	@Override
	public Mono<byte[]> readBytes(String path) {
		requirePath(path, "path");
		return Mono.defer(() -> this.reader.read(path));
	}

	@Override
	public Mono<Void> write(String path, String content, WriteMode mode) {
		requirePath(path, "path");
		Assert.notNull(content, "'content' must not be null; pass an empty text for an empty file");
		Assert.notNull(mode, "'mode' must not be null");
		return Mono.defer(() -> this.writer.write(path, content, mode));
	}

	@Override
	public Mono<Void> writeWithParents(String path, String content, WriteMode mode) {
		Mono<Void> written = write(path, content, mode);
		int slash = path.lastIndexOf('/');
		return (slash <= 0) ? written : createDirectory(path.substring(0, slash)).then(written);
	}

	@Override
	public Mono<Void> writeBytes(String path, byte[] content) {
		requirePath(path, "path");
		Assert.notNull(content, "'content' must not be null; pass no bytes for an empty file");
		return this.commands.writeBytes(path, content.clone());
	}

	@Override
	public Flux<DirectoryEntry> list(String path) {
		requirePath(path, "path");
		return this.tools.require("list_directory", Map.of("path", path)).flatMapIterable(FileAnswers::list);
	}

	@Override
	public Mono<FileInfo> info(String path) {
		requirePath(path, "path");
		return this.reader.info(path);
	}

	@Override
	public Mono<Boolean> exists(String path) {
		requirePath(path, "path");
		return this.commands.exists(path);
	}

	@Override
	public Mono<Void> createDirectory(String path) {
		requirePath(path, "path");
		return this.tools.require("create_directory", Map.of("path", path)).then();
	}

	@Override
	public Mono<Void> delete(String path) {
		requirePath(path, "path");
		return this.tools.require("delete_file", Map.of("path", path)).then();
	}

	@Override
	public Mono<Void> deleteRecursively(String path) {
		requirePath(path, "path");
		return this.commands.deleteRecursively(path);
	}

	@Override
	public Mono<Void> move(String source, String destination) {
		requirePath(source, "source");
		requirePath(destination, "destination");
		return this.tools.require("move_file", Map.of("source", source, "destination", destination)).then();
	}

	@Override
	public Mono<Void> copy(String source, String destination) {
		requirePath(source, "source");
		requirePath(destination, "destination");
		return this.commands.copy(source, destination);
	}

	@Override
	public Flux<String> search(String path, String pattern, List<String> excludes) {
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
		return this.tools.require("search_files", arguments).flatMapIterable(FileAnswers::search);
	}

	@Override
	public Mono<String> edit(String path, List<FileEdit> edits) {
		return edit(path, edits, false);
	}

	@Override
	public Mono<String> previewEdit(String path, List<FileEdit> edits) {
		return edit(path, edits, true);
	}

	private Mono<String> edit(String path, List<FileEdit> edits, boolean dryRun) {
		requirePath(path, "path");
		Assert.notEmpty(edits, "'edits' must not be empty");
		Assert.noNullElements(edits, "'edits' must not hold null");
		return this.tools.require("edit_file", Map.of("path", path, "edits", edits, "dryRun", dryRun))
			.map((reply) -> reply.text());
	}

	@Override
	public Mono<Map<String, String>> readMultiple(List<String> paths) {
		Assert.notEmpty(paths, "'paths' must not be empty");
		paths.forEach((path) -> requirePath(path, "paths"));
		Set<String> distinct = new LinkedHashSet<>(paths);
		return this.tools.require("read_multiple_files", Map.of("paths", List.copyOf(distinct)))
			.map((reply) -> FileAnswers.contents(distinct, reply));
	}

	@Override
	public Mono<UploadReport> upload(UploadSource from, String path, TransferOptions options) {
		Assert.notNull(from, "'from' must not be null");
		requirePath(path, "path");
		Assert.notNull(options, "'options' must not be null");
		Mono<UploadReport> upload = this.transfer.upload(from, path, options);
		return options.waitForCompletion() ? upload.flatMap(this::checked) : upload;
	}

	private Mono<UploadReport> checked(UploadReport sent) {
		CallDetails details = CallDetails.ofRequest(sent.requestId());
		return info(sent.path())
			.onErrorMap(ServiceException.class,
					(ex) -> ServiceException.of(ex.failureKind(), ex.errorCode(),
							"The uploaded file cannot be seen: " + ex.getMessage(), details.or(ex.details())))
			.map((info) -> {
				if (info.size() != sent.bytesSent()) {
					throw ServiceException.of(FailureKind.SERVICE, null, "%d bytes were uploaded, but %s has %d"
						.formatted(sent.bytesSent(), sent.path(), info.size()), details);
				}
				return sent;
			});
	}

	@Override
	public Mono<DownloadReport> download(String path, Path to, TransferOptions options) {
		requirePath(path, "path");
		Assert.notNull(to, "'to' must not be null");
		Assert.notNull(options, "'options' must not be null");
		return this.transfer.download(path, to, options);
	}

	@Override
	public Flux<DataBuffer> openStream(String path) {
		requirePath(path, "path");
		return this.transfer.stream(path);
	}

	@Override
	public Mono<String> transferPath() {
		return this.transfer.path();
	}

	@Override
	public Flux<FileChangeEvent> changes(String path) {
		requirePath(path, "path");
		return Flux.defer(() -> this.watcher.changes(path));
	}

	@Override
	public Flux<FileChangeEvent> watch(String path, WatchOptions options) {
		requirePath(path, "path");
		Assert.notNull(options, "'options' must not be null");
		return Flux.defer(() -> this.watcher.watch(path, options));
	}

	private static void requirePath(String path, String name) {
		Assert.hasText(path, () -> "'" + name + "' must not be empty");
		Assert.isTrue(path.indexOf('\0') < 0, () -> "'" + name + "' must not hold a zero character");
	}

}
