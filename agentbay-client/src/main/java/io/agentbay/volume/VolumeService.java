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

import io.agentbay.internal.blocking.Blocking;
import io.agentbay.result.OperationResult;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of the account. Experimental: no official client of today has them, and how
 * a session names one is not known, waiting for each operation. The blocking twin of
 * {@link ReactiveVolumeService}.
 */
public final class VolumeService {

	private final ReactiveVolumeService reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public VolumeService(ReactiveVolumeService reactive) {
		this.reactive = reactive;
	}

	/**
	 * Find a volume, or create it: action {@code GetVolume}.
	 * @param name its name
	 * @param imageId the image that it belongs to, {@code null} for none
	 * @param create whether to create it if it is missing
	 * @return the volume
	 * @throws IllegalArgumentException if the name is blank
	 */
	public VolumeResult get(String name, @Nullable String imageId, boolean create) {
		return Blocking.await(this.reactive.get(name, imageId, create));
	}

	/**
	 * List the first ten volumes: action {@code ListVolumes}.
	 * @return the first page
	 */
	public VolumeListResult list() {
		return Blocking.await(this.reactive.list());
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
	public VolumeListResult list(@Nullable String imageId, @Nullable String name, List<String> volumeIds,
			int maxResults, @Nullable String nextToken) {
		return Blocking.await(this.reactive.list(imageId, name, volumeIds, maxResults, nextToken));
	}

	/**
	 * Delete a volume: action {@code DeleteVolume}.
	 * @param volumeId the volume
	 * @return whether the service did
	 * @throws IllegalArgumentException if the id is blank
	 */
	public OperationResult delete(String volumeId) {
		return Blocking.await(this.reactive.delete(volumeId));
	}

}
