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

package io.agentbay.internal.shell;

import io.agentbay.error.CallDetails;
import io.agentbay.error.CallFailedException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks for news of one command, again and again, from where it left off. One question is
 * asked ahead of what is taken, not more.
 */
final class CommandNews {

	/** How much of an output is asked for at once. */
	private static final int PIECE = 1024 * 1024;

	private final CommandShell shell;

	private final LookTurns turns;

	private final String id;

	private long stdout;

	private long stderr;

	private long failures;

	private long patienceEnds;

	/**
	 * Create what asks.
	 * @param stdout how much of its standard output is known, {@link Long#MAX_VALUE} if
	 * it is of no interest
	 * @param stderr how much of its standard error is known, likewise
	 */
	CommandNews(CommandShell shell, String id, long stdout, long stderr) {
		this.shell = shell;
		this.turns = shell.turns();
		this.id = id;
		this.stdout = stdout;
		this.stderr = stderr;
	}

	/** The news, the last of which has the exit code and all that was left to read. */
	Flux<News> news() {
		return Flux.using(() -> {
			this.turns.join();
			return this;
		}, (joined) -> Flux.<Integer>generate((sink) -> sink.next(1)).concatMap((tick) -> look(), 1),
				(joined) -> this.turns.quit())
			.takeUntil(News::last);
	}

	private Flux<News> look() {
		return this.shell.look(this.id, this.stdout, this.stderr, PIECE).map((look) -> {
			this.failures = 0;
			this.stdout += look.stdout().length;
			this.stderr += look.stderr().length;
			return new News(look, isLast(look), null);
		}).flux().onErrorResume(Repeated::isWorthIt, this::again);
	}

	private Flux<News> again(Throwable failure) {
		long now = System.nanoTime();
		boolean first = this.failures == 0;
		if (first) {
			this.patienceEnds = now + Repeated.PATIENCE.toNanos();
		}
		else if (now - this.patienceEnds >= 0) {
			return Flux.error(broken(failure));
		}
		Mono<News> pause = Mono.delay(Repeated.pause(this.failures++)).then(Mono.empty());
		return first ? pause.flux().startWith(new News(null, false, failure)) : pause.flux();
	}

	private StreamBrokenException broken(Throwable failure) {
		CallDetails details = (failure instanceof CallFailedException failed) ? failed.details() : CallDetails.none();
		return new StreamBrokenException(Reason.CONNECTION_LOST,
				"The session could not be asked about the command %s for %s s; it may be running on, and can be found again"
					.formatted(this.id, Repeated.PATIENCE.toSeconds()),
				details, failure);
	}

	private boolean isLast(CommandLook look) {
		return look.exitCode() != null && this.stdout >= look.stdoutBytes() && this.stderr >= look.stderrBytes();
	}

	/**
	 * What is new.
	 *
	 * @param look the session's answer, {@code null} if there was none
	 * @param last whether nothing more comes
	 * @param interruption why there was no answer, told once until there is one
	 */
	record News(@Nullable CommandLook look, boolean last, @Nullable Throwable interruption) {
	}

}
