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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.agentbay.error.CallDetails;
import io.agentbay.error.CallInterruptedException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Waits for what gives something up. An interrupt must not keep a thread from it: whoever
 * shuts an executor down interrupts the very threads that still hold sessions.
 */
public final class Closing {

	/** For which time a thread that is interrupted waits, so that it can end. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private Closing() {
	}

	/**
	 * Wait until something has been given up. The flag of an interrupted thread is set
	 * again at the end.
	 * @param operation gives it up; it goes on when the waiting ends early
	 * @throws CallInterruptedException if the thread was interrupted and half a minute
	 * later the operation still runs
	 */
	public static void await(Mono<Void> operation) {
		CompletableFuture<@Nullable Void> end = operation.toFuture();
		Deadline patience = null;
		try {
			while (true) {
				try {
					if (patience == null) {
						end.get();
					}
					else {
						end.get(patience.remaining().toNanos(), TimeUnit.NANOSECONDS);
					}
					return;
				}
				catch (InterruptedException ex) {
					patience = (patience != null) ? patience : Deadline.after(PATIENCE);
				}
			}
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			throw Exceptions.propagate((cause != null) ? cause : ex);
		}
		catch (TimeoutException ex) {
			throw new CallInterruptedException(
					"The waiting thread was interrupted; what it waited for goes on in the background",
					CallDetails.none(), ex);
		}
		finally {
			if (patience != null) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
