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

import io.agentbay.connection.Proxy;
import io.agentbay.connection.Tls;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The connections and event loops of a client, and what sends over them.
 */
final class Wire {

	private final ConnectionProvider connections;

	private final LoopResources eventLoops;

	private final WebClient webClient;

	private final HttpClient webSocketClient;

	Wire(TransportSettings settings, ConnectionPools pools, TrafficCounter traffic) {
		this.connections = ConnectionProvider.builder("agentbay")
			.maxConnections(settings.maxConnections())
			.pendingAcquireMaxCount(-1)
			.pendingAcquireTimeout(settings.timeouts().response())
			.maxIdleTime(settings.idleTimeout())
			.evictInBackground(settings.idleTimeout())
			.metrics(true, () -> pools)
			.build();
		this.eventLoops = LoopResources.create("agentbay-http", LoopResources.DEFAULT_IO_WORKER_COUNT, true);
		this.webSocketClient = configured(HttpClient.newConnection(), settings, traffic);
		this.webClient = WebClient.builder()
			.clientConnector(
					new ReactorClientHttpConnector(configured(HttpClient.create(this.connections), settings, traffic)))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize((int) settings.maxReplySize().toBytes()))
			.defaultHeader("User-Agent", settings.userAgent())
			.build();
	}

	WebClient webClient() {
		return this.webClient;
	}

	/** Its connections are not from the pool, since each is held for long. */
	HttpClient webSocketClient() {
		return this.webSocketClient;
	}

	Mono<Void> dispose(Duration limit) {
		return this.connections.disposeLater().then(this.eventLoops.disposeLater(Duration.ZERO, limit));
	}

	private HttpClient configured(HttpClient bare, TransportSettings settings, TrafficCounter traffic) {
		// Reactor Netty by itself would repeat a request whose connection was reset.
		HttpClient client = bare.runOn(this.eventLoops)
			.disableRetry(true)
			.followRedirect(false)
			.doOnChannelInit((observer, channel, address) -> traffic.watch(channel))
			.doOnConnected((connection) -> connection.addHandlerLast(SecretQuery.NAME, SecretQuery.HANDLER))
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.timeouts().connect().toMillis());
		Tls tls = settings.tls();
		if (tls != null) {
			client = client.secure((spec) -> spec.sslContext(sslContext(tls)));
		}
		Proxy proxy = settings.proxy();
		return (proxy != null)
				? client.proxy((spec) -> configure(spec, proxy, settings.timeouts())).resolver(new ProxiedNames(proxy))
				: client;
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
