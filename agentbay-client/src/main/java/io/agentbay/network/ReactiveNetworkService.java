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

import io.agentbay.internal.blocking.BlockingNetworkService;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * The networks that sessions can join, to go into the internet by the way of another
 * machine. Beta: the service may change it. Called by applications: new methods may be
 * added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveNetworkService {

	/**
	 * Create a network: action {@code CreateNetwork}. Name it when a session is created;
	 * it is bound by its token.
	 * @return the network
	 */
	Mono<Network> create();

	/**
	 * Get a network with its token: action {@code CreateNetwork}.
	 * @param networkId the network
	 * @return the network
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<Network> get(String networkId);

	/**
	 * Tell whether a network is bound: action {@code DescribeNetwork}.
	 * @param networkId the network
	 * @return its state; a {@link io.agentbay.error.NotFoundException} if there is none
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<NetworkStatus> fetchStatus(String networkId);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default NetworkService blocking() {
		return new BlockingNetworkService(this);
	}

}
