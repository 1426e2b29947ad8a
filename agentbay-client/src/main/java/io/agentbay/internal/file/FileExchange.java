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

package io.agentbay.internal.file;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.filesystem.TransferProgress;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.internal.http.Effect;
import io.agentbay.internal.http.Endpoint;
import io.agentbay.internal.http.Failures;
import io.agentbay.internal.http.FileReply;
import io.agentbay.internal.http.HttpTransport;
import io.agentbay.internal.http.Meter;
import io.agentbay.internal.http.ReliableCaller;
import io.agentbay.internal.http.SecretQuery;
import io.agentbay.internal.http.SendingState;
import io.agentbay.internal.http.TransportSettings;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientRequest;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends files to signed addresses and fetches them from there, piece by piece: a file is
 * never in the memory as a whole. The address is a secret: whoever has it has the file.
 */
public final class FileExchange {

	private static final Pattern ERROR_CODE = Pattern.compile("<Code>([\\w.]+)</Code>|\"Code\"\\s*:\\s*\"([\\w.]+)\"");

	private final HttpTransport transport;

	private final ReliableCaller caller;

	private final Duration standstill;

	private final boolean allowPlainHttp;

	/**
	 * Create the exchange.
	 * @param transport owns the connections
	 * @param caller repeats what may be repeated
	 * @param settings the limits
	 */
	public FileExchange(HttpTransport transport, ReliableCaller caller, TransportSettings settings) {
		this.transport = transport;
		this.caller = caller;
		this.standstill = settings.timeouts().response();
		this.allowPlainHttp = settings.allowPlainHttp();
	}

	/**
	 * Send a file: HTTP PUT.
	 * @param address the signed address
	 * @param upload the file
	 * @param progress is told how far it is
	 * @return the answer, whatever its status
	 */
	public Mono<FileReply> put(String address, Upload upload, TransferProgress progress) {
		Effect effect = upload.repeatable() ? Effect.IDEMPOTENT : Effect.EFFECT;
		return this.caller.callForFile(CallDetails.of("The upload", null), effect, (limit) -> {
			Meter meter = new Meter(upload.size(), progress);
			Flux<DataBuffer> body = Flux.from(upload.content()).doOnNext(meter::measure);
			return exchange(HttpMethod.PUT, address, meter, limit, (request) -> {
				request.headers((headers) -> {
					if (upload.contentType() != null) {
						headers.setContentType(upload.contentType());
					}
					if (upload.size() >= 0) {
						headers.setContentLength(upload.size());
					}
				});
				return request.body(BodyInserters.fromDataBuffers(whole(body, upload.size(), meter)));
			}, (response) -> reply(response, meter));
		});
	}

	/** A file that changes meanwhile must break the request, not end it early. */
	private static Flux<DataBuffer> whole(Flux<DataBuffer> body, long size, Meter meter) {
		return body.concatWith(Mono
			.defer(() -> (size < 0 || meter.bytes() == size) ? Mono.empty() : Mono.error(new IllegalStateException(
					"%d bytes were announced, but there are %d".formatted(size, meter.bytes())))));
	}

	/**
	 * Fetch a file: HTTP GET.
	 * @param address the signed address
	 * @param target the local file, which is overwritten
	 * @param progress is told how far it is
	 * @return the answer, whatever its status; the file is complete if it is a success
	 */
	public Mono<FileReply> get(String address, Path target, TransferProgress progress) {
		return this.caller.callForFile(CallDetails.of("The download", null), Effect.READ, (limit) -> {
			Meter meter = new Meter(-1, progress);
			return exchange(HttpMethod.GET, address, meter, limit, (request) -> request, (response) -> {
				if (response.statusCode().value() != 200) {
					return reply(response, meter);
				}
				return DataBufferUtils
					.write(measured(response, meter), target, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
							StandardOpenOption.TRUNCATE_EXISTING)
					.then(Mono.fromSupplier(() -> success(response, meter)));
			});
		});
	}

	/**
	 * Fetch a file: HTTP GET. Its pieces must be released by who gets them.
	 * @param address the signed address
	 * @param refusal makes the error of a status other than 200
	 * @return the content, which ends with an error when it breaks off
	 */
	public Flux<DataBuffer> stream(String address, Function<FileReply, Throwable> refusal) {
		return Flux.defer(() -> {
			Meter meter = new Meter(-1, (bytes, total) -> {
			});
			SendingState state = new SendingState();
			return request(HttpMethod.GET, address, state)
				.exchangeToFlux((response) -> (response.statusCode().value() == 200) ? measured(response, meter)
						: reply(response, meter).flatMapMany((reply) -> Flux.error(refusal.apply(reply))))
				.onErrorMap((ex) -> !(ex instanceof AgentBayException), (ex) -> broken(ex, state));
		});
	}

	private static Throwable broken(Throwable ex, SendingState state) {
		return new ConnectionFailedException(
				"The download broke off: " + Failures.describe(HttpTransport.map(ex, state)), CallDetails.none(),
				Failures.unwrapped(ex));
	}

	private static Flux<DataBuffer> measured(ClientResponse response, Meter meter) {
		meter.expect(response.headers().contentLength().orElse(-1));
		return response.body((message, context) -> message.getBody()).doOnNext(meter::measure);
	}

	private Mono<FileReply> exchange(HttpMethod method, String address, Meter meter, Duration limit,
			Function<WebClient.RequestBodySpec, WebClient.RequestHeadersSpec<?>> body,
			Function<ClientResponse, Mono<FileReply>> reader) {
		return Mono.defer(() -> {
			SendingState state = new SendingState();
			return body.apply(request(method, address, state))
				.exchangeToMono(reader::apply)
				.timeout(limit)
				.takeUntilOther(meter.standstill(this.standstill))
				.takeUntilOther(this.transport.closing())
				.onErrorMap((ex) -> HttpTransport.map(ex, state));
		});
	}

	private WebClient.RequestBodySpec request(HttpMethod method, String address, SendingState state) {
		URI whole = URI.create(address);
		Endpoint.requireEncryptionOutside(whole, this.allowPlainHttp);
		String query = whole.getRawQuery();
		URI visible = (query != null) ? URI.create(address.substring(0, address.indexOf('?'))) : whole;
		return this.transport.webClient().method(method).uri(visible).httpRequest((request) -> {
			state.markSent();
			HttpClientRequest nativeRequest = request.getNativeRequest();
			if (query != null) {
				SecretQuery.set(((Connection) nativeRequest).channel(), query);
			}
		});
	}

	private static Mono<FileReply> reply(ClientResponse response, Meter meter) {
		// Not as text: the text decoder logs what it decodes.
		return response.bodyToMono(byte[].class)
			.defaultIfEmpty(new byte[0])
			.map((body) -> new String(body, StandardCharsets.UTF_8))
			.map((text) -> new FileReply(response.statusCode().value(), etag(response), meter.bytes(), meter.md5(),
					code(text)));
	}

	private static FileReply success(ClientResponse response, Meter meter) {
		return new FileReply(response.statusCode().value(), etag(response), meter.bytes(), meter.md5(), null);
	}

	private static @Nullable String etag(ClientResponse response) {
		return response.headers().asHttpHeaders().getFirst("ETag");
	}

	/** The rest of an error text may repeat the signature. */
	private static @Nullable String code(String text) {
		Matcher matcher = ERROR_CODE.matcher(text);
		return matcher.find() ? Objects.requireNonNullElse(matcher.group(1), matcher.group(2)) : null;
	}

	/**
	 * A file to send.
	 *
	 * @param content its content; its pieces are released when they were sent
	 * @param size how many bytes that is, -1 if it is not known
	 * @param repeatable whether the content can be had a second time
	 * @param contentType what it is, {@code null} to say nothing
	 */
	public record Upload(Publisher<DataBuffer> content, long size, boolean repeatable,
			@Nullable MediaType contentType) {

		/**
		 * Look how large a content is, and make it ready to be sent.
		 * @param source the content
		 * @param contentType what it is, {@code null} to say nothing
		 * @return the file to send
		 */
		public static Mono<Upload> of(UploadSource source, @Nullable String contentType) {
			MediaType type = (contentType != null) ? MediaType.parseMediaType(contentType) : null;
			return Mono.fromCallable(() -> new Upload(source.content(), source.size(), source.isRepeatable(), type))
				.onErrorMap(IOException.class,
						(ex) -> new IllegalArgumentException("'source' cannot be read: " + ex.getMessage(), ex))
				.subscribeOn(Schedulers.boundedElastic());
		}

	}

}
