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

package io.agentbay.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.agentbay.internal.file.FileExchange.Upload;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;

/**
 * The content of a file that is to be sent. It is read piece by piece while it is sent.
 */
public final class UploadSource {

	private static final int PIECE = 64 * 1024;

	private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

	private final Callable<Long> size;

	private final Publisher<DataBuffer> content;

	private final boolean repeatable;

	private UploadSource(Callable<Long> size, Publisher<DataBuffer> content, boolean repeatable) {
		this.size = size;
		this.content = content;
		this.repeatable = repeatable;
	}

	/**
	 * A local file.
	 * @param file the file
	 * @return the source
	 * @throws IllegalArgumentException if it is not a file that can be read
	 */
	public static UploadSource of(Path file) {
		Assert.notNull(file, "'file' must not be null");
		Assert.isTrue(Files.isRegularFile(file) && Files.isReadable(file),
				() -> "'file': Local file not found: " + file);
		return new UploadSource(() -> Files.size(file), DataBufferUtils.read(file, BUFFERS, PIECE), true);
	}

	/**
	 * Bytes.
	 * @param bytes the whole content
	 * @return the source
	 */
	public static UploadSource of(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		byte[] copy = bytes.clone();
		return new UploadSource(() -> (long) copy.length, Flux.defer(() -> Flux.just(BUFFERS.wrap(copy))), true);
	}

	/**
	 * A stream, which is read once, on a thread that may block, and closed.
	 * @param stream the stream
	 * @param size how many bytes it holds, -1 if that is not known. Not all storages take
	 * files of unknown size
	 * @return the source
	 */
	public static UploadSource of(InputStream stream, long size) {
		Assert.notNull(stream, "'stream' must not be null");
		requireSize(size);
		Flux<DataBuffer> content = DataBufferUtils.readInputStream(() -> stream, BUFFERS, PIECE)
			.subscribeOn(Schedulers.boundedElastic());
		return new UploadSource(() -> size, content, false);
	}

	/**
	 * A stream of buffers, which is subscribed to once.
	 * @param buffers the buffers
	 * @param size how many bytes they hold, -1 if that is not known. Not all storages
	 * take files of unknown size
	 * @return the source
	 */
	public static UploadSource of(Publisher<DataBuffer> buffers, long size) {
		Assert.notNull(buffers, "'buffers' must not be null");
		requireSize(size);
		return new UploadSource(() -> size, buffers, false);
	}

	private static void requireSize(long size) {
		Assert.isTrue(size >= -1, "'size' must not be negative, except for -1");
	}

	/**
	 * Look how large the content is, and make it ready to be sent. For use inside the
	 * client.
	 * @param contentType what it is, {@code null} to say nothing
	 * @return the content
	 */
	public Mono<Upload> open(@Nullable String contentType) {
		MediaType type = (contentType != null) ? MediaType.parseMediaType(contentType) : null;
		return Mono.fromCallable(() -> new Upload(this.content, this.size.call(), this.repeatable, type))
			.onErrorMap(IOException.class,
					(ex) -> new IllegalArgumentException("'source' cannot be read: " + ex.getMessage(), ex))
			.subscribeOn(Schedulers.boundedElastic());
	}

}
