package io.agentbay.local.http;

import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * An answer, ready to be sent.
 *
 * @param status the HTTP status
 * @param body the body
 * @param headers headers beside the content type
 */
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, byte[] body, Map<String, String> headers) {

	Mono<ServerResponse> send() {
		ServerResponse.BodyBuilder response = ServerResponse.status(this.status)
			.contentType(MediaType.APPLICATION_JSON)
			.contentLength(this.body.length);
		this.headers.forEach((name, value) -> response.headers((headers) -> headers.set(name, value)));
		return response.bodyValue(this.body);
	}

	/** Send it where the door has begun to answer by itself. */
	Mono<Void> write(ServerHttpResponse response) {
		response.setStatusCode(HttpStatusCode.valueOf(this.status));
		this.headers.forEach(response.getHeaders()::set);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setContentLength(this.body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(this.body)));
	}

}
