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
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.ContextApi;
import io.agentbay.internal.api.ContextData;
import io.agentbay.internal.api.ContextFileData;
import io.agentbay.internal.api.FileUrlData;
import io.agentbay.internal.api.Page;
import io.agentbay.internal.http.Polling;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The contexts of the account: storage that outlives sessions.
 */
public final class ReactiveContextService {

	private static final int DEFAULT_PAGE_SIZE = 10;

	private static final int DEFAULT_FILE_PAGE_SIZE = 50;

	private static final Duration CLEAR_TIMEOUT = Duration.ofSeconds(60);

	private static final Duration CLEAR_POLL_INTERVAL = Duration.ofSeconds(2);

	private static final Duration FIRST_LOOK = Duration.ofMillis(200);

	private final ContextApi api;

	private final @Nullable String regionId;

	/**
	 * Create the service.
	 * @param api the actions on contexts
	 * @param regionId the region for new contexts, {@code null} for the service's choice
	 */
	public ReactiveContextService(ContextApi api, @Nullable String regionId) {
		this.api = api;
		this.regionId = regionId;
	}

	/**
	 * List the first ten contexts: action {@code ListContexts}.
	 * @return the first page
	 */
	public Mono<ContextListResult> list() {
		return list(DEFAULT_PAGE_SIZE, null, null);
	}

	/**
	 * List a page of the contexts: action {@code ListContexts}.
	 * @param maxResults the size of a page, at least 1
	 * @param nextToken the mark of the page as the page before it told, {@code null} for
	 * the first
	 * @param sessionId the session that they must be attached to, {@code null} for any
	 * @return the page
	 * @throws IllegalArgumentException if the size is below 1, or a text is blank
	 */
	public Mono<ContextListResult> list(int maxResults, @Nullable String nextToken, @Nullable String sessionId) {
		Assert.isTrue(maxResults >= 1, "'maxResults' must be at least 1");
		Assert.isTrue(nextToken == null || !nextToken.isBlank(),
				"'nextToken' must not be blank; pass null for the first page");
		Assert.isTrue(sessionId == null || !sessionId.isBlank(), "'sessionId' must not be blank; pass null for any");
		return this.api.listContexts(maxResults, nextToken, sessionId).map((reply) -> {
			Page<ContextData> page = reply.data();
			if (page == null) {
				return new ContextListResult(reply.outcome(), List.of(), null, maxResults, null);
			}
			return new ContextListResult(reply.outcome(),
					page.items().stream().map((data) -> Context.of(data, "")).toList(), page.nextToken(),
					Objects.requireNonNullElse(page.maxResults(), maxResults), page.totalCount());
		});
	}

	/**
	 * Find a context by name: action {@code GetContext}.
	 * @param name the name
	 * @return the context; a failure of kind {@link FailureKind#NOT_FOUND} if there is
	 * none
	 * @throws IllegalArgumentException if the name is blank
	 */
	public Mono<ContextResult> get(String name) {
		return get(name, false);
	}

	/**
	 * Find a context by name, or create it: action {@code GetContext}.
	 * @param name the name
	 * @param create whether to create it if it is missing
	 * @return the context
	 * @throws IllegalArgumentException if the name is blank
	 */
	public Mono<ContextResult> get(String name, boolean create) {
		Assert.hasText(name, "'name' must not be empty");
		return this.api.getContext(name, create, this.regionId).map((reply) -> found(reply, name));
	}

	/**
	 * Find a context by id: action {@code GetContext}.
	 * @param contextId the context
	 * @return the context; a failure of kind {@link FailureKind#NOT_FOUND} if there is
	 * none
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<ContextResult> getById(String contextId) {
		requireId(contextId);
		return this.api.getContextById(contextId).map((reply) -> found(reply, ""));
	}

	/**
	 * Create a context, or find it if there is one of that name: action
	 * {@code GetContext}.
	 * @param name the name
	 * @return the context
	 * @throws IllegalArgumentException if the name is blank
	 */
	public Mono<ContextResult> create(String name) {
		return get(name, true);
	}

	/** The service may answer success without an id for a context that does not exist. */
	private static ContextResult found(ApiReply<ContextData> reply, String name) {
		ContextData data = reply.data();
		if (reply.success() && (data == null || data.id() == null || data.id().isEmpty())) {
			return new ContextResult(
					Outcome.failure(FailureKind.NOT_FOUND, null, "There is no context " + name, reply.requestId()),
					null);
		}
		return new ContextResult(reply.outcome(), (data != null) ? Context.of(data, name) : null);
	}

	/**
	 * Rename a context: action {@code ModifyContext}.
	 * @param contextId the context
	 * @param name its new name
	 * @return whether the service did
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<OperationResult> update(String contextId, String name) {
		requireId(contextId);
		Assert.hasText(name, "'name' must not be empty");
		return operation(this.api.modifyContext(contextId, name));
	}

	/**
	 * Delete a context with all that is in it: action {@code DeleteContext}.
	 * @param contextId the context
	 * @return whether the service did
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<OperationResult> delete(String contextId) {
		requireId(contextId);
		return operation(this.api.deleteContext(contextId));
	}

	/**
	 * Ask for an address to send a file to by HTTP PUT: action
	 * {@code GetContextFileUploadUrl}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return the address, which holds for about an hour
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<FileUrlResult> getFileUploadUrl(String contextId, String path) {
		requireFile(contextId, path);
		return this.api.getContextFileUploadUrl(contextId, path).map(ReactiveContextService::url);
	}

	/**
	 * Ask for an address to fetch a file from by HTTP GET: action
	 * {@code GetContextFileDownloadUrl}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return the address, which holds for about an hour
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<FileUrlResult> getFileDownloadUrl(String contextId, String path) {
		requireFile(contextId, path);
		return this.api.getContextFileDownloadUrl(contextId, path).map(ReactiveContextService::url);
	}

	private static FileUrlResult url(ApiReply<FileUrlData> reply) {
		FileUrlData data = reply.data();
		if (reply.success() && (data == null || data.url() == null)) {
			return new FileUrlResult(
					Outcome.failure(FailureKind.SERVICE, null, "The service answered no address", reply.requestId()),
					null, null);
		}
		return new FileUrlResult(reply.outcome(), (data != null) ? data.url() : null,
				(data != null) ? data.expireTime() : null);
	}

	/**
	 * Delete a file of a context: action {@code DeleteContextFile}.
	 * @param contextId the context
	 * @param path the path of the file
	 * @return whether the service did
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<OperationResult> deleteFile(String contextId, String path) {
		requireFile(contextId, path);
		return operation(this.api.deleteContextFile(contextId, path));
	}

	/**
	 * List the first fifty files in a folder: action {@code DescribeContextFiles}.
	 * @param contextId the context
	 * @param folder the path of the folder
	 * @return the first page
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<ContextFileListResult> listFiles(String contextId, String folder) {
		return listFiles(contextId, folder, 1, DEFAULT_FILE_PAGE_SIZE);
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
	public Mono<ContextFileListResult> listFiles(String contextId, String folder, int page, int size) {
		requireId(contextId);
		Assert.hasText(folder, "'folder' must not be empty");
		Assert.isTrue(page >= 1, "'page' must be at least 1");
		Assert.isTrue(size >= 1, "'size' must be at least 1");
		return this.api.describeContextFiles(contextId, folder, page, size).map((reply) -> {
			Page<ContextFileData> files = reply.data();
			return (files != null)
					? new ContextFileListResult(reply.outcome(),
							files.items().stream().map(ReactiveContextService::file).toList(), files.totalCount())
					: new ContextFileListResult(reply.outcome(), List.of(), null);
		});
	}

	private static ContextFile file(ContextFileData data) {
		Function<@Nullable String, String> orEmpty = (text) -> Objects.requireNonNullElse(text, "");
		return new ContextFile(data.fileId(), orEmpty.apply(data.fileName()), orEmpty.apply(data.filePath()),
				"FOLDER".equalsIgnoreCase(data.fileType()), Objects.requireNonNullElse(data.size(), 0L),
				data.gmtCreate(), data.gmtModified(), data.status());
	}

	/**
	 * Begin to empty a context, and do not wait: action {@code ClearContext}.
	 * @param contextId the context
	 * @return whether the service began
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<OperationResult> clearAsync(String contextId) {
		requireId(contextId);
		return operation(this.api.clearContext(contextId));
	}

	/**
	 * Tell how far emptying a context is: action {@code GetContext}.
	 * @param contextId the context
	 * @return its state: {@link ContextState#CLEARING} until it is empty, then
	 * {@link ContextState#AVAILABLE}
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<ContextStateResult> getClearStatus(String contextId) {
		requireId(contextId);
		return this.api.getContextById(contextId)
			.map((reply) -> new ContextStateResult(reply.outcome(),
					(reply.data() != null) ? ContextState.of(reply.data().state(), ContextState.CLEARING) : null));
	}

	/**
	 * Empty a context and wait until it is, for at most a minute: actions
	 * {@code ClearContext} and {@code GetContext}.
	 * @param contextId the context
	 * @return its state
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<ContextStateResult> clear(String contextId) {
		return clear(contextId, CLEAR_TIMEOUT, CLEAR_POLL_INTERVAL);
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
	public Mono<ContextStateResult> clear(String contextId, Duration timeout, Duration pollInterval) {
		Polling.requirePositive(timeout, "timeout");
		Polling.requirePositive(pollInterval, "pollInterval");
		return clearAsync(contextId).flatMap((begun) -> begun.success() ? awaitCleared(contextId, timeout, pollInterval)
				: Mono.just(new ContextStateResult(begun.outcome(), null)));
	}

	private Mono<ContextStateResult> awaitCleared(String contextId, Duration timeout, Duration pollInterval) {
		Duration first = (pollInterval.compareTo(FIRST_LOOK) < 0) ? pollInterval : FIRST_LOOK;
		return new Polling(first, pollInterval)
			.until(getClearStatus(contextId), (look) -> !look.success() || ContextState.AVAILABLE.equals(look.state()),
					timeout)
			.map((last) -> {
				if (!last.success() || ContextState.AVAILABLE.equals(last.state())) {
					return last;
				}
				return new ContextStateResult(Outcome.failure(FailureKind.TIMEOUT, null,
						"Context clearing timed out after %d seconds".formatted(timeout.toSeconds()), last.requestId()),
						last.state());
			});
	}

	private static Mono<OperationResult> operation(Mono<ApiReply<Void>> call) {
		return call.map((reply) -> new OperationResult(reply.outcome()));
	}

	private static void requireId(String contextId) {
		Assert.hasText(contextId, "'contextId' must not be empty");
	}

	private static void requireFile(String contextId, String path) {
		requireId(contextId);
		Assert.hasText(path, "'path' must not be empty");
	}

}
