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
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

import io.agentbay.local.internal.action.ActionException;
import io.agentbay.local.internal.context.ContextFiles;
import io.agentbay.local.internal.context.ContextFiles.Entry;
import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.context.Contexts;
import io.agentbay.local.internal.context.FileUrls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The door to single files of contexts, opened by a signed address. Files go through it
 * piece by piece, never whole.
 */
final class ContextFileDoor {

	static final String PATH = "/contexts/{contextId}/file";

	/**
	 * The names under which faults wait for uploads and downloads.
	 */
	static final String PUT = "putContextFile";

	static final String GET = "getContextFile";

	private static final Logger logger = LoggerFactory.getLogger(ContextFileDoor.class);

	private static final int PIECE = 64 * 1024;

	/** How many pieces of an upload wait for the disk. */
	private static final int AHEAD = 32;

	private final Contexts contexts;

	private final FileUrls urls;

	private final long maxBytes;

	private final ExecutorService workers;

	private final Scheduler scheduler;

	private final Handling handling;

	ContextFileDoor(Contexts contexts, FileUrls urls, long maxBytes, ExecutorService workers, Handling handling) {
		this.contexts = contexts;
		this.urls = urls;
		this.maxBytes = maxBytes;
		this.workers = workers;
		this.scheduler = Schedulers.fromExecutorService(workers);
		this.handling = handling;
	}

	Mono<ServerResponse> put(ServerRequest request) {
		return onWorker(() -> begin(request))
			.flatMap((upload) -> receive(request, upload)
				.flatMap((etag) -> this.handling.handle(PUT, null, null, () -> keep(upload, etag)))
				.doFinally((end) -> upload.discard()))
			.doOnDiscard(Upload.class, Upload::discard)
			.onErrorMap(ContextRefusedException.class, ContextFileDoor::withStatus);
	}

	private Upload begin(ServerRequest request) throws IOException {
		Target target = target(request, "PUT");
		ContextFiles files = this.contexts.files(target.contextId());
		if (request.headers().contentLength().orElse(0) > this.maxBytes) {
			throw tooLarge();
		}
		return new Upload(target, files, files.begin(), new AtomicBoolean());
	}

	/**
	 * Write the body to the disk.
	 * @return its tag; nothing ever when the server has refused the request meanwhile
	 */
	private Mono<String> receive(ServerRequest request, Upload upload) {
		Measure measure = new Measure(this.maxBytes);
		Flux<DataBuffer> body = request.exchange()
			.getRequest()
			.getBody()
			.doOnNext(measure::count)
			.publishOn(this.scheduler, AHEAD)
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
		return Mono
			.usingWhen(onWorker(() -> FileChannel.open(upload.written(), StandardOpenOption.WRITE)),
					(channel) -> body.handle((buffer, sink) -> write(measure, buffer, channel, sink)).then(),
					(channel) -> onWorker(() -> close(channel)))
			.then(Mono.defer(
					() -> Bodies.isBroken(request.exchange().getRequest()) ? Mono.never() : Mono.just(measure.tag())));
	}

	private static void write(Measure measure, DataBuffer buffer, FileChannel channel, SynchronousSink<Object> sink) {
		try (DataBuffer.ByteBufferIterator pieces = buffer.readableByteBuffers()) {
			while (pieces.hasNext()) {
				ByteBuffer piece = pieces.next();
				measure.add(piece.duplicate());
				while (piece.hasRemaining()) {
					channel.write(piece);
				}
			}
		}
		catch (ClosedChannelException ex) {
			// Whoever sent it has gone: nobody is there to be told.
		}
		catch (IOException ex) {
			sink.error(ex);
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private Reply keep(Upload upload, String tag) throws IOException {
		if (upload.taken().getAndSet(true)) {
			throw new ActionException(400, "RequestAborted", "The client has gone");
		}
		try {
			upload.files().put(upload.target().path(), upload.written());
			this.contexts.touch(upload.target().contextId());
			return new Reply(200, new byte[0], Map.of("ETag", tag));
		}
		catch (ContextRefusedException ex) {
			throw withStatus(ex);
		}
		finally {
			Files.deleteIfExists(upload.written());
		}
	}

	Mono<ServerResponse> get(ServerRequest request) {
		try {
			target(request, "GET");
		}
		catch (ContextRefusedException ex) {
			return Mono.error(withStatus(ex));
		}
		return this.handling.stream(GET,
				onWorker(() -> find(request))
					.flatMap((file) -> ServerResponse.ok()
						.contentType(MediaType.APPLICATION_OCTET_STREAM)
						.contentLength(file.size())
						.lastModified(file.modified())
						.body((response, context) -> response.writeWith(content(file, response.bufferFactory()))))
					.onErrorMap(ContextRefusedException.class, ContextFileDoor::withStatus)
					.doOnDiscard(Download.class, (file) -> close(file.channel())));
	}

	/**
	 * Read by workers: an event loop must not wait for a disk. The buffers are the
	 * connection's own, so that nothing is copied once more.
	 */
	private Flux<DataBuffer> content(Download file, DataBufferFactory buffers) {
		return DataBufferUtils.readByteChannel(file::channel, buffers, PIECE).subscribeOn(this.scheduler);
	}

	private Download find(ServerRequest request) throws IOException {
		Target target = target(request, "GET");
		ContextFiles files = this.contexts.files(target.contextId());
		Entry entry = files.entry(target.path())
			.filter((found) -> !found.folder())
			.orElseThrow(() -> new ContextRefusedException("ContextFile.NotFound",
					"There is no file " + target.path() + " in this context"));
		SeekableByteChannel channel = files.read(target.path());
		try {
			return new Download(channel, channel.size(), entry.attributes().lastModifiedTime().toInstant());
		}
		catch (IOException ex) {
			close(channel);
			throw ex;
		}
	}

	private Target target(ServerRequest request, String method) {
		Map<String, String> query = new LinkedHashMap<>();
		FormDecoder.decode(request.uri().getRawQuery(), query);
		String contextId = request.pathVariable("contextId");
		String path = query.get("path");
		this.urls.check(method, contextId, path, query.get("expires"), query.get("signature"));
		return new Target(contextId, ContextPath.of(String.valueOf(path)));
	}

	private static ActionException withStatus(ContextRefusedException refused) {
		int status = switch (refused.code()) {
			case "SignatureDoesNotMatch", "AccessDenied" -> 403;
			case "Context.NotFound", "ContextFile.NotFound" -> 404;
			case "InvalidParameter" -> 400;
			default -> 409;
		};
		return new ActionException(status, refused.code(), String.valueOf(refused.getMessage()));
	}

	private static DataBufferLimitException tooLarge() {
		return new DataBufferLimitException("The file is too large");
	}

	private static boolean close(Channel channel) {
		try {
			channel.close();
			return true;
		}
		catch (IOException ex) {
			logger.warn("A file could not be closed: {}", ex.toString());
			return false;
		}
	}

	private <T> Mono<T> onWorker(Callable<T> work) {
		return WorkerCalls.on(this.workers, work);
	}

	/**
	 * What an address leads to.
	 */
	private record Target(String contextId, ContextPath path) {
	}

	/**
	 * A file that is being read.
	 */
	private record Download(SeekableByteChannel channel, long size, Instant modified) {
	}

	/**
	 * A file that is being written. Whoever takes it first keeps it or discards it.
	 */
	private record Upload(Target target, ContextFiles files, Path written, AtomicBoolean taken) {

		private void discard() {
			if (!this.taken.getAndSet(true)) {
				try {
					Files.deleteIfExists(this.written);
				}
				catch (IOException ex) {
					logger.warn("A file that was not received whole could not be deleted: {}", ex.toString());
				}
			}
		}
	}

	/**
	 * Measures a body while it passes.
	 */
	private static final class Measure {

		private final long maxBytes;

		private final MessageDigest digest;

		private long bytes;

		private Measure(long maxBytes) {
			this.maxBytes = maxBytes;
			try {
				this.digest = MessageDigest.getInstance("MD5");
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException("This JVM has no MD5", ex);
			}
		}

		private void count(DataBuffer buffer) {
			this.bytes += buffer.readableByteCount();
			if (this.bytes > this.maxBytes) {
				DataBufferUtils.release(buffer);
				throw tooLarge();
			}
		}

		private void add(ByteBuffer piece) {
			this.digest.update(piece);
		}

		private String tag() {
			return "\"" + HexFormat.of().withUpperCase().formatHex(this.digest.digest()) + "\"";
		}

	}

}
