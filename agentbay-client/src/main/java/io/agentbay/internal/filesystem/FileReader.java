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

package io.agentbay.internal.filesystem;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Map;

import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.filesystem.FileInfo;
import io.agentbay.internal.file.FileLimits;
import io.agentbay.internal.http.Deadline;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolReply;
import reactor.core.publisher.Mono;

/**
 * Reads whole files: in one call over the direct link, in pieces through the gateway,
 * whose messages are limited to about 63 KB.
 */
final class FileReader {

	private static final int PIECE = 50 * 1024;

	private final SessionTools tools;

	private final FileLimits limits;

	FileReader(SessionTools tools, FileLimits limits) {
		this.tools = tools;
		this.limits = limits;
	}

	Mono<byte[]> read(String path) {
		if (this.tools.isDirect("read_file")) {
			// A reply that is too large says nothing of what was done, but reading does
			// nothing.
			return readPiece(path, 0, 0).onErrorMap(OutcomeUnknownException.class,
					(ex) -> (ex.getCause() instanceof InvalidReplyException unreadable) ? new InvalidReplyException(
							String.valueOf(unreadable.getMessage()), ex.details(), unreadable.status(), ex) : ex);
		}
		return Deadline.within(this.limits.operation(), readInPieces(path));
	}

	private Mono<byte[]> readInPieces(String path) {
		return this.tools.require("get_file_info", Map.of("path", path)).flatMap((reply) -> {
			FileInfo info = FileAnswers.info(path, reply);
			if (info.directory()) {
				return Mono.error(reply.failedWith("Path does not exist or is a directory: " + path));
			}
			return (info.size() > this.limits.largest()) ? Mono.error(tooLarge(path, info.size(), reply))
					: new Pieces(path, info.size(), reply).next();
		});
	}

	private InvalidReplyException tooLarge(String path, long size, ToolReply info) {
		return new InvalidReplyException(
				"%s has %s bytes, more than the limit 'maxReplySize' allows (%s); download() takes files of any size"
					.formatted(path, size, this.limits.largest()),
				info.outcome().details(), 0, null);
	}

	Mono<FileInfo> info(String path) {
		return this.tools.require("get_file_info", Map.of("path", path)).map((reply) -> FileAnswers.info(path, reply));
	}

	/** Always as bytes: a text cut at a byte position could lose a character. */
	private Mono<byte[]> readPiece(String path, long offset, long length) {
		return this.tools
			.require("read_file", Map.of("path", path, "offset", offset, "length", length, "format", "binary"))
			.map(FileReader::decoded);
	}

	private static byte[] decoded(ToolReply reply) {
		try {
			return Base64.getMimeDecoder().decode(reply.text());
		}
		catch (IllegalArgumentException ex) {
			throw reply.unusable("is not base64");
		}
	}

	/**
	 * The pieces of a file. It ends where it did when it was looked at, however it grows.
	 * Files such as those of {@code /proc} have content, but no size: their end is where
	 * nothing follows.
	 */
	private final class Pieces {

		private final String path;

		private final long size;

		private final ToolReply info;

		private final ByteArrayOutputStream content = new ByteArrayOutputStream();

		Pieces(String path, long size, ToolReply info) {
			this.path = path;
			this.size = size;
			this.info = info;
		}

		Mono<byte[]> next() {
			long offset = this.content.size();
			long length = (this.size > 0) ? Math.min(PIECE, this.size - offset) : PIECE;
			return readPiece(this.path, offset, length).flatMap((piece) -> {
				if (offset + piece.length > FileReader.this.limits.largest()) {
					return Mono.error(tooLarge(this.path, offset + piece.length, this.info));
				}
				this.content.writeBytes(piece);
				if (piece.length == 0 && this.size > 0) {
					return Mono.error(this.info.failedWith("The file became shorter while it was read: " + this.path));
				}
				boolean over = (this.size > 0) ? this.content.size() >= this.size : piece.length == 0;
				return over ? Mono.just(this.content.toByteArray()) : Mono.defer(this::next);
			});
		}

	}

}
