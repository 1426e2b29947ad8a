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

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * Which volumes are listed, and how many on a page.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class VolumeQuery {

	private static final VolumeQuery ALL = new VolumeQuery(null, null, List.of(), null, null);

	private final @Nullable String imageId;

	private final @Nullable String name;

	private final List<String> volumeIds;

	private final @Nullable Integer pageSize;

	private final @Nullable String pageToken;

	private VolumeQuery(@Nullable String imageId, @Nullable String name, List<String> volumeIds,
			@Nullable Integer pageSize, @Nullable String pageToken) {
		this.imageId = imageId;
		this.name = name;
		this.volumeIds = volumeIds;
		this.pageSize = pageSize;
		this.pageToken = pageToken;
	}

	/**
	 * Return the query for all volumes.
	 * @return the query
	 */
	public static VolumeQuery all() {
		return ALL;
	}

	/**
	 * Return this query for the volumes of an image.
	 * @param imageId the image
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public VolumeQuery withImageId(String imageId) {
		Assert.hasText(imageId, "'imageId' must not be empty");
		return new VolumeQuery(imageId, this.name, this.volumeIds, this.pageSize, this.pageToken);
	}

	/**
	 * Return this query for the volumes of a name.
	 * @param name the name
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public VolumeQuery withName(String name) {
		Assert.hasText(name, "'name' must not be empty");
		return new VolumeQuery(this.imageId, name, this.volumeIds, this.pageSize, this.pageToken);
	}

	/**
	 * Return this query for some volumes.
	 * @param volumeIds the volumes, none for all
	 * @return a changed copy
	 * @throws IllegalArgumentException if an id is blank
	 */
	public VolumeQuery withVolumeIds(String... volumeIds) {
		for (String id : volumeIds) {
			Assert.hasText(id, "'volumeIds' must not hold empty ids");
		}
		return new VolumeQuery(this.imageId, this.name, List.of(volumeIds), this.pageSize, this.pageToken);
	}

	/**
	 * Return this query with a size of pages.
	 * @param pageSize how many volumes are on a page, at least 1
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is less than 1
	 */
	public VolumeQuery withPageSize(int pageSize) {
		Assert.isTrue(pageSize >= 1, () -> "'pageSize' must be at least 1, but is " + pageSize);
		return new VolumeQuery(this.imageId, this.name, this.volumeIds, pageSize, this.pageToken);
	}

	/**
	 * Return this query from a page on.
	 * @param pageToken the mark of the page, see
	 * {@link io.agentbay.paging.Page#nextToken}
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public VolumeQuery withPageToken(String pageToken) {
		Assert.hasText(pageToken, "'pageToken' must not be blank");
		return new VolumeQuery(this.imageId, this.name, this.volumeIds, this.pageSize, pageToken);
	}

	/**
	 * Return the image that the volumes must belong to.
	 * @return the image, {@code null} for any
	 */
	public @Nullable String imageId() {
		return this.imageId;
	}

	/**
	 * Return the name that the volumes must have.
	 * @return the name, {@code null} for any
	 */
	public @Nullable String name() {
		return this.name;
	}

	/**
	 * Return the volumes that are listed.
	 * @return their ids, none for all
	 */
	public List<String> volumeIds() {
		return this.volumeIds;
	}

	/**
	 * Return how many volumes are on a page.
	 * @return the number, {@code null} for the default: 10 where a page is asked for, 50
	 * where all volumes are
	 */
	public @Nullable Integer pageSize() {
		return this.pageSize;
	}

	/**
	 * Return the page that is read first.
	 * @return its mark, {@code null} for the first page
	 */
	public @Nullable String pageToken() {
		return this.pageToken;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof VolumeQuery that && Objects.equals(this.imageId, that.imageId)
				&& Objects.equals(this.name, that.name) && this.volumeIds.equals(that.volumeIds)
				&& Objects.equals(this.pageSize, that.pageSize) && Objects.equals(this.pageToken, that.pageToken);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.imageId, this.name, this.volumeIds, this.pageSize, this.pageToken);
	}

	@Override
	public String toString() {
		return "VolumeQuery[imageId=%s, name=%s, volumeIds=%s, pageSize=%s, pageToken=%s]".formatted(this.imageId,
				this.name, this.volumeIds, this.pageSize, this.pageToken);
	}

}
