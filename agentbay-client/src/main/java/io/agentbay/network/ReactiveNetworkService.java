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

import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.AccountApi;
import io.agentbay.internal.api.NetworkData;
import io.agentbay.internal.api.NetworkStateData;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The networks that sessions can join, to go into the internet by the way of another
 * machine. Beta.
 */
public final class ReactiveNetworkService {

	private final AccountApi api;

	private final @Nullable String regionId;

	/**
	 * Create the feature.
	 * @param api the actions
	 * @param regionId the region for new networks, {@code null} for the service's choice
	 */
	public ReactiveNetworkService(AccountApi api, @Nullable String regionId) {
		this.api = api;
		this.regionId = regionId;
	}

	/**
	 * Make a network: action {@code CreateNetwork}. Name it when a session is created; it
	 * is bound by its token.
	 * @return the network
	 */
	public Mono<NetworkTokenResult> getNetworkBindToken() {
		return token(null);
	}

	/**
	 * Read the token of a network: action {@code CreateNetwork}.
	 * @param networkId the network
	 * @return the network
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<NetworkTokenResult> getNetworkBindToken(String networkId) {
		Assert.hasText(networkId, "'networkId' must not be empty");
		return token(networkId);
	}

	/**
	 * Tell whether a network is bound: action {@code DescribeNetwork}.
	 * @param networkId the network
	 * @return its state; a failure of kind NOT_FOUND if there is none
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<NetworkStatusResult> describe(String networkId) {
		Assert.hasText(networkId, "'networkId': network_id is required");
		return this.api.describeNetwork(networkId).map((reply) -> {
			NetworkStateData data = reply.data();
			return new NetworkStatusResult(reply.outcome(), data != null && Boolean.TRUE.equals(data.online()));
		});
	}

	private Mono<NetworkTokenResult> token(@Nullable String networkId) {
		return this.api.createNetwork(networkId, this.regionId).map((reply) -> {
			NetworkData data = reply.data();
			if (reply.success() && (data == null || data.networkId() == null)) {
				return new NetworkTokenResult(Outcome.failure(FailureKind.SERVICE, null,
						"Network data not found in response", reply.requestId()), null, null);
			}
			return new NetworkTokenResult(reply.outcome(), (data != null) ? data.networkId() : null,
					(data != null) ? data.networkToken() : null);
		});
	}

}
