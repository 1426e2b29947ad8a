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
// Written by agentbay-face from ReactiveContextService. Change that, not this.

package io.agentbay.internal.blocking;

import java.util.Optional;
import java.util.stream.Stream;

import io.agentbay.context.ClearOptions;
import io.agentbay.context.Context;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ContextQuery;
import io.agentbay.context.ContextService;
import io.agentbay.context.ContextState;
import io.agentbay.context.FileUrl;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.paging.Page;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveContextService}.
 */
public final class BlockingContextService implements ContextService {

	private final ReactiveContextService reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingContextService(ReactiveContextService reactive) {
		this.reactive = reactive;
	}

	@Override
	public Stream<Context> list(ContextQuery query) {
		return Blocking.pages(this.reactive.list(query));
	}

	@Override
	public Page<Context> listPage(ContextQuery query) {
		return Blocking.await(this.reactive.listPage(query));
	}

	@Override
	public Context get(String name) {
		return Blocking.await(this.reactive.get(name));
	}

	@Override
	public Optional<Context> find(String name) {
		return Blocking.find(this.reactive.find(name));
	}

	@Override
	public Context getOrCreate(String name) {
		return Blocking.await(this.reactive.getOrCreate(name));
	}

	@Override
	public Context getById(String contextId) {
		return Blocking.await(this.reactive.getById(contextId));
	}

	@Override
	public Optional<Context> findById(String contextId) {
		return Blocking.find(this.reactive.findById(contextId));
	}

	@Override
	public void rename(String contextId, String name) {
		Blocking.run(this.reactive.rename(contextId, name));
	}

	@Override
	public void delete(String contextId) {
		Blocking.run(this.reactive.delete(contextId));
	}

	@Override
	public void clear(String contextId, ClearOptions options) {
		Blocking.run(this.reactive.clear(contextId, options));
	}

	@Override
	public void requestClear(String contextId) {
		Blocking.run(this.reactive.requestClear(contextId));
	}

	@Override
	public ContextState fetchClearState(String contextId) {
		return Blocking.await(this.reactive.fetchClearState(contextId));
	}

	@Override
	public Stream<ContextFile> listFiles(ContextFileQuery query) {
		return Blocking.pages(this.reactive.listFiles(query));
	}

	@Override
	public Page<ContextFile> listFilesPage(ContextFileQuery query) {
		return Blocking.await(this.reactive.listFilesPage(query));
	}

	@Override
	public FileUrl createUploadUrl(String contextId, String path) {
		return Blocking.await(this.reactive.createUploadUrl(contextId, path));
	}

	@Override
	public FileUrl createDownloadUrl(String contextId, String path) {
		return Blocking.await(this.reactive.createDownloadUrl(contextId, path));
	}

	@Override
	public void deleteFile(String contextId, String path) {
		Blocking.run(this.reactive.deleteFile(contextId, path));
	}

	@Override
	public ReactiveContextService reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingContextService that && this.reactive.equals(that.reactive);
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
