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

package io.agentbay.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.error.CallDetails;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Remembers whether an operation has begun a call that must not be repeated, so that who
 * gives up waiting can say whether something may have been done.
 */
public final class Effects {

	private static final Class<Effects> KEY = Effects.class;

	private final AtomicReference<@Nullable CallDetails> begun = new AtomicReference<>();

	private final List<Runnable> leftovers = new ArrayList<>();

	private boolean abandoned;

	/**
	 * Put this into the context of an operation.
	 * @param context the context
	 * @return the context with this
	 */
	public Context within(Context context) {
		return context.put(KEY, this);
	}

	/**
	 * Say that an operation only looks: who gives up waiting for it has nothing to fear,
	 * whatever its calls are by themselves.
	 * @param operation the operation
	 * @param <T> what it returns
	 * @return the operation
	 */
	public static <T> Mono<T> none(Mono<T> operation) {
		return operation.contextWrite((context) -> context.delete(KEY));
	}

	/**
	 * Say that an operation only looks.
	 * @param operation the operation
	 * @param <T> what it returns
	 * @return the operation
	 */
	public static <T> Flux<T> none(Flux<T> operation) {
		return operation.contextWrite((context) -> context.delete(KEY));
	}

	static void begin(ContextView context, CallDetails call) {
		Effects effects = context.getOrDefault(KEY, null);
		if (effects != null) {
			effects.begun.set(call);
		}
	}

	/**
	 * Return the call that may have had an effect.
	 * @return the last one that was begun, {@code null} if there was none
	 */
	public @Nullable CallDetails begun() {
		return this.begun.get();
	}

	/**
	 * Say what becomes of what an operation has made when nobody takes it any longer. Who
	 * waits may give up in the very moment in which it is there.
	 * @param context the context of the operation
	 * @param cleanup gives up what was made; does not wait
	 */
	public static void ifAbandoned(ContextView context, Runnable cleanup) {
		Effects effects = context.getOrDefault(KEY, null);
		if (effects != null && !effects.isLeftTo(cleanup)) {
			cleanup.run();
		}
	}

	private synchronized boolean isLeftTo(Runnable cleanup) {
		return !this.abandoned && this.leftovers.add(cleanup);
	}

	/**
	 * Nobody takes what the operation makes or has made.
	 */
	public void abandon() {
		List<Runnable> cleanups;
		synchronized (this) {
			this.abandoned = true;
			cleanups = List.copyOf(this.leftovers);
			this.leftovers.clear();
		}
		cleanups.forEach(Runnable::run);
	}

}
