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

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Work that goes on while nobody waits for it, until somebody wants to end.
 */
final class BackgroundWork {

	private final Collection<Sinks.Empty<Void>> running = ConcurrentHashMap.newKeySet();

	/**
	 * Begin some work.
	 * @param work the work
	 * @param failure told if it fails
	 */
	void begin(Mono<?> work, Consumer<Throwable> failure) {
		Sinks.Empty<Void> end = Sinks.empty();
		this.running.add(end);
		work.doFinally((signal) -> {
			this.running.remove(end);
			end.tryEmitEmpty();
		}).subscribe(null, failure);
	}

	/**
	 * Wait for the work that has begun, and for what it begins.
	 * @return completes when all is done
	 */
	Mono<Void> end() {
		return Mono.defer(() -> this.running.isEmpty() ? Mono.empty()
				: Mono.when(this.running.stream().map(Sinks.Empty::asMono).toList()).then(end()));
	}

}
