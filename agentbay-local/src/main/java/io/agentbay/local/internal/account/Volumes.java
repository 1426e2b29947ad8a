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

package io.agentbay.local.internal.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.internal.context.ContextRefusedException;

/**
 * The volumes of the account. How the service attaches one to a session is not known, so
 * they are entries of a list here, which ends with the runtime.
 */
public final class Volumes {

	private final List<Volume> volumes = new ArrayList<>();

	private final RuntimeClock clock;

	private long lastNumber;

	/**
	 * Begin without any.
	 * @param clock tells when a volume is created
	 */
	public Volumes(RuntimeClock clock) {
		this.clock = clock;
	}

	/**
	 * Find a volume, or create it.
	 * @param name its name
	 * @param imageId the image that it belongs to; empty for none
	 * @param create whether to create it if it is missing
	 * @return the volume
	 * @throws ContextRefusedException if there is none
	 */
	public synchronized Volume get(String name, String imageId, boolean create) {
		Optional<Volume> found = this.volumes.stream()
			.filter((volume) -> volume.name().equals(name) && volume.imageId().equals(imageId))
			.findFirst();
		if (found.isPresent()) {
			return found.get();
		}
		if (!create) {
			throw new ContextRefusedException("Volume.NotFound", "Volume " + name + " is not found");
		}
		Volume volume = new Volume(++this.lastNumber,
				"vol-" + UUID.randomUUID().toString().replace("-", "").substring(0, 17), name, imageId,
				this.clock.now());
		this.volumes.add(volume);
		return volume;
	}

	/**
	 * List all volumes.
	 * @return the volumes in the order of their creation
	 */
	public synchronized List<Volume> list() {
		return List.copyOf(this.volumes);
	}

	/**
	 * Delete a volume.
	 * @param id its id
	 * @throws ContextRefusedException if there is none
	 */
	public synchronized void delete(String id) {
		if (!this.volumes.removeIf((volume) -> volume.id().equals(id))) {
			throw new ContextRefusedException("Volume.NotFound", "Volume " + id + " is not found");
		}
	}

	/**
	 * A volume.
	 *
	 * @param number its place in the order of creation
	 * @param id its id
	 * @param name its name
	 * @param imageId the image that it belongs to; empty for none
	 * @param created when it was created
	 */
	public record Volume(long number, String id, String name, String imageId, Instant created) {
	}

}
