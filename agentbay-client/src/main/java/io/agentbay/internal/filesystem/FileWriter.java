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
import java.util.List;
import java.util.Map;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallFailedException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.WriteMode;
import io.agentbay.internal.file.FileLimits;
import io.agentbay.internal.http.Deadline;
import io.agentbay.internal.tool.SessionTools;
import reactor.core.publisher.Mono;

/**
 * Writes whole text files: in one call over the direct link, in pieces through the
 * gateway, whose messages are limited to about 63 KB.
 */
final class FileWriter {

	private static final int PIECE = 51 * 1024;

	private final SessionTools tools;

	private final FileLimits limits;

	FileWriter(SessionTools tools, FileLimits limits) {
		this.tools = tools;
		this.limits = limits;
	}

	Mono<Void> write(String path, String content, WriteMode mode) {
		if (this.tools.isDirect("write_file")) {
			return writePiece(path, content, mode);
		}
		return Deadline.within(this.limits.operation(),
				writeAll(path, TextPieces.of(content, PIECE).iterator(), mode, 0));
	}

	private Mono<Void> writeAll(String path, Iterator<String> pieces, WriteMode mode, int written) {
		String piece = pieces.next();
		Mono<Void> first = writePiece(path, piece, mode)
			.onErrorMap(OutcomeUnknownException.class, (lost) -> unknown(lost, written, piece.length()))
			.onErrorMap((ex) -> ex instanceof ServiceException || isNotSent(ex),
					(ex) -> failed((AgentBayException) ex, written));
		return pieces.hasNext()
				? first.then(Mono.defer(() -> writeAll(path, pieces, WriteMode.APPEND, written + piece.length())))
				: first;
	}

	private static OutcomeUnknownException unknown(OutcomeUnknownException lost, int written, int length) {
		return new OutcomeUnknownException(
				"the first %s characters were written, of the next %s it is not known".formatted(written, length),
				new CallDetails("write_file", lost.sessionId(), lost.requestId()), lost);
	}

	/** The deadline, a connection that cannot be made: this piece was not written. */
	private static boolean isNotSent(Throwable ex) {
		return ex instanceof CallFailedException failed && !failed.mayHaveTakenEffect();
	}

	private static AgentBayException failed(AgentBayException refused, int written) {
		return (written == 0) ? refused
				: new PartialFailureException("Only the first %s characters were written".formatted(written),
						refused.details(), List.of(), List.of(refused));
	}

	private Mono<Void> writePiece(String path, String content, WriteMode mode) {
		return this.tools.require("write_file", Map.of("path", path, "content", content, "mode", mode.wireName()))
			.then();
	}

}
