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

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.agentbay.connection.Proxy;
import io.agentbay.connection.Tls;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;
import reactor.netty.transport.ProxyProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The connections and event loops of a client, and what sends over them.
 */
final class Wire {

	private final Map<Lane, ConnectionProvider> connections = new EnumMap<>(Lane.class);

	private final Map<Lane, WebClient> webClients = new EnumMap<>(Lane.class);

	private final LoopResources eventLoops;

	private final HttpClient webSocketClient;

	Wire(TransportSettings settings, ConnectionPools pools, TrafficCounter traffic) {
		this.eventLoops = LoopResources.create("agentbay-http", LoopResources.DEFAULT_IO_WORKER_COUNT, true);
		this.webSocketClient = configured(HttpClient.newConnection(), settings, traffic);
		for (Lane lane : Lane.values()) {
			ConnectionProvider provider = connections(lane, settings, pools);
			this.connections.put(lane, provider);
			this.webClients.put(lane, webClient(configured(HttpClient.create(provider), settings, traffic), settings));
		}
	}

	private static ConnectionProvider connections(Lane lane, TransportSettings settings, ConnectionPools pools) {
		return ConnectionProvider.builder("agentbay-" + lane.name().toLowerCase(Locale.ROOT))
			.maxConnections(settings.maxConnections())
			.pendingAcquireMaxCount(-1)
			.pendingAcquireTimeout(settings.timeouts().response())
			.maxIdleTime(settings.idleTimeout())
			.evictInBackground(settings.idleTimeout())
			.metrics(true, () -> pools)
			.build();
	}

	private static WebClient webClient(HttpClient client, TransportSettings settings) {
		return WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(client))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize((int) settings.maxReplySize().toBytes()))
			.defaultHeader("User-Agent", settings.userAgent())
			.build();
	}

	WebClient webClient(Lane lane) {
		return Objects.requireNonNull(this.webClients.get(lane));
	}

	/** Its connections are not from the pool, since each is held for long. */
	HttpClient webSocketClient() {
		return this.webSocketClient;
	}

	Mono<Void> dispose(Duration limit) {
		return Flux.fromIterable(this.connections.values())
			.flatMap(ConnectionProvider::disposeLater)
			.then(this.eventLoops.disposeLater(Duration.ZERO, limit));
	}

	private HttpClient configured(HttpClient bare, TransportSettings settings, TrafficCounter traffic) {
		// Reactor Netty by itself would repeat a request whose connection was reset.
		HttpClient client = bare.runOn(this.eventLoops)
			.disableRetry(true)
			.followRedirect(false)
			.doOnChannelInit((observer, channel, address) -> traffic.watch(channel))
			.doOnConnected((connection) -> connection.addHandlerLast(SecretQuery.NAME, SecretQuery.HANDLER))
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.timeouts().connect().toMillis());
		client = client.secure((spec) -> secure(spec, settings));
		Proxy proxy = settings.proxy();
		return (proxy != null)
				? client.proxy((spec) -> configure(spec, proxy, settings.timeouts())).resolver(new ProxiedNames(proxy))
				: client;
	}

	/** A peer that accepts and then is silent is no connection either. */
	private static void secure(SslProvider.SslContextSpec spec, TransportSettings settings) {
		Tls tls = settings.tls();
		SslProvider.GenericSslContextSpec<?> defaults = Http11SslContextSpec.forClient();
		SslProvider.Builder builder = (tls != null) ? spec.sslContext(sslContext(tls)) : spec.sslContext(defaults);
		builder.handshakeTimeout(settings.timeouts().connect());
	}

	private static SslContext sslContext(Tls tls) {
		return new JdkSslContext(tls.context(), true, tls.ciphers().isEmpty() ? null : tls.ciphers(),
				SupportedCipherSuiteFilter.INSTANCE, null, ClientAuth.NONE,
				tls.protocols().isEmpty() ? null : tls.protocols().toArray(String[]::new), false);
	}

	private static void configure(ProxyProvider.TypeSpec spec, Proxy proxy, Timeouts timeouts) {
		ProxyProvider.Builder builder = spec.type(ProxyProvider.Proxy.HTTP)
			.host(proxy.host())
			.port(proxy.port())
			.connectTimeoutMillis(timeouts.connect().toMillis());
		String password = proxy.password();
		if (proxy.username() != null) {
			builder.username(proxy.username()).password((user) -> (password != null) ? password : "");
		}
		String direct = proxy.directHostsPattern();
		if (direct != null) {
			builder.nonProxyHosts(direct);
		}
	}

}
