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

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.fault.Fault;
import io.agentbay.local.fault.Faults;
import io.agentbay.local.journal.Call;
import io.agentbay.local.journal.Journal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Writes calls down and carries them out: away from the threads that serve the
 * connections, to their end even when the client has gone, and with the fault that a test
 * may have asked for.
 */
final class Handling {

	private static final String NOT_JSON = "<html><body>This is not JSON</body></html>";

	private final Executor workers;

	private final Envelopes envelopes;

	private final Faults faults;

	private final Journal journal;

	private final RuntimeClock clock;

	Handling(Executor workers, Envelopes envelopes, Faults faults, Journal journal, RuntimeClock clock) {
		this.workers = workers;
		this.envelopes = envelopes;
		this.faults = faults;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Write a call down and carry it out.
	 * @param action the name under which a fault may wait for it
	 * @param tool the tool it asks for
	 * @param sessionId the session it names
	 * @param call what to do
	 */
	Mono<ServerResponse> handle(@Nullable String action, @Nullable String tool, @Nullable String sessionId,
			Callable<Reply> call) {
		this.journal.add(new Call(action, tool, sessionId, this.clock.now()));
		Fault fault = this.faults.take(action);
		if (fault == null) {
			return run(call).flatMap(Reply::send);
		}
		if (fault instanceof Fault.Delay delay) {
			Executor later = CompletableFuture.delayedExecutor(delay.duration().toMillis(), TimeUnit.MILLISECONDS,
					this.workers);
			return run(call, later).flatMap(Reply::send);
		}
		if (fault instanceof Fault.LateAnswer late) {
			return run(call).delayElement(late.duration()).flatMap(Reply::send);
		}
		if (fault instanceof Fault.Drop drop) {
			return (drop.handled() ? run(call) : Mono.empty()).then(BrokenResponses.drop());
		}
		if (fault instanceof Fault.Cut cut) {
			return run(call).flatMap((reply) -> BrokenResponses.cut(reply, cut.bytes()));
		}
		if (fault instanceof Fault.Answer answer) {
			return send(answer);
		}
		return run(call).then(new Reply(200, NOT_JSON.getBytes(StandardCharsets.UTF_8), Map.of()).send());
	}

	/**
	 * Write a call down whose answer is sent piece by piece. Of the faults, a delay and
	 * an answer of its own strike as usual; any other closes the connection.
	 * @param action the name under which a fault may wait for it
	 * @param response the answer
	 */
	Mono<ServerResponse> stream(String action, Mono<ServerResponse> response) {
		this.journal.add(new Call(action, null, null, this.clock.now()));
		Fault fault = this.faults.take(action);
		if (fault == null) {
			return response;
		}
		if (fault instanceof Fault.Delay delay) {
			return Mono.delay(delay.duration()).then(response);
		}
		if (fault instanceof Fault.LateAnswer late) {
			return response.delayElement(late.duration());
		}
		return (fault instanceof Fault.Answer answer) ? send(answer) : BrokenResponses.drop();
	}

	private static Mono<ServerResponse> send(Fault.Answer answer) {
		return new Reply(answer.status(), answer.body().getBytes(StandardCharsets.UTF_8), answer.headers()).send();
	}

	private Mono<Reply> run(Callable<Reply> call) {
		return run(call, this.workers);
	}

	/**
	 * A failure becomes an answer at once: when the client has gone nobody else would
	 * take it.
	 */
	private Mono<Reply> run(Callable<Reply> call, Executor executor) {
		return Mono
			.fromFuture(() -> CompletableFuture.supplyAsync(() -> WorkerCalls.unchecked(call), executor)
				.exceptionally(this.envelopes::failure), true)
			.onErrorResume((refused) -> Mono.just(this.envelopes.failure(refused)));
	}

}
