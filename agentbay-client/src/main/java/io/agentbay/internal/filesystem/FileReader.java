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

import io.agentbay.error.FailureKind;
import io.agentbay.filesystem.FileBytesResult;
import io.agentbay.filesystem.FileInfo;
import io.agentbay.filesystem.FileInfoResult;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolResult;
import reactor.core.publisher.Mono;

/**
 * Reads whole files: in one call over the direct link, in pieces through the gateway,
 * whose messages are limited to about 63 KB.
 */
public final class FileReader {

	private static final int PIECE = 50 * 1024;

	private final SessionTools tools;

	public FileReader(SessionTools tools) {
		this.tools = tools;
	}

	public Mono<FileBytesResult> read(String path) {
		return this.tools.isDirect("read_file") ? readAtOnce(path) : readInPieces(path);
	}

	private Mono<FileBytesResult> readInPieces(String path) {
		return info(path).flatMap((result) -> {
			FileInfo info = result.info();
			if (info == null) {
				return Mono.just(new FileBytesResult(result.outcome(), new byte[0]));
			}
			if (info.directory()) {
				return Mono.just(new FileBytesResult(Outcome.failure(FailureKind.TOOL, null,
						"Path does not exist or is a directory: " + path, result.requestId()), new byte[0]));
			}
			if (info.size() == 0) {
				return Mono.just(new FileBytesResult(result.outcome(), new byte[0]));
			}
			return new Pieces(path, info.size()).next();
		});
	}

	public Mono<FileInfoResult> info(String path) {
		return this.tools.call("get_file_info", Map.of("path", path)).map((result) -> FileAnswers.info(path, result));
	}

	private Mono<FileBytesResult> readAtOnce(String path) {
		return readPiece(path, 0, 0).map(FileReader::decoded);
	}

	/** Always as bytes: a text cut at a byte position could lose a character. */
	private Mono<ToolResult> readPiece(String path, long offset, long length) {
		return this.tools.call("read_file",
				Map.of("path", path, "offset", offset, "length", length, "format", "binary"));
	}

	private static FileBytesResult decoded(ToolResult result) {
		if (!result.success()) {
			return new FileBytesResult(result.outcome(), new byte[0]);
		}
		try {
			return new FileBytesResult(result.outcome(), Base64.getMimeDecoder().decode(result.text()));
		}
		catch (IllegalArgumentException ex) {
			return new FileBytesResult(Outcome.failure(FailureKind.SERVICE, null,
					"The answer of the tool read_file is not base64", result.requestId()), new byte[0]);
		}
	}

	private final class Pieces {

		private final String path;

		private final long size;

		private final ByteArrayOutputStream content = new ByteArrayOutputStream();

		Pieces(String path, long size) {
			this.path = path;
			this.size = size;
		}

		Mono<FileBytesResult> next() {
			long offset = this.content.size();
			return readPiece(this.path, offset, Math.min(PIECE, this.size - offset)).flatMap((result) -> {
				FileBytesResult piece = decoded(result);
				if (!piece.success()) {
					return Mono.just(piece);
				}
				this.content.writeBytes(piece.content());
				if (piece.content().length == 0 || this.content.size() < offset) {
					return Mono.just(changed(result));
				}
				return (this.content.size() >= this.size)
						? Mono.just(new FileBytesResult(result.outcome(), this.content.toByteArray()))
						: Mono.defer(this::next);
			});
		}

		private FileBytesResult changed(ToolResult result) {
			return new FileBytesResult(Outcome.failure(FailureKind.TOOL, null,
					"The file became shorter while it was read: " + this.path, result.requestId()), new byte[0]);
		}

	}

}
