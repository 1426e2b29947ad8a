package io.agentbay.local.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

import io.agentbay.local.action.Actions;
import io.agentbay.local.action.ToolCalls;
import io.agentbay.local.channel.Channels;
import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.fault.Faults;
import io.agentbay.local.journal.Journal;
import io.agentbay.local.picture.Pictures;
import io.agentbay.local.session.Links;
import io.agentbay.local.session.Sessions;
import io.agentbay.local.store.Contexts;
import io.agentbay.local.store.FileUrls;
import reactor.netty.DisposableServer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;

/**
 * The HTTP server, on the loopback address only.
 */
public final class LocalServer implements AutoCloseable {

	private static final String LOOPBACK = "127.0.0.1";

	private static final int MAX_LINE_BYTES = 64 * 1024;

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private final DisposableServer server;

	private LocalServer(DisposableServer server) {
		this.server = server;
	}

	/**
	 * Start to serve.
	 * @param connections what serves connections
	 * @param port the port, 0 for any that is free
	 * @param apiKey the key that clients need
	 * @param maxRequestBytes the size of the largest body that is accepted
	 * @param services what is served
	 * @return the server, running
	 */
	public static LocalServer start(Connections connections, int port, String apiKey, int maxRequestBytes,
			Services services) {
		Envelopes envelopes = new Envelopes(services.mapper());
		Handling handling = new Handling(services.workers(), envelopes, services.faults(), services.journal(),
				services.clock());
		Bodies bodies = new Bodies(maxRequestBytes);
		Doors doors = new Doors(new OpenApiDoor(bodies, new ApiKey(apiKey), services.actions(), envelopes, handling),
				new DirectLinkDoor(services.mapper(), bodies, services.sessions(), services.calls(), envelopes,
						handling),
				new LinkDoor(services.links(), envelopes, connections),
				new CdpDoor(services.links(), services.sessions(), envelopes, connections, maxRequestBytes),
				new ResourceDoor(services.sessions(), envelopes), new PictureDoor(services.pictures(), envelopes),
				new ContextFileDoor(services.contexts(), services.urls(), services.maxContextFileBytes(),
						services.workers(), handling),
				new WebSocketDoor(services.sessions(), services.channels(), envelopes, handling, maxRequestBytes),
				envelopes);
		BrokenRequests brokenRequests = new BrokenRequests(envelopes);
		return new LocalServer(HttpServer.create()
			.host(LOOPBACK)
			.port(port)
			.httpRequestDecoder((decoder) -> decoder.maxInitialLineLength(MAX_LINE_BYTES).maxHeaderSize(MAX_LINE_BYTES))
			.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
				.addAfter(NettyPipeline.HttpCodec, BrokenRequests.NAME, brokenRequests))
			.handle(new ReactorHttpHandlerAdapter(doors.handler()))
			.runOn(connections.threads(), false)
			.bindNow());
	}

	/**
	 * The port it listens on.
	 * @return the port
	 */
	public int port() {
		return ((InetSocketAddress) this.server.address()).getPort();
	}

	/**
	 * The address at which it is reached.
	 * @return scheme, host and port
	 */
	public URI endpoint() {
		return endpoint(port());
	}

	static URI endpoint(int port) {
		return URI.create("http://" + LOOPBACK + ":" + port);
	}

	/**
	 * Stop: no further call is accepted and all connections are closed.
	 */
	@Override
	public void close() {
		this.server.disposeNow(CLOSE_TIMEOUT);
	}

	/**
	 * What a server serves.
	 *
	 * @param mapper reads and writes JSON
	 * @param actions the actions
	 * @param sessions the sessions
	 * @param links the links that were given out
	 * @param calls how tools are called
	 * @param channels opens channels on WebSockets
	 * @param contexts the contexts
	 * @param urls checks the addresses of their files
	 * @param pictures the pictures that can be fetched
	 * @param maxContextFileBytes the size of the largest file that is accepted by its
	 * address
	 * @param workers carry calls out
	 * @param faults what is to go wrong
	 * @param journal where calls are written down
	 * @param clock tells when
	 */
	public record Services(JsonMapper mapper, Actions actions, Sessions sessions, Links links, ToolCalls calls,
			Channels channels, Contexts contexts, FileUrls urls, Pictures pictures, long maxContextFileBytes,
			ExecutorService workers, Faults faults, Journal journal, RuntimeClock clock) {
	}

}
