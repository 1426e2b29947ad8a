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

package io.agentbay.internal.account;

import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.api.AccountApi;
import io.agentbay.internal.api.NetworkData;
import io.agentbay.internal.api.NetworkStateData;
import io.agentbay.network.Network;
import io.agentbay.network.NetworkStatus;
import io.agentbay.network.ReactiveNetworkService;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Works with networks by actions.
 */
public final class DefaultReactiveNetworkService implements ReactiveNetworkService {

	private final AccountApi api;

	private final @Nullable String regionId;

	/**
	 * Create the service.
	 * @param api the actions
	 * @param regionId the region for new networks, {@code null} for the service's choice
	 */
	public DefaultReactiveNetworkService(AccountApi api, @Nullable String regionId) {
		this.api = api;
		this.regionId = regionId;
	}

	@Override
	public Mono<Network> create() {
		return network(null);
	}

	@Override
	public Mono<Network> get(String networkId) {
		Assert.hasText(networkId, "'networkId' must not be empty");
		return network(networkId);
	}

	private Mono<Network> network(@Nullable String networkId) {
		return this.api.createNetwork(networkId, this.regionId).map((reply) -> {
			NetworkData data = reply.orElseThrow().data();
			String id = (data != null) ? data.networkId() : null;
			if (data == null || id == null || id.isBlank()) {
				throw ServiceException.of(FailureKind.SERVICE, null, "Network data not found in response",
						reply.outcome().details());
			}
			return new Network(id, data.networkToken());
		});
	}

	@Override
	public Mono<NetworkStatus> fetchStatus(String networkId) {
		Assert.hasText(networkId, "'networkId': network_id is required");
		return this.api.describeNetwork(networkId).map((reply) -> {
			NetworkStateData data = reply.orElseThrow().data();
			return new NetworkStatus(data != null && Boolean.TRUE.equals(data.online()));
		});
	}

}
