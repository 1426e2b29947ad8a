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

package io.agentbay.network;

import io.agentbay.internal.blocking.Blocking;

/**
 * The networks that sessions can join, to go into the internet by the way of another
 * machine. Beta, waiting for each operation. The blocking twin of
 * {@link ReactiveNetworkService}.
 */
public final class NetworkService {

	private final ReactiveNetworkService reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public NetworkService(ReactiveNetworkService reactive) {
		this.reactive = reactive;
	}

	/**
	 * Make a network: action {@code CreateNetwork}. Name it when a session is created; it
	 * is bound by its token.
	 * @return the network
	 */
	public NetworkTokenResult getNetworkBindToken() {
		return Blocking.await(this.reactive.getNetworkBindToken());
	}

	/**
	 * Read the token of a network: action {@code CreateNetwork}.
	 * @param networkId the network
	 * @return the network
	 * @throws IllegalArgumentException if the id is blank
	 */
	public NetworkTokenResult getNetworkBindToken(String networkId) {
		return Blocking.await(this.reactive.getNetworkBindToken(networkId));
	}

	/**
	 * Tell whether a network is bound: action {@code DescribeNetwork}.
	 * @param networkId the network
	 * @return its state; a failure of kind NOT_FOUND if there is none
	 * @throws IllegalArgumentException if the id is blank
	 */
	public NetworkStatusResult describe(String networkId) {
		return Blocking.await(this.reactive.describe(networkId));
	}

}
