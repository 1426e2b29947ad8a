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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.Assert;

/**
 * The content of a file that is to be sent. It is read piece by piece while it is sent.
 *
 * @since 0.1.0
 */
public final class UploadSource {

	private static final int PIECE = 64 * 1024;

	private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

	private final Size size;

	private final Publisher<DataBuffer> content;

	private final boolean repeatable;

	private UploadSource(Size size, Publisher<DataBuffer> content, boolean repeatable) {
		this.size = size;
		this.content = content;
		this.repeatable = repeatable;
	}

	/**
	 * A local file.
	 * @param from the file
	 * @return the source
	 * @throws IllegalArgumentException if it is not a file that can be read
	 */
	public static UploadSource of(Path from) {
		Assert.notNull(from, "'from' must not be null");
		Assert.isTrue(!Files.isDirectory(from), () -> "'from' is a directory, not a file: " + from);
		Assert.isTrue(Files.isRegularFile(from) && Files.isReadable(from),
				() -> "'from': Local file not found: " + from);
		return new UploadSource(() -> Files.size(from), unchanged(from), true);
	}

	/** Half of the old content with half of the new one is neither. */
	private static Flux<DataBuffer> unchanged(Path from) {
		return Flux.defer(() -> {
			FileTime before = modified(from);
			return Flux.from(DataBufferUtils.read(from, BUFFERS, PIECE))
				.concatWith(Mono.defer(() -> modified(from).equals(before) ? Mono.empty()
						: Mono.error(new IOException(from + " was changed while it was sent"))));
		});
	}

	private static FileTime modified(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A resource, such as an upload of a web application or a file of the class path.
	 * @param from the resource, which is opened when it is sent
	 * @return the source
	 * @throws IllegalArgumentException if it does not exist
	 */
	public static UploadSource of(Resource from) {
		Assert.notNull(from, "'from' must not be null");
		Assert.isTrue(from.exists(), () -> "'from' does not exist: " + from.getDescription());
		return new UploadSource(from::contentLength, DataBufferUtils.read(from, BUFFERS, PIECE), !from.isOpen());
	}

	/**
	 * Bytes.
	 * @param bytes the whole content
	 * @return the source
	 */
	public static UploadSource of(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		byte[] copy = bytes.clone();
		return new UploadSource(() -> copy.length, Flux.defer(() -> Flux.just(BUFFERS.wrap(copy))), true);
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
	 * Return how many bytes there are.
	 * @return the size, -1 if it is not known
	 * @throws IOException if it cannot be found out
	 */
	public long size() throws IOException {
		return this.size.bytes();
	}

	/**
	 * Return the content.
	 * @return the content, to be subscribed to on a thread that may block
	 */
	public Publisher<DataBuffer> content() {
		return this.content;
	}

	/**
	 * Return whether the content can be read more than once.
	 * @return whether a transfer that fails can be tried again
	 */
	public boolean isRepeatable() {
		return this.repeatable;
	}

	/** Finds out how large the content is. */
	private interface Size {

		long bytes() throws IOException;

	}

}
