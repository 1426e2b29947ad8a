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

import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.agentbay.local.internal.context.ContextRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferLimitException;

/**
 * Work of requests that an event loop must not wait for.
 */
final class WorkerCalls {

	private static final Logger logger = LoggerFactory.getLogger(WorkerCalls.class);

	/** Where Reactor looks for what to do with a failure that nobody waits for. */
	private static final String ON_ERROR_DROPPED = "reactor.onErrorDropped.local";

	private WorkerCalls() {
	}

	/**
	 * Work on a worker. Work that has begun goes on when nobody waits for it any longer.
	 * @param <T> the type of what comes of it
	 * @param workers the workers
	 * @param work what to do
	 * @return what comes of it
	 */
	static <T> Mono<T> on(Executor workers, Callable<T> work) {
		return Mono.fromFuture(() -> CompletableFuture.supplyAsync(() -> unchecked(work), workers), true)
			.onErrorMap(CompletionException.class, WorkerCalls::cause)
			.contextWrite((context) -> context.put(ON_ERROR_DROPPED, (Consumer<Throwable>) WorkerCalls::unheard));
	}

	/** A checked failure is the cause of what is thrown. */
	static <T> T unchecked(Callable<T> work) {
		try {
			return work.call();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new CompletionException(ex);
		}
	}

	private static Throwable cause(Throwable failure) {
		return (failure instanceof CompletionException) ? Objects.requireNonNullElse(failure.getCause(), failure)
				: failure;
	}

	/**
	 * A refusal concerns only whoever has gone, and a file that is not there any longer
	 * was discarded on that account; a disk that fails concerns whoever runs this.
	 */
	private static void unheard(Throwable failure) {
		Throwable cause = cause(failure);
		if (cause instanceof ContextRefusedException || cause instanceof DataBufferLimitException
				|| cause instanceof NoSuchFileException) {
			logger.debug("Refused after its client had gone: {}", cause.toString());
		}
		else {
			logger.warn("Failed after its client had gone", cause);
		}
	}

}
