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

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.filesystem.WriteMode;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.OperationResult;
import io.agentbay.tool.ToolResult;
import reactor.core.publisher.Mono;

/**
 * Writes whole text files: in one call over the direct link, in pieces through the
 * gateway, whose messages are limited to about 63 KB.
 */
public final class FileWriter {

	private static final int PIECE = 51 * 1024;

	private final SessionTools tools;

	public FileWriter(SessionTools tools) {
		this.tools = tools;
	}

	public Mono<OperationResult> write(String path, String content, WriteMode mode) {
		if (this.tools.isDirect("write_file")) {
			return writePiece(path, content, mode).map((result) -> new OperationResult(result.outcome()));
		}
		return writeAll(path, TextPieces.of(content, PIECE).iterator(), mode, 0);
	}

	private Mono<OperationResult> writeAll(String path, Iterator<String> pieces, WriteMode mode, int written) {
		String piece = pieces.next();
		return writePiece(path, piece, mode)
			.onErrorMap(OutcomeUnknownException.class, (lost) -> unknown(lost, written, piece.length()))
			.flatMap((result) -> {
				if (!result.success()) {
					return Mono.just(failed(result, written));
				}
				return pieces.hasNext()
						? Mono.defer(() -> writeAll(path, pieces, WriteMode.APPEND, written + piece.length()))
						: Mono.just(new OperationResult(result.outcome()));
			});
	}

	private static OutcomeUnknownException unknown(OutcomeUnknownException lost, int written, int length) {
		return new OutcomeUnknownException("write_file",
				"the first %d characters were written, of the next %d it is not known".formatted(written, length),
				lost.requestId(), lost);
	}

	private static OperationResult failed(ToolResult result, int written) {
		if (written == 0) {
			return new OperationResult(result.outcome());
		}
		String message = "Only the first %d characters were written: %s".formatted(written,
				Objects.requireNonNullElse(result.errorMessage(), ""));
		return new OperationResult(result.outcome().withMessage(message));
	}

	private Mono<ToolResult> writePiece(String path, String content, WriteMode mode) {
		return this.tools.call("write_file", Map.of("path", path, "content", content, "mode", mode.wireName()));
	}

}
