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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.channel.ReactiveChannel;
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
import io.agentbay.internal.http.Deadline;
import io.agentbay.internal.http.Effects;
import io.agentbay.internal.text.Sendable;
import io.agentbay.internal.text.SessionPath;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolReply;
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

	private final Transfers transfers;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 * @param transfer moves files past the tools
	 * @param channel the WebSocket of the session
	 */
	public DefaultReactiveFileSystem(SessionTools tools, FileTransfer transfer, ReactiveChannel channel) {
		this.tools = tools;
		this.transfer = transfer;
		this.reader = new FileReader(tools, transfer.limits());
		this.writer = new FileWriter(tools, transfer.limits());
		this.watcher = new FileWatcher(tools, channel);
		this.commands = new FileCommands(tools);
		this.transfers = new Transfers(transfer, this.commands, this.reader);
	}

	@Override
	public Mono<String> read(String path) {
		return readBytes(path).map((content) -> new String(content, StandardCharsets.UTF_8));
	}

	@Override
	public Mono<byte[]> readBytes(String path) {
		String file = SessionPath.of(path, "path");
		return Effects.none(Mono.defer(() -> this.reader.read(file)));
	}

	@Override
	public Mono<Void> write(String path, String content, WriteMode mode) {
		String file = SessionPath.ofFile(path, "path");
		Assert.notNull(content, "'content' must not be null; pass an empty text for an empty file");
		Sendable.require(content, "content");
		Assert.notNull(mode, "'mode' must not be null");
		return Mono.defer(() -> this.writer.write(file, content, mode));
	}

	@Override
	public Mono<Void> writeWithParents(String path, String content, WriteMode mode) {
		Mono<Void> written = write(path, content, mode);
		int slash = path.lastIndexOf('/');
		return (slash <= 0) ? written : createDirectory(path.substring(0, slash)).then(written);
	}

	@Override
	public Mono<Void> writeBytes(String path, byte[] content) {
		String file = SessionPath.ofFile(path, "path");
		Assert.notNull(content, "'content' must not be null; pass no bytes for an empty file");
		return Deadline.within(this.transfer.limits().operation(), this.commands.writeBytes(file, content.clone()));
	}

	@Override
	public Flux<DirectoryEntry> list(String path) {
		String directory = SessionPath.of(path, "path");
		return Effects.none(this.tools.require("list_directory", Map.of("path", directory)).flatMapMany((reply) -> {
			FileAnswers.Listing listing = FileAnswers.list(reply);
			return Flux.fromIterable(listing.doubtful())
				.concatMap((entry) -> requireThere(directory, entry, listing, reply))
				.thenMany(Flux.fromIterable(listing.entries()));
		}));
	}

	/**
	 * Other lines than entries are allowed in an answer; entries that do not exist are
	 * not.
	 */
	private Mono<FileInfo> requireThere(String directory, DirectoryEntry entry, FileAnswers.Listing listing,
			ToolReply reply) {
		if (listing.hasTwice(entry)) {
			return Mono.error(FileAnswers.lineEnd(reply));
		}
		return this.reader.info(directory + (directory.endsWith("/") ? "" : "/") + entry.name())
			.onErrorMap(ServiceException.class, (ex) -> FileAnswers.lineEnd(reply));
	}

	@Override
	public Mono<FileInfo> info(String path) {
		return Effects.none(this.reader.info(SessionPath.of(path, "path")));
	}

	@Override
	public Mono<Boolean> exists(String path) {
		return Effects.none(this.commands.exists(SessionPath.of(path, "path")));
	}

	@Override
	public Mono<Void> createDirectory(String path) {
		return this.tools.require("create_directory", Map.of("path", SessionPath.of(path, "path"))).then();
	}

	@Override
	public Mono<Void> delete(String path) {
		return this.tools.require("delete_file", Map.of("path", SessionPath.of(path, "path"))).then();
	}

	@Override
	public Mono<Void> deleteRecursively(String path) {
		return this.commands.deleteRecursively(SessionPath.of(path, "path"));
	}

	@Override
	public Mono<Void> move(String source, String destination) {
		Map<String, String> arguments = Map.of("source", SessionPath.of(source, "source"), "destination",
				SessionPath.of(destination, "destination"));
		return this.tools.require("move_file", arguments).then();
	}

	@Override
	public Mono<Void> copy(String source, String destination) {
		return this.commands.copy(SessionPath.of(source, "source"), SessionPath.of(destination, "destination"));
	}

	@Override
	public Flux<String> search(String path, String pattern, List<String> excludes) {
		String directory = SessionPath.of(path, "path");
		Assert.hasText(pattern, "'pattern' must not be empty");
		Sendable.require(pattern, "pattern");
		Assert.notNull(excludes, "'excludes' must not be null");
		for (String exclude : excludes) {
			Assert.isTrue(exclude != null && !exclude.isBlank() && exclude.indexOf(',') < 0,
					"'excludes' must not hold empty patterns or patterns with a comma");
			Sendable.require(exclude, "excludes");
		}
		Map<String, Object> arguments = new LinkedHashMap<>(Map.of("path", directory, "pattern", pattern));
		if (!excludes.isEmpty()) {
			arguments.put("excludePatterns", String.join(",", excludes));
		}
		return Effects.none(this.tools.require("search_files", arguments)
			.flatMapIterable((reply) -> FileAnswers.search(directory, reply)));
	}

	@Override
	public Mono<String> edit(String path, List<FileEdit> edits) {
		return edit(path, edits, false);
	}

	@Override
	public Mono<String> previewEdit(String path, List<FileEdit> edits) {
		return Effects.none(edit(path, edits, true));
	}

	private Mono<String> edit(String path, List<FileEdit> edits, boolean dryRun) {
		String file = SessionPath.of(path, "path");
		Assert.notEmpty(edits, "'edits' must not be empty");
		Assert.noNullElements(edits, "'edits' must not hold null");
		return this.tools.require("edit_file", Map.of("path", file, "edits", edits, "dryRun", dryRun))
			.map((reply) -> reply.text());
	}

	@Override
	public Mono<Map<String, String>> readMultiple(List<String> paths) {
		Assert.notEmpty(paths, "'paths' must not be empty");
		Map<String, String> asked = new LinkedHashMap<>();
		paths.forEach((path) -> asked.putIfAbsent(SessionPath.of(path, "paths"), path));
		return Effects.none(this.tools.require("read_multiple_files", Map.of("paths", List.copyOf(asked.keySet())))
			.map((reply) -> FileAnswers.contents(asked.keySet(), reply))
			.map((contents) -> named(contents, asked)));
	}

	/** By the names that were asked for, which may begin with a tilde. */
	private static Map<String, String> named(Map<String, String> contents, Map<String, String> asked) {
		Map<String, String> named = new LinkedHashMap<>();
		contents.forEach((path, content) -> named.put(asked.getOrDefault(path, path), content));
		return Collections.unmodifiableMap(named);
	}

	@Override
	public Mono<UploadReport> upload(UploadSource from, String path, TransferOptions options) {
		Assert.notNull(from, "'from' must not be null");
		String file = SessionPath.ofFile(path, "path");
		Assert.notNull(options, "'options' must not be null");
		return this.transfers.upload(from, file, options);
	}

	@Override
	public Mono<DownloadReport> download(String path, Path to, TransferOptions options) {
		String file = SessionPath.ofFile(path, "path");
		Assert.notNull(to, "'to' must not be null");
		Assert.notNull(options, "'options' must not be null");
		return Effects.none(this.transfers.download(file, to, options));
	}

	@Override
	public Flux<DataBuffer> openStream(String path) {
		return this.transfers.stream(SessionPath.ofFile(path, "path"));
	}

	@Override
	public Mono<String> transferPath() {
		return this.transfer.path();
	}

	@Override
	public Flux<FileChangeEvent> changes(String path) {
		String directory = SessionPath.of(path, "path");
		return Flux.defer(() -> this.watcher.changes(directory));
	}

	@Override
	public Flux<FileChangeEvent> watch(String path, WatchOptions options) {
		String directory = SessionPath.of(path, "path");
		Assert.notNull(options, "'options' must not be null");
		return Flux.defer(() -> this.watcher.watch(directory, options));
	}

}
