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

package io.agentbay.context;

import java.time.Duration;

import io.agentbay.error.FailureKind;
import io.agentbay.internal.blocking.Blocking;
import io.agentbay.result.OperationResult;
import org.jspecify.annotations.Nullable;

/**
 * The contexts of the account, waiting for each operation. The blocking twin of
 * {@link ReactiveContextService}.
 */
public final class ContextService {

	private final ReactiveContextService reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the service
	 */
	public ContextService(ReactiveContextService reactive) {
		this.reactive = reactive;
	}

	/**
	 * List the first ten contexts: action {@code ListContexts}.
	 * @return the first page
	 */
	public ContextListResult list() {
		return Blocking.await(this.reactive.list());
	}

	/**
	 * List a page of the contexts: action {@code ListContexts}.
	 * @param maxResults the size of a page, at least 1
	 * @param nextToken the mark of the page as the page before it told, {@code null} for
	 * the first
	 * @param sessionId the session that they must be attached to, {@code null} for any
	 * @return the page
	 * @throws IllegalArgumentException if the size is below 1
	 */
	public ContextListResult list(int maxResults, @Nullable String nextToken, @Nullable String sessionId) {
		return Blocking.await(this.reactive.list(maxResults, nextToken, sessionId));
	}

	/**
	 * Find a context by name: action {@code GetContext}.
	 * @param name the name
	 * @return the context; a failure of kind {@link FailureKind#NOT_FOUND} if there is
	 * none
	 * @throws IllegalArgumentException if the name is blank
	 */
	public ContextResult get(String name) {
		return Blocking.await(this.reactive.get(name));
	}

	/**
	 * Find a context by name, or create it: action {@code GetContext}.
	 * @param name the name
	 * @param create whether to create it if it is missing
	 * @return the context
	 * @throws IllegalArgumentException if the name is blank
	 */
	public ContextResult get(String name, boolean create) {
		return Blocking.await(this.reactive.get(name, create));
	}

	/**
	 * Find a context by id: action {@code GetContext}.
	 * @param contextId the context
	 * @return the context; a failure of kind {@link FailureKind#NOT_FOUND} if there is
	 * none
	 * @throws IllegalArgumentException if the id is blank
	 */
	public ContextResult getById(String contextId) {
		return Blocking.await(this.reactive.getById(contextId));
	}

	/**
	 * Create a context, or find it if there is one of that name: action
	 * {@code GetContext}.
	 * @param name the name
	 * @return the context
	 * @throws IllegalArgumentException if the name is blank
	 */
	public ContextResult create(String name) {
		return Blocking.await(this.reactive.create(name));
	}

	/**
	 * Rename a context: action {@code ModifyContext}.
	 * @param contextId the context
	 * @param name its new name
	 * @return whether the service did
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public OperationResult update(String contextId, String name) {
		return Blocking.await(this.reactive.update(contextId, name));
	}

	/**
	 * Delete a context with all that is in it: action {@code DeleteContext}.
	 * @param contextId the context
	 * @return whether the service did
	 * @throws IllegalArgumentException if the id is blank
	 */
	public OperationResult delete(String contextId) {
		return Blocking.await(this.reactive.delete(contextId));
	}

	/**
	 * Ask for an address to send a file to by HTTP PUT: action
	 * {@code GetContextFileUploadUrl}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return the address, which holds for about an hour
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public FileUrlResult getFileUploadUrl(String contextId, String path) {
		return Blocking.await(this.reactive.getFileUploadUrl(contextId, path));
	}

	/**
	 * Ask for an address to fetch a file from by HTTP GET: action
	 * {@code GetContextFileDownloadUrl}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return the address, which holds for about an hour
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public FileUrlResult getFileDownloadUrl(String contextId, String path) {
		return Blocking.await(this.reactive.getFileDownloadUrl(contextId, path));
	}

	/**
	 * Delete a file of a context: action {@code DeleteContextFile}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return whether the service did
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public OperationResult deleteFile(String contextId, String path) {
		return Blocking.await(this.reactive.deleteFile(contextId, path));
	}

	/**
	 * List the first fifty files in a folder: action {@code DescribeContextFiles}.
	 * @param contextId the context
	 * @param folder the path of the folder
	 * @return the first page
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public ContextFileListResult listFiles(String contextId, String folder) {
		return Blocking.await(this.reactive.listFiles(contextId, folder));
	}

	/**
	 * List a page of the files in a folder: action {@code DescribeContextFiles}.
	 * @param contextId the context
	 * @param folder the path of the folder
	 * @param page the page, from 1
	 * @param size the size of a page, at least 1
	 * @return the page
	 * @throws IllegalArgumentException if an argument is not usable
	 */
	public ContextFileListResult listFiles(String contextId, String folder, int page, int size) {
		return Blocking.await(this.reactive.listFiles(contextId, folder, page, size));
	}

	/**
	 * Begin to empty a context, and do not wait: action {@code ClearContext}.
	 * @param contextId the context
	 * @return whether the service began
	 * @throws IllegalArgumentException if the id is blank
	 */
	public OperationResult clearAsync(String contextId) {
		return Blocking.await(this.reactive.clearAsync(contextId));
	}

	/**
	 * Tell how far emptying a context is: action {@code GetContext}.
	 * @param contextId the context
	 * @return its state: {@link ContextState#CLEARING} until it is empty, then
	 * {@link ContextState#AVAILABLE}
	 * @throws IllegalArgumentException if the id is blank
	 */
	public ContextStateResult getClearStatus(String contextId) {
		return Blocking.await(this.reactive.getClearStatus(contextId));
	}

	/**
	 * Empty a context and wait until it is, for at most a minute: actions
	 * {@code ClearContext} and {@code GetContext}.
	 * @param contextId the context
	 * @return its state
	 * @throws IllegalArgumentException if the id is blank
	 */
	public ContextStateResult clear(String contextId) {
		return Blocking.await(this.reactive.clear(contextId));
	}

	/**
	 * Empty a context and wait until it is: actions {@code ClearContext} and
	 * {@code GetContext}.
	 * @param contextId the context
	 * @param timeout the longest time to wait
	 * @param pollInterval the longest pause between two looks at the state
	 * @return its state; a failure of kind {@link FailureKind#TIMEOUT} if it is not empty
	 * in time
	 * @throws IllegalArgumentException if the id is blank or a time not positive
	 */
	public ContextStateResult clear(String contextId, Duration timeout, Duration pollInterval) {
		return Blocking.await(this.reactive.clear(contextId, timeout, pollInterval));
	}

}
