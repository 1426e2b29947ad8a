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

package io.agentbay.boot.pool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Brings something that must not get lost to a subscriber that may have gone when it
 * arrives.
 */
final class Handover {

	private Handover() {
	}

	/**
	 * Hand something over. Getting it goes on after a cancellation.
	 * @param acquisition gets it
	 * @param giveBack takes what nobody waits for any longer
	 * @param <T> its type
	 * @return what was got
	 */
	static <T> Mono<T> of(Mono<T> acquisition, Consumer<T> giveBack) {
		return Mono.deferContextual((context) -> {
			CompletableFuture<@Nullable T> arrival = acquisition.contextWrite(context).toFuture();
			AtomicBoolean decided = new AtomicBoolean();
			return Mono.fromFuture(arrival, true)
				.filter((value) -> decided.compareAndSet(false, true))
				.doOnCancel(() -> {
					if (decided.compareAndSet(false, true)) {
						arrival.thenAccept((value) -> {
							if (value != null) {
								giveBack.accept(value);
							}
						});
					}
				});
		});
	}

}
