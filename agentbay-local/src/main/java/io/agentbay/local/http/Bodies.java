package io.agentbay.local.http;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Reads the bodies of requests.
 *
 * @param maxBytes the size of the largest body that is accepted
 */
record Bodies(int maxBytes) {

	/**
	 * Read a body whole.
	 * @return its bytes, none when there is no body; an error when it is too large
	 */
	Mono<byte[]> read(ServerRequest request) {
		return DataBufferUtils.join(request.exchange().getRequest().getBody(), this.maxBytes)
			.map(Bodies::bytes)
			.defaultIfEmpty(new byte[0]);
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
