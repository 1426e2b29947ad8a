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

package io.agentbay.internal.context;

import java.time.Duration;

import io.agentbay.context.ClearOptions;
import io.agentbay.context.Context;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ContextQuery;
import io.agentbay.context.ContextState;
import io.agentbay.context.FileUrl;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.error.FailureKind;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.ContextApi;
import io.agentbay.internal.api.ContextData;
import io.agentbay.internal.api.FileUrlData;
import io.agentbay.internal.api.Paging;
import io.agentbay.internal.http.Polling;
import io.agentbay.internal.observe.Awaited;
import io.agentbay.paging.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Works with the contexts of the account by actions.
 */
public final class DefaultReactiveContextService implements ReactiveContextService {

	private static final int FIRST_PAGE = 10;

	private static final int WHOLE_LIST_PAGE = 50;

	private static final Duration FIRST_LOOK = Duration.ofMillis(200);

	/** What a page token of files begins with if it is not a number. */
	private static final String CURSOR = "cursor:";

	private final ContextApi api;

	private final @Nullable String regionId;

	/**
	 * Create the service.
	 * @param api the actions on contexts
	 * @param regionId the region for new contexts, {@code null} for the service's choice
	 */
	public DefaultReactiveContextService(ContextApi api, @Nullable String regionId) {
		this.api = api;
		this.regionId = regionId;
	}

	@Override
	public Flux<Context> list(ContextQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return Paging.items(read(query, WHOLE_LIST_PAGE), (token) -> read(query.withPageToken(token), WHOLE_LIST_PAGE));
	}

	@Override
	public Mono<Page<Context>> listPage(ContextQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return read(query, FIRST_PAGE);
	}

	private Mono<Page<Context>> read(ContextQuery query, int size) {
		return this.api
			.listContexts((query.pageSize() != null) ? query.pageSize() : size, query.pageToken(), query.sessionId())
			.map((reply) -> Paging.page(reply, (data) -> ContextAnswers.context(data, "")));
	}

	@Override
	public Mono<Context> get(String name) {
		return get(name, false);
	}

	@Override
	public Mono<Context> find(String name) {
		return Awaited.refusal(FailureKind.NOT_FOUND, get(name))
			.onErrorResume(NotFoundException.class, (ex) -> Mono.empty());
	}

	@Override
	public Mono<Context> getOrCreate(String name) {
		return get(name, true);
	}

	private Mono<Context> get(String name, boolean create) {
		requireName(name);
		return this.api.getContext(name, create, this.regionId).map((reply) -> ContextAnswers.found(reply, name));
	}

	@Override
	public Mono<Context> getById(String contextId) {
		requireId(contextId);
		return this.api.getContextById(contextId).map((reply) -> ContextAnswers.found(reply, contextId));
	}

	@Override
	public Mono<Context> findById(String contextId) {
		return Awaited.refusal(FailureKind.NOT_FOUND, getById(contextId))
			.onErrorResume(NotFoundException.class, (ex) -> Mono.empty());
	}

	@Override
	public Mono<Void> rename(String contextId, String name) {
		requireId(contextId);
		requireName(name);
		return done(this.api.modifyContext(contextId, name));
	}

	@Override
	public Mono<Void> delete(String contextId) {
		requireId(contextId);
		return done(this.api.deleteContext(contextId));
	}

	@Override
	public Mono<Void> clear(String contextId, ClearOptions options) {
		Assert.notNull(options, "'options' must not be null");
		Mono<Void> awaited = Mono.defer(() -> awaitCleared(contextId, options));
		return requestClear(contextId).then(awaited);
	}

	private Mono<Void> awaitCleared(String contextId, ClearOptions options) {
		Duration first = (options.pollInterval().compareTo(FIRST_LOOK) < 0) ? options.pollInterval() : FIRST_LOOK;
		return new Polling(first, options.pollInterval())
			.until(look(contextId), (look) -> ContextState.AVAILABLE.equals(clearState(look)), options.timeout())
			.doOnNext((last) -> requireCleared(last, options.timeout()))
			.then();
	}

	private static void requireCleared(ApiReply<ContextData> last, Duration timeout) {
		ContextState state = clearState(last);
		if (!ContextState.AVAILABLE.equals(state)) {
			throw ServiceException.of(FailureKind.TIMEOUT, null,
					"Context clearing timed out after %s seconds; the context is %s".formatted(timeout.toSeconds(),
							state),
					last.outcome().details());
		}
	}

	@Override
	public Mono<Void> requestClear(String contextId) {
		requireId(contextId);
		return done(this.api.clearContext(contextId));
	}

	@Override
	public Mono<ContextState> fetchClearState(String contextId) {
		requireId(contextId);
		return look(contextId).map(DefaultReactiveContextService::clearState);
	}

	private Mono<ApiReply<ContextData>> look(String contextId) {
		return this.api.getContextById(contextId).map(ApiReply::orElseThrow);
	}

	/** While it works, the service may not tell the state. */
	private static ContextState clearState(ApiReply<ContextData> look) {
		ContextData data = look.data();
		return (data != null) ? ContextAnswers.state(data, ContextState.CLEARING) : ContextState.CLEARING;
	}

	@Override
	public Flux<ContextFile> listFiles(ContextFileQuery query) {
		return Paging.items(listFilesPage(query), (token) -> listFilesPage(query.withPageToken(token)));
	}

	/**
	 * A service that has cursors gives one with the first page already. Where it does not
	 * the pages have numbers, and the last one is the first that is not full.
	 */
	@Override
	public Mono<Page<ContextFile>> listFilesPage(ContextFileQuery query) {
		Assert.notNull(query, "'query' must not be null");
		String token = query.pageToken();
		if (token.startsWith(CURSOR)) {
			return this.api
				.describeContextFiles(query.contextId(), query.folder(), token.substring(CURSOR.length()),
						query.pageSize())
				.map((reply) -> Paging.page(reply, ContextAnswers::file))
				.map((page) -> new Page<>(page.items(), after(page, null), page.totalCount()));
		}
		int number = Integer.parseInt(token);
		return this.api.describeContextFiles(query.contextId(), query.folder(), number, query.pageSize())
			.map((reply) -> Paging.page(reply, ContextAnswers::file))
			.map((page) -> new Page<>(page.items(),
					(page.items().size() < query.pageSize()) ? null : after(page, String.valueOf(number + 1)),
					page.totalCount()));
	}

	private static @Nullable String after(Page<ContextFile> page, @Nullable String otherwise) {
		return StringUtils.hasLength(page.nextToken()) ? CURSOR + page.nextToken() : otherwise;
	}

	@Override
	public Mono<FileUrl> createUploadUrl(String contextId, String path) {
		requireFile(contextId, path);
		return this.api.getContextFileUploadUrl(contextId, path).map(DefaultReactiveContextService::url);
	}

	@Override
	public Mono<FileUrl> createDownloadUrl(String contextId, String path) {
		requireFile(contextId, path);
		return this.api.getContextFileDownloadUrl(contextId, path).map(DefaultReactiveContextService::url);
	}

	private static FileUrl url(ApiReply<FileUrlData> reply) {
		String address = FileUrlData.address(reply);
		FileUrlData data = reply.data();
		return new FileUrl(reply.address(address), (data != null) ? data.expireTime() : null);
	}

	@Override
	public Mono<Void> deleteFile(String contextId, String path) {
		requireFile(contextId, path);
		return done(this.api.deleteContextFile(contextId, path));
	}

	private static Mono<Void> done(Mono<ApiReply<Void>> call) {
		return call.doOnNext(ApiReply::orElseThrow).then();
	}

	private static void requireId(String contextId) {
		Assert.hasText(contextId, "'contextId' must not be empty");
	}

	private static void requireName(String name) {
		Assert.hasText(name, "'name' must not be empty");
	}

	private static void requireFile(String contextId, String path) {
		requireId(contextId);
		Assert.hasText(path, "'path' must not be empty");
	}

}
