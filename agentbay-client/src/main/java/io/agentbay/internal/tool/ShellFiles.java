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

package io.agentbay.internal.tool;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallFailedException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.error.ServiceException;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static io.agentbay.internal.text.ShellQuoting.quotedPath;

/**
 * Puts bytes into files of a session by its shell. No tool writes bytes: the shell
 * decodes them, piece by piece behind the first.
 */
public final class ShellFiles {

	/** The tool needs one, and where it is missing may take a single second. */
	private static final Duration LIMIT = Duration.ofSeconds(50);

	/** A multiple of three, so that the texts of pieces are those of the whole. */
	private static final int PIECE = 36 * 1024;

	private final SessionTools tools;

	/**
	 * Create what writes in a session.
	 * @param tools the tools of the session
	 */
	public ShellFiles(SessionTools tools) {
		this.tools = tools;
	}

	/**
	 * Write a file.
	 * @param path the file
	 * @param content its new content
	 * @param before what the shell does before it writes, or nothing
	 * @return completes when all of it is written
	 */
	public Mono<Void> write(String path, byte[] content, String before) {
		if (content.length == 0) {
			return run(before + ": > " + quotedPath(path)).then();
		}
		int pieces = (content.length + PIECE - 1) / PIECE;
		return Flux.range(0, pieces).concatMap((piece) -> {
			int from = piece * PIECE;
			byte[] part = Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE));
			return run("%sprintf %%s '%s' | base64 -d %s %s".formatted(before, Base64.getEncoder().encodeToString(part),
					(piece == 0) ? ">" : ">>", quotedPath(path)))
				.onErrorMap(OutcomeUnknownException.class, (lost) -> unknown(lost, from, part.length))
				.onErrorMap((ex) -> ex instanceof ServiceException || isNotSent(ex),
						(ex) -> failed((AgentBayException) ex, from));
		}, 1).then();
	}

	private static OutcomeUnknownException unknown(OutcomeUnknownException lost, int written, int length) {
		return new OutcomeUnknownException(
				"the first %s bytes were written, of the next %s it is not known".formatted(written, length),
				new CallDetails("shell", lost.sessionId(), lost.requestId()), lost);
	}

	/** The deadline, a connection that cannot be made: this piece was not written. */
	private static boolean isNotSent(Throwable ex) {
		return ex instanceof CallFailedException failed && !failed.mayHaveTakenEffect();
	}

	private static AgentBayException failed(AgentBayException refused, int written) {
		return (written == 0) ? refused
				: new PartialFailureException("Only the first %s bytes were written".formatted(written),
						refused.details(), List.of(), List.of(refused));
	}

	/**
	 * Run a short command.
	 * @param command the command
	 * @return how it ended, with success
	 */
	public Mono<ShellAnswer.Ended> run(String command) {
		return this.tools.answer(ToolCall.of("shell", Map.of("command", command, "timeout_ms", LIMIT.toMillis())))
			.map(ShellAnswer::read)
			.doOnNext(ShellAnswer.Ended::requireSuccess);
	}

}
