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
// Written by agentbay-face from ReactiveNetworkService. Change that, not this.

package io.agentbay.internal.blocking;

import io.agentbay.network.Network;
import io.agentbay.network.NetworkService;
import io.agentbay.network.NetworkStatus;
import io.agentbay.network.ReactiveNetworkService;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveNetworkService}.
 */
public final class BlockingNetworkService implements NetworkService {

	private final ReactiveNetworkService reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingNetworkService(ReactiveNetworkService reactive) {
		this.reactive = reactive;
	}

	@Override
	public Network create() {
		return Blocking.await(this.reactive.create());
	}

	@Override
	public Network get(String networkId) {
		return Blocking.await(this.reactive.get(networkId));
	}

	@Override
	public NetworkStatus fetchStatus(String networkId) {
		return Blocking.await(this.reactive.fetchStatus(networkId));
	}

	@Override
	public ReactiveNetworkService reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingNetworkService that && this.reactive.equals(that.reactive);
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
