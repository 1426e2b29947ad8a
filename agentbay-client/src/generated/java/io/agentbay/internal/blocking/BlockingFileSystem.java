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
// Written by agentbay-face from ReactiveFileSystem. Change that, not this.

package io.agentbay.internal.blocking;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.agentbay.event.EventSubscription;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.filesystem.DownloadReport;
import io.agentbay.filesystem.FileChangeEvent;
import io.agentbay.filesystem.FileEdit;
import io.agentbay.filesystem.FileInfo;
import io.agentbay.filesystem.FileSystem;
import io.agentbay.filesystem.ReactiveFileSystem;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadReport;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.filesystem.WatchOptions;
import io.agentbay.filesystem.WriteMode;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveFileSystem}.
 */
public final class BlockingFileSystem implements FileSystem {

	private final ReactiveFileSystem reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingFileSystem(ReactiveFileSystem reactive) {
		this.reactive = reactive;
	}

	@Override
	public String read(String path) {
		return Blocking.await(this.reactive.read(path));
	}

	@Override
	public byte[] readBytes(String path) {
		return Blocking.await(this.reactive.readBytes(path));
	}

	@Override
	public void write(String path, String content, WriteMode mode) {
		Blocking.run(this.reactive.write(path, content, mode));
	}

	@Override
	public void writeWithParents(String path, String content, WriteMode mode) {
		Blocking.run(this.reactive.writeWithParents(path, content, mode));
	}

	@Override
	public void writeBytes(String path, byte[] content) {
		Blocking.run(this.reactive.writeBytes(path, content));
	}

	@Override
	public List<DirectoryEntry> list(String path) {
		return Blocking.list(this.reactive.list(path));
	}

	@Override
	public FileInfo info(String path) {
		return Blocking.await(this.reactive.info(path));
	}

	@Override
	public boolean exists(String path) {
		return Blocking.await(this.reactive.exists(path));
	}

	@Override
	public void createDirectory(String path) {
		Blocking.run(this.reactive.createDirectory(path));
	}

	@Override
	public void delete(String path) {
		Blocking.run(this.reactive.delete(path));
	}

	@Override
	public void deleteRecursively(String path) {
		Blocking.run(this.reactive.deleteRecursively(path));
	}

	@Override
	public void move(String source, String destination) {
		Blocking.run(this.reactive.move(source, destination));
	}

	@Override
	public void copy(String source, String destination) {
		Blocking.run(this.reactive.copy(source, destination));
	}

	@Override
	public List<String> search(String path, String pattern, List<String> excludes) {
		return Blocking.list(this.reactive.search(path, pattern, excludes));
	}

	@Override
	public String edit(String path, List<FileEdit> edits) {
		return Blocking.await(this.reactive.edit(path, edits));
	}

	@Override
	public String previewEdit(String path, List<FileEdit> edits) {
		return Blocking.await(this.reactive.previewEdit(path, edits));
	}

	@Override
	public Map<String, String> readMultiple(List<String> paths) {
		return Blocking.await(this.reactive.readMultiple(paths));
	}

	@Override
	public UploadReport upload(UploadSource from, String path, TransferOptions options) {
		return Blocking.await(this.reactive.upload(from, path, options));
	}

	@Override
	public DownloadReport download(String path, Path to, TransferOptions options) {
		return Blocking.await(this.reactive.download(path, to, options));
	}

	@Override
	public InputStream openStream(String path) {
		return Blocking.bytes(this.reactive.openStream(path));
	}

	@Override
	public String transferPath() {
		return Blocking.await(this.reactive.transferPath());
	}

	@Override
	public List<FileChangeEvent> changes(String path) {
		return Blocking.list(this.reactive.changes(path));
	}

	@Override
	public EventSubscription watch(String path, Consumer<? super FileChangeEvent> consumer) {
		return Blocking.subscribe(this.reactive.watch(path), consumer);
	}

	@Override
	public EventSubscription watch(String path, WatchOptions options, Consumer<? super FileChangeEvent> consumer) {
		return Blocking.subscribe(this.reactive.watch(path, options), consumer);
	}

	@Override
	public ReactiveFileSystem reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingFileSystem that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
