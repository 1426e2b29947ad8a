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

package io.agentbay.internal.account;

import java.util.Objects;

import io.agentbay.error.FailureKind;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.api.AccountApi;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.Paging;
import io.agentbay.internal.api.VolumeData;
import io.agentbay.internal.observe.Awaited;
import io.agentbay.internal.text.Times;
import io.agentbay.paging.Page;
import io.agentbay.volume.ReactiveVolumeService;
import io.agentbay.volume.Volume;
import io.agentbay.volume.VolumeQuery;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Works with volumes by actions.
 */
public final class DefaultReactiveVolumeService implements ReactiveVolumeService {

	private static final int FIRST_PAGE = 10;

	private static final int WHOLE_LIST_PAGE = 50;

	private final AccountApi api;

	/**
	 * Create the service.
	 * @param api the actions
	 */
	public DefaultReactiveVolumeService(AccountApi api) {
		this.api = api;
	}

	@Override
	public Mono<Volume> get(String name) {
		return volume(name, null, false);
	}

	@Override
	public Mono<Volume> get(String name, String imageId) {
		requireImage(imageId);
		return volume(name, imageId, false);
	}

	@Override
	public Mono<Volume> find(String name) {
		return Awaited.refusal(FailureKind.NOT_FOUND, get(name))
			.onErrorResume(NotFoundException.class, (ex) -> Mono.empty());
	}

	@Override
	public Mono<Volume> find(String name, String imageId) {
		return Awaited.refusal(FailureKind.NOT_FOUND, get(name, imageId))
			.onErrorResume(NotFoundException.class, (ex) -> Mono.empty());
	}

	@Override
	public Mono<Volume> getOrCreate(String name) {
		return volume(name, null, true);
	}

	@Override
	public Mono<Volume> getOrCreate(String name, String imageId) {
		requireImage(imageId);
		return volume(name, imageId, true);
	}

	private Mono<Volume> volume(String name, @Nullable String imageId, boolean create) {
		Assert.hasText(name, "'name' must not be empty");
		return this.api.getVolume(name, imageId, create).map((reply) -> {
			VolumeData data = reply.orElseThrow().data();
			if (data == null || data.volumeId() == null || data.volumeId().isEmpty()) {
				throw ServiceException.of(FailureKind.NOT_FOUND, null, "There is no volume " + name,
						reply.outcome().details());
			}
			return volume(data);
		});
	}

	@Override
	public Flux<Volume> list(VolumeQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return Paging.items(read(query, WHOLE_LIST_PAGE), (token) -> read(query.withPageToken(token), WHOLE_LIST_PAGE));
	}

	@Override
	public Mono<Page<Volume>> listPage(VolumeQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return read(query, FIRST_PAGE);
	}

	private Mono<Page<Volume>> read(VolumeQuery query, int size) {
		return this.api
			.listVolumes(query.imageId(), query.name(), query.volumeIds(),
					(query.pageSize() != null) ? query.pageSize() : size, query.pageToken())
			.map((reply) -> Paging.page(reply, DefaultReactiveVolumeService::volume));
	}

	@Override
	public Mono<Void> delete(String volumeId) {
		Assert.hasText(volumeId, "'volumeId' must not be empty");
		return this.api.deleteVolume(volumeId).doOnNext(ApiReply::orElseThrow).then();
	}

	private static void requireImage(String imageId) {
		Assert.hasText(imageId, "'imageId' must not be empty");
	}

	private static Volume volume(VolumeData data) {
		return new Volume(Objects.requireNonNullElse(data.volumeId(), ""),
				Objects.requireNonNullElse(data.volumeName(), ""), data.imageId(), data.status(),
				Times.read(data.createTime()));
	}

}
