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

package io.agentbay.local.internal.http;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

import javax.net.ssl.SSLException;

import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.fault.Faults;
import io.agentbay.local.internal.action.Actions;
import io.agentbay.local.internal.action.ToolCalls;
import io.agentbay.local.internal.browser.Browsers;
import io.agentbay.local.internal.channel.Channels;
import io.agentbay.local.internal.context.Contexts;
import io.agentbay.local.internal.context.FileUrls;
import io.agentbay.local.internal.picture.Pictures;
import io.agentbay.local.internal.session.Links;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tls.ServerIdentity;
import io.agentbay.local.journal.Journal;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;

/**
 * The HTTP server, and beside it one that speaks https where that is wanted.
 */
public final class LocalServer implements AutoCloseable {

	private static final String LOOPBACK = "127.0.0.1";

	private static final int MAX_LINE_BYTES = 64 * 1024;

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private final DisposableServer server;

	private final @Nullable DisposableServer tlsServer;

	private LocalServer(DisposableServer server, @Nullable DisposableServer tlsServer) {
		this.server = server;
		this.tlsServer = tlsServer;
	}

	/**
	 * Start to serve.
	 * @param listening where to listen
	 * @param admission what is let in
	 * @param means what calls are served with
	 * @param services what is served
	 * @param files the files that are served
	 * @return the server, running
	 */
	public static LocalServer start(Listening listening, Admission admission, Means means, Services services,
			Files files) {
		JsonMapper mapper = means.mapper();
		int maxBytes = admission.maxRequestBytes();
		Envelopes envelopes = new Envelopes(mapper);
		Handling handling = new Handling(means.workers(), envelopes, means.faults(), means.journal(), means.clock());
		Bodies bodies = new Bodies(maxBytes);
		ApiKey key = new ApiKey(admission.apiKey());
		Doors doors = new Doors(new OpenApiDoor(bodies, key, services.actions(), envelopes, handling),
				new DirectLinkDoor(mapper, bodies, services.sessions(), services.calls(), envelopes, handling),
				new LinkDoor(services.links(), envelopes, means.connections(), maxBytes),
				new CdpDoor(services.links(), services.sessions(), services.browsers(), mapper, envelopes,
						means.workers(), maxBytes),
				new ResourceDoor(services.sessions(), envelopes), new PictureDoor(files.pictures(), envelopes),
				new ContextFileDoor(files.contexts(), files.urls(), files.maxContextFileBytes(), means.workers(),
						handling),
				new WebSocketDoor(services.sessions(), services.channels(), envelopes, handling, maxBytes),
				new PushDoor(mapper, bodies, key, services.channels(), envelopes, handling),
				new Visitors(listening.host(), listening.names()), envelopes);
		BrokenRequests brokenRequests = new BrokenRequests(envelopes);
		HttpServer http = HttpServer.create()
			.httpRequestDecoder((decoder) -> decoder.maxInitialLineLength(MAX_LINE_BYTES).maxHeaderSize(MAX_LINE_BYTES))
			.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
				.addAfter(NettyPipeline.HttpCodec, BrokenRequests.NAME, brokenRequests))
			.handle(afterReading(new ReactorHttpHandlerAdapter(doors.handler())))
			.runOn(means.connections().threads(), false);
		DisposableServer plain = bind(http, listening.address(), listening.port(), "port, --port");
		try {
			return new LocalServer(plain,
					(listening.tls() != null) ? bind(http, listening.address(), listening.tls()) : null);
		}
		catch (RuntimeException ex) {
			plain.disposeNow(CLOSE_TIMEOUT);
			throw ex;
		}
	}

	/**
	 * Handle a request once its connection has been read as far as it goes. One that had
	 * waited for the answer to the one before, and is answered at once, would otherwise
	 * be over before its end is looked at: Reactor Netty 1.3.6 never reads on then
	 * (reactor-netty issue 4361).
	 */
	private static BiFunction<HttpServerRequest, HttpServerResponse, Mono<Void>> afterReading(
			BiFunction<HttpServerRequest, HttpServerResponse, Mono<Void>> handler) {
		return (request, response) -> {
			AtomicReference<Mono<Void>> later = new AtomicReference<>(Mono.never());
			request.withConnection((connection) -> later
				.set(Mono.defer(() -> isOver(connection.channel()) ? Mono.never() : handler.apply(request, response))
					.subscribeOn(Schedulers.fromExecutor(connection.channel().eventLoop()))));
			return later.get();
		};
	}

	/**
	 * As it was read, the request was found to be broken and answered, or the client has
	 * gone: what there is of the request looks like all of it.
	 */
	private static boolean isOver(Channel channel) {
		return BrokenRequests.isBroken(channel) || !channel.isActive();
	}

	private static DisposableServer bind(HttpServer http, InetAddress address, int port, String settings) {
		try {
			return http.bindAddress(() -> new InetSocketAddress(address, port)).bindNow();
		}
		catch (ChannelBindException ex) {
			String host = address.getHostAddress();
			if (!isOfThisMachine(address)) {
				throw new IllegalStateException(
						"%s is no address of this machine: give one that it has, or 0.0.0.0 for all (host, --host)"
							.formatted(host),
						ex);
			}
			throw new IllegalStateException(
					"Port %s of %s cannot be opened (%s): choose another one, or 0 for any that is free (%s)".formatted(
							port, host, Objects.requireNonNullElse(ex.getCause(), ex).getMessage(), settings),
					ex);
		}
	}

	/**
	 * Interfaces do not list all loopback addresses, and the failure tells it in words
	 * that differ from system to system: so it is tried.
	 */
	private static boolean isOfThisMachine(InetAddress address) {
		try (ServerSocket attempt = new ServerSocket(0, 1, address)) {
			return attempt.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static DisposableServer bind(HttpServer http, InetAddress address, Tls tls) {
		try {
			SslContext context = SslContextBuilder.forServer(tls.identity().key(), tls.identity().certificates())
				.sslProvider(SslProvider.JDK)
				.build();
			return bind(http.secure((spec) -> spec.sslContext(context)), address, tls.port(), "tlsPort, --tls-port");
		}
		catch (SSLException ex) {
			throw new IllegalArgumentException("The key of the runtime cannot be used for https", ex);
		}
	}

	/**
	 * The port it listens on.
	 * @return the port
	 */
	public int port() {
		return port(this.server);
	}

	/**
	 * The address at which it is reached from this machine.
	 * @return scheme, host and port
	 */
	public URI endpoint() {
		return endpoint("http", this.server);
	}

	/**
	 * The address at which it is reached by https.
	 * @return scheme, host and port, or nothing when https is not served
	 */
	public Optional<URI> tlsEndpoint() {
		return Optional.ofNullable(this.tlsServer).map((listener) -> endpoint("https", listener));
	}

	private static URI endpoint(String scheme, DisposableServer server) {
		InetAddress address = ((InetSocketAddress) server.address()).getAddress();
		return URI.create("%s://%s:%s".formatted(scheme, shown(address), port(server)));
	}

	/**
	 * An address as it is written in a URI, one that stands for all as the loopback
	 * address. The short form of an IPv6 address has no zone, without which some lead
	 * nowhere.
	 */
	static String shown(InetAddress address) {
		if (address.isAnyLocalAddress()) {
			return LOOPBACK;
		}
		if (address instanceof Inet6Address) {
			String full = address.getHostAddress();
			String zone = full.contains("%") ? full.substring(full.indexOf('%')) : "";
			return "[" + NetUtil.toAddressString(address) + zone + "]";
		}
		return address.getHostAddress();
	}

	private static int port(DisposableServer server) {
		return ((InetSocketAddress) server.address()).getPort();
	}

	/**
	 * Stop: no further call is accepted and all connections are closed.
	 */
	@Override
	public void close() {
		if (this.tlsServer != null) {
			this.tlsServer.disposeNow(CLOSE_TIMEOUT);
		}
		this.server.disposeNow(CLOSE_TIMEOUT);
	}

	/**
	 * Where to listen.
	 *
	 * @param host the address of this machine to listen on, or the name that stands for
	 * it
	 * @param address that address
	 * @param port the port, 0 for any that is free
	 * @param tls where and as who to speak https, {@code null} for nowhere
	 * @param names further names by which clients may call this machine
	 */
	public record Listening(String host, InetAddress address, int port, @Nullable Tls tls, List<String> names) {
	}

	/**
	 * Where and as who to speak https.
	 *
	 * @param port the port, 0 for any that is free
	 * @param identity the key and its certificates
	 */
	public record Tls(int port, ServerIdentity identity) {
	}

	/**
	 * What is let in.
	 *
	 * @param apiKey the key that clients need
	 * @param maxRequestBytes the size of the largest body that is accepted
	 */
	public record Admission(String apiKey, int maxRequestBytes) {

		@Override
		public String toString() {
			return "up to " + this.maxRequestBytes + " bytes with the key";
		}

	}

	/**
	 * What calls are served with.
	 *
	 * @param mapper reads and writes JSON
	 * @param connections what serves connections
	 * @param workers carry calls out
	 * @param faults what is to go wrong
	 * @param journal where calls are written down
	 * @param clock tells when
	 */
	public record Means(JsonMapper mapper, Connections connections, ExecutorService workers, Faults faults,
			Journal journal, RuntimeClock clock) {
	}

	/**
	 * What a server serves.
	 *
	 * @param actions the actions
	 * @param sessions the sessions
	 * @param links the links that were given out
	 * @param calls how tools are called
	 * @param channels opens channels on WebSockets
	 * @param browsers the browsers of sessions
	 */
	public record Services(Actions actions, Sessions sessions, Links links, ToolCalls calls, Channels channels,
			Browsers browsers) {
	}

	/**
	 * The files that are served.
	 *
	 * @param contexts the contexts
	 * @param urls checks the addresses of their files
	 * @param maxContextFileBytes the size of the largest file that is accepted by its
	 * address
	 * @param pictures the pictures that can be fetched
	 */
	public record Files(Contexts contexts, FileUrls urls, long maxContextFileBytes, Pictures pictures) {
	}

}
