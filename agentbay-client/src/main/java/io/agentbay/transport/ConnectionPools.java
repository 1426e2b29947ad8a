package io.agentbay.transport;

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
		this.pools.put(new Key(id, remoteAddress), pool);
	}

	@Override
	public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
		this.pools.remove(new Key(id, remoteAddress));
	}

	int sum(ToIntFunction<ConnectionPoolMetrics> figure) {
		return this.pools.values().stream().mapToInt(figure).sum();
	}

	private record Key(String id, SocketAddress remoteAddress) {

	}

}
