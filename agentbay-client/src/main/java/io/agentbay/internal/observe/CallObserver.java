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

package io.agentbay.internal.observe;

import io.agentbay.error.CallDetails;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.answer.Result;
import io.agentbay.observation.AgentBayObservation;
import io.agentbay.observation.CallObservationContext;
import io.agentbay.observation.CallObservationConvention;
import io.agentbay.observation.DefaultCallObservationConvention;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Wraps each call in an observation.
 */
public final class CallObserver {

	private static final CallObservationConvention DEFAULT_CONVENTION = new DefaultCallObservationConvention();

	private final Observability observability;

	/**
	 * Create an observer.
	 * @param observability who is told, and in which form
	 */
	public CallObserver(Observability observability) {
		this.observability = observability;
	}

	/**
	 * Observe a call. Its parent is the observation in the Reactor context, else the one
	 * current on the subscribing thread. It ends before the caller goes on, so that what
	 * the caller then reads of its meters is complete.
	 * @param type what is observed
	 * @param operation the action or tool
	 * @param sessionId the session, or {@code null} if the call is for none
	 * @param call the call
	 * @param <R> what it answers
	 * @return the observed call
	 */
	public <R extends Result<R>> Mono<R> observe(AgentBayObservation type, String operation, @Nullable String sessionId,
			Mono<R> call) {
		return Mono.deferContextual((view) -> {
			CallObservationContext context = new CallObservationContext(type, operation, sessionId);
			RunningObservation running = start(context, view);
			return call.doOnSuccess((result) -> running.end(() -> ended(context, result, view)))
				.doOnError(running::fail)
				.doOnCancel(() -> running.end(context::cancelled))
				.contextWrite(running::within);
		});
	}

	/**
	 * Observe a call of a tool that streams its answer, from the call to its end. It is a
	 * success when the stream is complete.
	 * @param tool the tool
	 * @param sessionId the session
	 * @param stream the call
	 * @param <T> what it streams
	 * @return the observed call
	 */
	public <T> Flux<T> observeStream(String tool, String sessionId, Flux<T> stream) {
		return Flux.deferContextual((view) -> {
			CallObservationContext context = new CallObservationContext(AgentBayObservation.TOOL_CALL, tool, sessionId);
			RunningObservation running = start(context, view);
			AttemptReport report = new AttemptReport(this.observability.listener(), CallDetails.of(tool, sessionId), 1);
			Outcome success = Outcome.success(CallDetails.none());
			return stream.doOnComplete(() -> {
				report.answered(success);
				running.end(() -> context.ended(success.details(), null, null));
			}).doOnError((ex) -> {
				report.failed(ex);
				running.fail(ex);
			}).doOnCancel(() -> {
				report.cancelled();
				running.end(context::cancelled);
			}).contextWrite(running::within);
		});
	}

	private static void ended(CallObservationContext context, @Nullable Result<?> result, ContextView caller) {
		if (result != null) {
			Outcome told = Awaited.told(caller, result.outcome());
			context.ended(told.details(), told.failureKind(), told.errorMessage());
		}
	}

	private RunningObservation start(CallObservationContext context, ContextView caller) {
		return RunningObservation.start(context.type()
			.observation(this.observability.callConvention(), DEFAULT_CONVENTION, () -> context,
					this.observability.registry()),
				caller);
	}

}
