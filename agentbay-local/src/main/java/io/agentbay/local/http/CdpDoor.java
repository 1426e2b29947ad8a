package io.agentbay.local.http;

import java.net.URI;
import java.util.Optional;

import io.agentbay.local.session.Links;
import io.agentbay.local.session.Links.Link;
import io.agentbay.local.session.SessionStatus;
import io.agentbay.local.session.Sessions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.WebsocketServerSpec;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;

/**
 * The door to a browser for programs that speak the DevTools protocol themselves. A
 * WebSocket is forwarded message by message, in both directions as they come; each
 * message of the client counts as use of the session. What is served over HTTP beside it
 * tells where the WebSockets are, and tells it as seen from outside.
 */
final class CdpDoor {

	static final String PATH = "/cdp/{token}/{*rest}";

	private static final int MAX_ANSWER_BYTES = 256 * 1024 * 1024;

	private static final int MAX_TEXT_BYTES = 4 * 1024 * 1024;

	private final Links links;

	private final Sessions sessions;

	private final Envelopes envelopes;

	private final WebSocketService sockets;

	private final ReactorNettyWebSocketClient browsers;

	private final WebClient web;

	CdpDoor(Links links, Sessions sessions, Envelopes envelopes, Connections connections, int maxMessageBytes) {
		this.links = links;
		this.sessions = sessions;
		this.envelopes = envelopes;
		this.sockets = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
				() -> WebsocketServerSpec.builder().maxFramePayloadLength(maxMessageBytes)));
		HttpClient client = HttpClient.create(connections.outgoing()).runOn(connections.threads(), false);
		this.browsers = new ReactorNettyWebSocketClient(client,
				() -> WebsocketClientSpec.builder().maxFramePayloadLength(MAX_ANSWER_BYTES));
		this.web = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(client))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(MAX_TEXT_BYTES))
			.build();
	}

	Mono<ServerResponse> handle(ServerRequest request) {
		Optional<Link> link = this.links.find(request.pathVariable("token"));
		if (link.isEmpty()) {
			return this.envelopes.failure(404, "NotFound", "There is no such browser, or its session has ended").send();
		}
		if (link.get().session().status() != SessionStatus.RUNNING) {
			return this.envelopes
				.failure(503, "IncorrectSessionStatus",
						"The session is %s; its browser does not answer until it is resumed"
							.formatted(link.get().session().status()))
				.send();
		}
		boolean socket = "websocket".equalsIgnoreCase(request.headers().firstHeader(HttpHeaders.UPGRADE));
		return socket ? socket(request, link.get()) : text(request, link.get());
	}

	private Mono<ServerResponse> socket(ServerRequest request, Link link) {
		URI target = URI.create("ws://" + browser(link) + rest(request));
		return ServerResponse.ok()
			.build((exchange, context) -> this.sockets.handleRequest(exchange,
					(client) -> this.browsers.execute(target, (browser) -> join(client, browser, link))));
	}

	/** Whichever side closes, or fails, takes the other with it. */
	private Mono<Void> join(WebSocketSession client, WebSocketSession browser, Link link) {
		Mono<Void> there = browser
			.send(copied(client.receive().doOnNext((message) -> this.sessions.touch(link.session())), browser));
		Mono<Void> back = client.send(copied(browser.receive(), client));
		return Mono.firstWithSignal(there, back).then(Mono.defer(browser::close)).then(Mono.defer(client::close));
	}

	private static Flux<WebSocketMessage> copied(Flux<WebSocketMessage> messages, WebSocketSession target) {
		return messages.filter((message) -> message.getType() == WebSocketMessage.Type.TEXT)
			.map((message) -> new WebSocketMessage(WebSocketMessage.Type.TEXT, message.retain().getPayload()));
	}

	private Mono<ServerResponse> text(ServerRequest request, Link link) {
		String inside = "ws://" + browser(link) + "/";
		URI own = request.uri();
		String scheme = "https".equals(own.getScheme()) ? "wss" : "ws";
		String authority = own.getAuthority() + "/cdp/" + request.pathVariable("token") + "/";
		return this.web.get()
			.uri(URI.create("http://" + browser(link) + rest(request)))
			.retrieve()
			.toEntity(String.class)
			.flatMap((answer) -> ServerResponse.status(answer.getStatusCode())
				.headers((headers) -> headers.setContentType(answer.getHeaders().getContentType()))
				.bodyValue(String.valueOf(answer.getBody())
					.replace(inside, scheme + "://" + authority)
					.replace(inside.substring("ws://".length()), authority)))
			.onErrorResume(WebClientException.class,
					(failure) -> this.envelopes.failure(502, "BadGateway", "The browser does not serve this").send());
	}

	private static String browser(Link link) {
		return "127.0.0.1:" + link.port();
	}

	private static String rest(ServerRequest request) {
		String path = request.uri().getRawPath();
		String rest = path.substring(path.indexOf('/', "/cdp/".length()));
		String query = request.uri().getRawQuery();
		return rest + ((query != null) ? "?" + query : "");
	}

}
