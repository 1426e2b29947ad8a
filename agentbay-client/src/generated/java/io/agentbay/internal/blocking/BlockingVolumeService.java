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

package io.agentbay.internal.blocking;

import java.util.Optional;
import java.util.stream.Stream;

import io.agentbay.paging.Page;
import io.agentbay.volume.ReactiveVolumeService;
import io.agentbay.volume.Volume;
import io.agentbay.volume.VolumeQuery;
import io.agentbay.volume.VolumeService;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveVolumeService}.
 */
public final class BlockingVolumeService implements VolumeService {

	private final ReactiveVolumeService reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingVolumeService(ReactiveVolumeService reactive) {
		this.reactive = reactive;
	}

	@Override
	public Volume get(String name) {
		return Blocking.await(this.reactive.get(name));
	}

	@Override
	public Volume get(String name, String imageId) {
		return Blocking.await(this.reactive.get(name, imageId));
	}

	@Override
	public Optional<Volume> find(String name) {
		return Blocking.find(this.reactive.find(name));
	}

	@Override
	public Optional<Volume> find(String name, String imageId) {
		return Blocking.find(this.reactive.find(name, imageId));
	}

	@Override
	public Volume getOrCreate(String name) {
		return Blocking.await(this.reactive.getOrCreate(name));
	}

	@Override
	public Volume getOrCreate(String name, String imageId) {
		return Blocking.await(this.reactive.getOrCreate(name, imageId));
	}

	@Override
	public Stream<Volume> list(VolumeQuery query) {
		return Blocking.pages(this.reactive.list(query));
	}

	@Override
	public Page<Volume> listPage(VolumeQuery query) {
		return Blocking.await(this.reactive.listPage(query));
	}

	@Override
	public void delete(String volumeId) {
		Blocking.run(this.reactive.delete(volumeId));
	}

	@Override
	public ReactiveVolumeService reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingVolumeService that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
