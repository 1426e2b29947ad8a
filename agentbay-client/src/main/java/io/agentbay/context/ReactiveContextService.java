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

import io.agentbay.internal.blocking.BlockingContextService;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import io.agentbay.paging.Page;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * The contexts of the account: storage that outlives sessions. Called by applications:
 * new methods may be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveContextService {

	/**
	 * List all contexts: action {@code ListContexts} for each page, when it is asked for.
	 * @return the contexts; a page that is refused ends them with an exception
	 */
	@BlockingShape(Kind.PAGES)
	default Flux<Context> list() {
		return list(ContextQuery.all());
	}

	/**
	 * List contexts: action {@code ListContexts} for each page, when it is asked for.
	 * @param query which contexts
	 * @return the contexts; a page that is refused ends them with an exception
	 */
	@BlockingShape(Kind.PAGES)
	Flux<Context> list(ContextQuery query);

	/**
	 * List a page of the contexts: action {@code ListContexts}.
	 * @param query which contexts, how many on the page, and which page
	 * @return the page, with the mark of the next one
	 */
	Mono<Page<Context>> listPage(ContextQuery query);

	/**
	 * Get a context by its name: action {@code GetContext}.
	 * @param name the name
	 * @return the context; a {@link io.agentbay.error.NotFoundException} if there is none
	 * @throws IllegalArgumentException if the name is blank
	 */
	Mono<Context> get(String name);

	/**
	 * Find a context by its name: action {@code GetContext}.
	 * @param name the name
	 * @return the context, nothing if there is none
	 * @throws IllegalArgumentException if the name is blank
	 */
	Mono<Context> find(String name);

	/**
	 * Get a context by its name, and create it if there is none: action
	 * {@code GetContext}. The service knows no other way to create one, so it may be the
	 * context of somebody else who chose the same name.
	 * @param name the name
	 * @return the context
	 * @throws IllegalArgumentException if the name is blank
	 */
	Mono<Context> getOrCreate(String name);

	/**
	 * Get a context by its id: action {@code GetContext}.
	 * @param contextId the context
	 * @return the context; a {@link io.agentbay.error.NotFoundException} if there is none
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<Context> getById(String contextId);

	/**
	 * Find a context by its id: action {@code GetContext}.
	 * @param contextId the context
	 * @return the context, nothing if there is none
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<Context> findById(String contextId);

	/**
	 * Rename a context: action {@code ModifyContext}.
	 * @param contextId the context
	 * @param name its new name
	 * @return completes when it has the name
	 * @throws IllegalArgumentException if an argument is blank
	 */
	Mono<Void> rename(String contextId, String name);

	/**
	 * Delete a context with all that is in it: action {@code DeleteContext}.
	 * @param contextId the context
	 * @return completes when the service did
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<Void> delete(String contextId);

	/**
	 * Empty a context and wait until it is, for at most a minute: actions
	 * {@code ClearContext} and {@code GetContext}.
	 * @param contextId the context
	 * @return completes when it is empty
	 * @throws IllegalArgumentException if the id is blank
	 */
	default Mono<Void> clear(String contextId) {
		return clear(contextId, ClearOptions.defaults());
	}

	/**
	 * Empty a context and wait until it is: actions {@code ClearContext} and
	 * {@code GetContext}. A {@link io.agentbay.error.ServiceTimeoutException} if it is
	 * not empty in time.
	 * @param contextId the context
	 * @param options how long to wait
	 * @return completes when it is empty
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<Void> clear(String contextId, ClearOptions options);

	/**
	 * Begin to empty a context, and do not wait: action {@code ClearContext}.
	 * @param contextId the context
	 * @return completes when the service has begun
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<Void> requestClear(String contextId);

	/**
	 * Tell how far emptying a context is: action {@code GetContext}.
	 * @param contextId the context
	 * @return its state: {@link ContextState#CLEARING} until it is empty, then
	 * {@link ContextState#AVAILABLE}
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<ContextState> fetchClearState(String contextId);

	/**
	 * List the files in a folder of a context: action {@code DescribeContextFiles} for
	 * each page, when it is asked for.
	 * @param contextId the context
	 * @param folder the path of the folder
	 * @return the files and folders in it; a page that is refused ends them with an
	 * exception
	 * @throws IllegalArgumentException if an argument is blank
	 */
	@BlockingShape(Kind.PAGES)
	default Flux<ContextFile> listFiles(String contextId, String folder) {
		return listFiles(ContextFileQuery.of(contextId, folder));
	}

	/**
	 * List the files in a folder of a context: action {@code DescribeContextFiles} for
	 * each page, when it is asked for.
	 * @param query which files
	 * @return the files and folders in it; a page that is refused ends them with an
	 * exception
	 */
	@BlockingShape(Kind.PAGES)
	Flux<ContextFile> listFiles(ContextFileQuery query);

	/**
	 * List a page of the files in a folder of a context: action
	 * {@code DescribeContextFiles}.
	 * @param query which files, how many on the page, and which page
	 * @return the page, with the mark of the next one
	 */
	Mono<Page<ContextFile>> listFilesPage(ContextFileQuery query);

	/**
	 * Create an address to send a file to by HTTP PUT: action
	 * {@code GetContextFileUploadUrl}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return the address, which holds for about an hour
	 * @throws IllegalArgumentException if an argument is blank
	 */
	Mono<FileUrl> createUploadUrl(String contextId, String path);

	/**
	 * Create an address to fetch a file from by HTTP GET: action
	 * {@code GetContextFileDownloadUrl}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return the address, which holds for about an hour
	 * @throws IllegalArgumentException if an argument is blank
	 */
	Mono<FileUrl> createDownloadUrl(String contextId, String path);

	/**
	 * Delete a file of a context: action {@code DeleteContextFile}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return completes when the service did
	 * @throws IllegalArgumentException if an argument is blank
	 */
	Mono<Void> deleteFile(String contextId, String path);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default ContextService blocking() {
		return new BlockingContextService(this);
	}

}
