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

package io.agentbay.internal.http;

import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/**
 * The pools of connections that Reactor Netty keeps for a client, one for each address
 * that it calls.
 */
final class ConnectionPools implements ConnectionProvider.MeterRegistrar {

	private final Map<Key, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

	@Override
	public void registerMetrics(String poolName, String id, SocketAddress remoteAddress, ConnectionPoolMetrics pool) {
		this.pools.put(new Key(poolName, id, remoteAddress), pool);
	}

	@Override
	public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
		this.pools.remove(new Key(poolName, id, remoteAddress));
	}

	int sum(ToIntFunction<ConnectionPoolMetrics> figure) {
		return this.pools.values().stream().mapToInt(figure).sum();
	}

	private record Key(String name, String id, SocketAddress remoteAddress) {

	}

}
