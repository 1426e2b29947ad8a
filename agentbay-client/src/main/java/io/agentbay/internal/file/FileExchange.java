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
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.filesystem.TransferProgress;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.internal.http.Abort;
import io.agentbay.internal.http.AttemptFailedException;
import io.agentbay.internal.http.Deadline;
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
import io.agentbay.internal.text.Durations;
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

	private static final CallDetails DOWNLOAD = CallDetails.of("download", null);

	/** For which time a signed address holds. */
	static final Duration LONGEST = Duration.ofHours(1);

	private final HttpTransport transport;

	private final ReliableCaller caller;

	private final Duration standstill;

	private final FileLimits limits;

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
		this.limits = new FileLimits(settings.timeouts().operation(), settings.maxReplySize().toBytes());
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
		CallDetails call = CallDetails.of("upload", null);
		return this.caller.callForFile(call, effect, (limit) -> {
			Meter meter = new Meter(upload.size(), progress);
			Outgoing content = new Outgoing(upload, call, meter);
			return content.ready().flatMap((ready) -> exchange(HttpMethod.PUT, address, meter, limit, (request) -> {
				request.headers((headers) -> {
					if (upload.contentType() != null) {
						headers.setContentType(upload.contentType());
					}
					if (upload.size() >= 0) {
						headers.setContentLength(upload.size());
					}
				});
				return request.body(BodyInserters.fromDataBuffers(content.body()));
			}, (response) -> reply(response, meter))).onErrorMap(content::explained);
		});
	}

	/**
	 * Fetch a file: HTTP GET.
	 * @param address the signed address
	 * @param target the local file, which is overwritten
	 * @param progress is told how far it is
	 * @return the answer, whatever its status; the file is complete if it is a success
	 */
	public Mono<FileReply> get(String address, Path target, TransferProgress progress) {
		return this.caller.callForFile(DOWNLOAD, Effect.READ, (limit) -> {
			Meter meter = new Meter(-1, progress);
			return exchange(HttpMethod.GET, address, meter, limit, (request) -> request, (response) -> {
				if (response.statusCode().value() != 200) {
					return reply(response, meter);
				}
				return written(measured(response, meter), target)
					.then(Mono.fromSupplier(() -> success(response, meter)));
			});
		});
	}

	/** A disk that is full is not mended by fetching the file once more. */
	private static Mono<Void> written(Flux<DataBuffer> content, Path target) {
		AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
		return DataBufferUtils
			.write(content.doOnError(broken::set), target, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING)
			.onErrorMap((ex) -> broken.get() == null,
					(ex) -> new IllegalArgumentException("'to' cannot be written: " + target + ": " + ex, ex));
	}

	/**
	 * Fetch a file: HTTP GET. Its pieces must be released by who gets them.
	 * @param address the signed address
	 * @param refusal makes the error of a status other than 200
	 * @return the content, which ends with an error when it breaks off
	 */
	public Flux<DataBuffer> stream(String address, Function<FileReply, Throwable> refusal) {
		return Flux.deferContextual((context) -> {
			Meter meter = new Meter(-1, (bytes, total) -> {
			});
			Duration limit = Deadline.from(context, LONGEST).remaining();
			SendingState state = new SendingState();
			return request(HttpMethod.GET, address, state)
				.exchangeToFlux((response) -> (response.statusCode().value() == 200) ? measured(response, meter)
						: reply(response, meter).flatMapMany((reply) -> Flux.error(refusal.apply(reply))))
				.transform((content) -> Abort.on(content, meter.standstill(this.standstill)))
				.transform((content) -> Abort.on(content, expiry(limit)))
				.takeUntilOther(this.transport.closing())
				.onErrorMap((ex) -> !(ex instanceof AgentBayException), (ex) -> broken(ex, state))
				.contextWrite(HttpTransport::quietly);
		});
	}

	private static Mono<Object> expiry(Duration limit) {
		return Mono.delay(limit)
			.flatMap((tick) -> Mono.error(new TimeoutException("it was not over within " + Durations.text(limit))));
	}

	private Throwable broken(Throwable ex, SendingState state) {
		Throwable failure = this.transport.map(ex, state);
		String message = "The download broke off: " + Failures.describe(failure);
		boolean late = failure instanceof AttemptFailedException attempt && attempt.isTimedOut();
		return late ? new CallTimeoutException(message, DOWNLOAD, Failures.unwrapped(ex))
				: new ConnectionFailedException(message, DOWNLOAD, Failures.unwrapped(ex));
	}

	/**
	 * Return the limits that hold for files.
	 * @return the limits
	 */
	FileLimits limits() {
		return this.limits;
	}

	private static Flux<DataBuffer> measured(ClientResponse response, Meter meter) {
		meter.expect(response.headers().contentLength().orElse(-1));
		return meter.measured(response.body((message, context) -> message.getBody()));
	}

	private Mono<FileReply> exchange(HttpMethod method, String address, Meter meter, Duration limit,
			Function<WebClient.RequestBodySpec, WebClient.RequestHeadersSpec<?>> body,
			Function<ClientResponse, Mono<FileReply>> reader) {
		return Mono.defer(() -> {
			SendingState state = new SendingState();
			return body.apply(request(method, address, state))
				.exchangeToMono(reader::apply)
				.timeout(limit, Failures.noAnswerWithin(limit))
				.transform((exchange) -> Abort.on(exchange, meter.standstill(this.standstill)))
				.takeUntilOther(this.transport.closing())
				.onErrorMap((ex) -> !(ex instanceof IllegalArgumentException), (ex) -> this.transport.map(ex, state))
				.contextWrite(HttpTransport::quietly);
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
						(ex) -> new IllegalArgumentException("'from' cannot be read: " + ex.getMessage(), ex))
				.subscribeOn(Schedulers.boundedElastic());
		}

	}

}
