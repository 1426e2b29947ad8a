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

package io.agentbay.volume;

import java.util.List;
import java.util.Objects;

import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.AccountApi;
import io.agentbay.internal.api.Page;
import io.agentbay.internal.api.VolumeData;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The volumes of the account. Experimental: no official client of today has them, and how
 * a session names one is not known.
 */
public final class ReactiveVolumeService {

	private static final int DEFAULT_PAGE_SIZE = 10;

	private final AccountApi api;

	/**
	 * Create the feature.
	 * @param api the actions
	 */
	public ReactiveVolumeService(AccountApi api) {
		this.api = api;
	}

	/**
	 * Find a volume, or create it: action {@code GetVolume}.
	 * @param name its name
	 * @param imageId the image that it belongs to, {@code null} for none
	 * @param create whether to create it if it is missing
	 * @return the volume
	 * @throws IllegalArgumentException if the name is blank
	 */
	public Mono<VolumeResult> get(String name, @Nullable String imageId, boolean create) {
		Assert.hasText(name, "'name' must not be empty");
		requireNotBlank(imageId, "imageId");
		return this.api.getVolume(name, imageId, create).map((reply) -> {
			VolumeData data = reply.data();
			if (reply.success() && (data == null || data.volumeId() == null || data.volumeId().isEmpty())) {
				return new VolumeResult(
						Outcome.failure(FailureKind.NOT_FOUND, null, "There is no volume " + name, reply.requestId()),
						null);
			}
			return new VolumeResult(reply.outcome(), (data != null) ? volume(data) : null);
		});
	}

	/**
	 * List the first ten volumes: action {@code ListVolumes}.
	 * @return the first page
	 */
	public Mono<VolumeListResult> list() {
		return list(null, null, List.of(), DEFAULT_PAGE_SIZE, null);
	}

	/**
	 * List a page of the volumes: action {@code ListVolumes}.
	 * @param imageId the image that they must belong to, {@code null} for any
	 * @param name the name that they must have, {@code null} for any
	 * @param volumeIds the volumes, empty for all
	 * @param maxResults the size of a page, at least 1
	 * @param nextToken the mark of the page, {@code null} for the first
	 * @return the page
	 * @throws IllegalArgumentException if the size is below 1
	 */
	public Mono<VolumeListResult> list(@Nullable String imageId, @Nullable String name, List<String> volumeIds,
			int maxResults, @Nullable String nextToken) {
		requireNotBlank(imageId, "imageId");
		requireNotBlank(name, "name");
		requireNotBlank(nextToken, "nextToken");
		Assert.notNull(volumeIds, "'volumeIds' must not be null");
		volumeIds.forEach((id) -> Assert.hasText(id, "'volumeIds' must not hold empty ids"));
		Assert.isTrue(maxResults >= 1, "'maxResults' must be at least 1");
		return this.api.listVolumes(imageId, name, List.copyOf(volumeIds), maxResults, nextToken).map((reply) -> {
			Page<VolumeData> page = reply.data();
			return (page != null) ? new VolumeListResult(reply.outcome(),
					page.items().stream().map(ReactiveVolumeService::volume).toList(), page.nextToken(),
					page.totalCount()) : new VolumeListResult(reply.outcome(), List.of(), null, null);
		});
	}

	/**
	 * Delete a volume: action {@code DeleteVolume}.
	 * @param volumeId the volume
	 * @return whether the service did
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<OperationResult> delete(String volumeId) {
		Assert.hasText(volumeId, "'volumeId' must not be empty");
		return this.api.deleteVolume(volumeId).map((reply) -> new OperationResult(reply.outcome()));
	}

	private static void requireNotBlank(@Nullable String value, String name) {
		Assert.isTrue(value == null || !value.isBlank(), () -> "'" + name + "' must not be blank; pass null for none");
	}

	private static Volume volume(VolumeData data) {
		return new Volume(Objects.requireNonNullElse(data.volumeId(), ""),
				Objects.requireNonNullElse(data.volumeName(), ""), data.imageId(), data.status(), data.createTime());
	}

}
