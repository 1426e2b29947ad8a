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

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends what is going on when something else fails: a limit, or the client's end.
 * Reactor's {@code takeUntilOther} hands such a failure on as well, but lets its source
 * go on: a request that was given up would still be sent.
 */
public final class Abort {

	private Abort() {
	}

	/**
	 * Cancel a source when something else fails.
	 * @param <T> what the source emits
	 * @param source the source
	 * @param failure fails, or never ends as far as this is concerned
	 * @return what the source emits, or that failure
	 */
	public static <T> Mono<T> on(Mono<T> source, Mono<?> failure) {
		return Mono.firstWithSignal(source, failure.then(Mono.never()));
	}

	/**
	 * Cancel a source when something else fails.
	 * @param <T> what the source emits
	 * @param source the source
	 * @param failure fails, or never ends as far as this is concerned
	 * @return what the source emits until then, and that failure
	 */
	public static <T> Flux<T> on(Flux<T> source, Mono<?> failure) {
		return Flux.defer(() -> {
			AtomicReference<@Nullable Throwable> reason = new AtomicReference<>();
			Mono<Boolean> signal = failure.then(Mono.<Boolean>never()).onErrorResume((ex) -> {
				reason.set(ex);
				return Mono.just(true);
			});
			return source.takeUntilOther(signal).concatWith(Mono.defer(() -> {
				Throwable ex = reason.get();
				return (ex != null) ? Mono.error(ex) : Mono.empty();
			}));
		});
	}

}
