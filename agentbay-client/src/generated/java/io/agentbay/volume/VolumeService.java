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
// Written by agentbay-face from ReactiveVolumeService. Change that, not this.

package io.agentbay.volume;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.agentbay.paging.Page;

/**
 * The volumes of the account. Experimental: no official client of today has them, and how
 * a session names one is not known. Called by applications: new methods may be added in
 * minor releases.
 *
 * @since 0.1.0
 */
public interface VolumeService {

	/**
	 * Get a volume that belongs to no image: action {@code GetVolume}.
	 * @param name its name
	 * @return the volume; a {@link io.agentbay.error.NotFoundException} if there is none
	 * @throws IllegalArgumentException if the name is blank
	 */
	Volume get(String name);

	/**
	 * Get a volume of an image: action {@code GetVolume}.
	 * @param name its name
	 * @param imageId the image that it belongs to
	 * @return the volume; a {@link io.agentbay.error.NotFoundException} if there is none
	 * @throws IllegalArgumentException if an argument is blank
	 */
	Volume get(String name, String imageId);

	/**
	 * Find a volume that belongs to no image: action {@code GetVolume}.
	 * @param name its name
	 * @return the volume, nothing if there is none
	 * @throws IllegalArgumentException if the name is blank
	 */
	Optional<Volume> find(String name);

	/**
	 * Find a volume of an image: action {@code GetVolume}.
	 * @param name its name
	 * @param imageId the image that it belongs to
	 * @return the volume, nothing if there is none
	 * @throws IllegalArgumentException if an argument is blank
	 */
	Optional<Volume> find(String name, String imageId);

	/**
	 * Get a volume that belongs to no image, and create it if there is none: action
	 * {@code GetVolume}.
	 * @param name its name
	 * @return the volume
	 * @throws IllegalArgumentException if the name is blank
	 */
	Volume getOrCreate(String name);

	/**
	 * Get a volume of an image, and create it if there is none: action {@code GetVolume}.
	 * @param name its name
	 * @param imageId the image that it belongs to
	 * @return the volume
	 * @throws IllegalArgumentException if an argument is blank
	 */
	Volume getOrCreate(String name, String imageId);

	/**
	 * List all volumes: action {@code ListVolumes} for each page, when it is asked for.
	 * @return the volumes; a page that is refused ends them with an exception
	 */
	default Stream<Volume> list() {
		return list(VolumeQuery.all());
	}

	/**
	 * List volumes: action {@code ListVolumes} for each page, when it is asked for.
	 * @param query which volumes
	 * @return the volumes; a page that is refused ends them with an exception
	 */
	Stream<Volume> list(VolumeQuery query);

	/**
	 * List a page of the volumes: action {@code ListVolumes}.
	 * @param query which volumes, how many on the page, and which page
	 * @return the page, with the mark of the next one
	 */
	Page<Volume> listPage(VolumeQuery query);

	/**
	 * Delete a volume: action {@code DeleteVolume}.
	 * @param volumeId the volume
	 * @throws IllegalArgumentException if the id is blank
	 */
	void delete(String volumeId);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveVolumeService reactive();

}
