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

package io.agentbay.context;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.agentbay.paging.Page;

/**
 * The contexts of the account: storage that outlives sessions. Called by applications:
 * new methods may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface ContextService {

	/**
	 * List all contexts: action {@code ListContexts} for each page, when it is asked for.
	 * @return the contexts; a page that is refused ends them with an exception
	 */
	default Stream<Context> list() {
		return list(ContextQuery.all());
	}

	/**
	 * List contexts: action {@code ListContexts} for each page, when it is asked for.
	 * @param query which contexts
	 * @return the contexts; a page that is refused ends them with an exception
	 */
	Stream<Context> list(ContextQuery query);

	/**
	 * List a page of the contexts: action {@code ListContexts}.
	 * @param query which contexts, how many on the page, and which page
	 * @return the page, with the mark of the next one
	 */
	Page<Context> listPage(ContextQuery query);

	/**
	 * Get a context by its name: action {@code GetContext}.
	 * @param name the name
	 * @return the context; a {@link io.agentbay.error.NotFoundException} if there is none
	 * @throws IllegalArgumentException if the name is blank
	 */
	Context get(String name);

	/**
	 * Find a context by its name: action {@code GetContext}.
	 * @param name the name
	 * @return the context, nothing if there is none
	 * @throws IllegalArgumentException if the name is blank
	 */
	Optional<Context> find(String name);

	/**
	 * Get a context by its name, and create it if there is none: action
	 * {@code GetContext}. The service knows no other way to create one, so it may be the
	 * context of somebody else who chose the same name.
	 * @param name the name
	 * @return the context
	 * @throws IllegalArgumentException if the name is blank
	 */
	Context getOrCreate(String name);

	/**
	 * Get a context by its id: action {@code GetContext}.
	 * @param contextId the context
	 * @return the context; a {@link io.agentbay.error.NotFoundException} if there is none
	 * @throws IllegalArgumentException if the id is blank
	 */
	Context getById(String contextId);

	/**
	 * Find a context by its id: action {@code GetContext}.
	 * @param contextId the context
	 * @return the context, nothing if there is none
	 * @throws IllegalArgumentException if the id is blank
	 */
	Optional<Context> findById(String contextId);

	/**
	 * Rename a context: action {@code ModifyContext}.
	 * @param contextId the context
	 * @param name its new name
	 * @throws IllegalArgumentException if an argument is blank
	 */
	void rename(String contextId, String name);

	/**
	 * Delete a context with all that is in it: action {@code DeleteContext}.
	 * @param contextId the context
	 * @throws IllegalArgumentException if the id is blank
	 */
	void delete(String contextId);

	/**
	 * Empty a context and wait until it is, for at most a minute: actions
	 * {@code ClearContext} and {@code GetContext}.
	 * @param contextId the context
	 * @throws IllegalArgumentException if the id is blank
	 */
	default void clear(String contextId) {
		clear(contextId, ClearOptions.defaults());
	}

	/**
	 * Empty a context and wait until it is: actions {@code ClearContext} and
	 * {@code GetContext}. A {@link io.agentbay.error.ServiceTimeoutException} if it is
	 * not empty in time.
	 * @param contextId the context
	 * @param options how long to wait
	 * @throws IllegalArgumentException if the id is blank
	 */
	void clear(String contextId, ClearOptions options);

	/**
	 * Begin to empty a context, and do not wait: action {@code ClearContext}.
	 * @param contextId the context
	 * @throws IllegalArgumentException if the id is blank
	 */
	void requestClear(String contextId);

	/**
	 * Tell how far emptying a context is: action {@code GetContext}.
	 * @param contextId the context
	 * @return its state: {@link ContextState#CLEARING} until it is empty, then
	 * {@link ContextState#AVAILABLE}
	 * @throws IllegalArgumentException if the id is blank
	 */
	ContextState fetchClearState(String contextId);

	/**
	 * List the files in a folder of a context: action {@code DescribeContextFiles} for
	 * each page, when it is asked for.
	 * @param contextId the context
	 * @param folder the path of the folder
	 * @return the files and folders in it; a page that is refused ends them with an
	 * exception
	 * @throws IllegalArgumentException if an argument is blank
	 */
	default Stream<ContextFile> listFiles(String contextId, String folder) {
		return listFiles(ContextFileQuery.of(contextId, folder));
	}

	/**
	 * List the files in a folder of a context: action {@code DescribeContextFiles} for
	 * each page, when it is asked for.
	 * @param query which files
	 * @return the files and folders in it; a page that is refused ends them with an
	 * exception
	 */
	Stream<ContextFile> listFiles(ContextFileQuery query);

	/**
	 * List a page of the files in a folder of a context: action
	 * {@code DescribeContextFiles}.
	 * @param query which files, how many on the page, and which page
	 * @return the page, with the mark of the next one
	 */
	Page<ContextFile> listFilesPage(ContextFileQuery query);

	/**
	 * Create an address to send a file to by HTTP PUT: action
	 * {@code GetContextFileUploadUrl}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return the address, which holds for about an hour
	 * @throws IllegalArgumentException if an argument is blank
	 */
	FileUrl createUploadUrl(String contextId, String path);

	/**
	 * Create an address to fetch a file from by HTTP GET: action
	 * {@code GetContextFileDownloadUrl}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return the address, which holds for about an hour
	 * @throws IllegalArgumentException if an argument is blank
	 */
	FileUrl createDownloadUrl(String contextId, String path);

	/**
	 * Delete a file of a context: action {@code DeleteContextFile}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @throws IllegalArgumentException if an argument is blank
	 */
	void deleteFile(String contextId, String path);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveContextService reactive();

}
