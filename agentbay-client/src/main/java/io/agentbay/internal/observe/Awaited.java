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

import io.agentbay.error.FailureKind;
import io.agentbay.internal.answer.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A refusal that is one of the answers hoped for, as "gone" is to who waits for the end
 * of a session: neither meters nor listeners are told of a failure then.
 */
public final class Awaited {

	private static final Class<Awaited> KEY = Awaited.class;

	private Awaited() {
	}

	/**
	 * Say which refusal is hoped for.
	 * @param kind its kind
	 * @param call the call
	 * @param <T> what it answers
	 * @return the call
	 */
	public static <T> Mono<T> refusal(FailureKind kind, Mono<T> call) {
		return call.contextWrite((context) -> within(kind, context));
	}

	/**
	 * Say which refusal is hoped for in calls one after the other.
	 * @param kind its kind
	 * @param calls the calls
	 * @param <T> what they answer
	 * @return the calls
	 */
	public static <T> Flux<T> refusal(FailureKind kind, Flux<T> calls) {
		return calls.contextWrite((context) -> within(kind, context));
	}

	private static Context within(FailureKind kind, Context context) {
		return context.put(KEY, kind);
	}

	/**
	 * Return an outcome as it is to be told.
	 * @param context the Reactor context of the call
	 * @param outcome how the call ended
	 * @return a success where the refusal was hoped for
	 */
	public static Outcome told(ContextView context, Outcome outcome) {
		FailureKind hopedFor = context.getOrDefault(KEY, null);
		return (hopedFor != null && outcome.failedWith(hopedFor)) ? Outcome.success(outcome.details()) : outcome;
	}

}
