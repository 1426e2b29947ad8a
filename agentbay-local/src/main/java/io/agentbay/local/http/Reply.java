package io.agentbay.local.http;

import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

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

}
