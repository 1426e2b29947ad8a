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

package io.agentbay.boot.waiting;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Does what has to be done on threads that are interrupted: giving sessions back, ending
 * them, closing. Whoever shuts an executor down interrupts the very threads that hold
 * sessions. The flag of the thread is set again afterwards.
 *
 * @since 0.1.0
 */
public final class Uninterruptibly {

	private static final int ATTEMPTS = 3;

	private Uninterruptibly() {
	}

	/**
	 * Wait for the end of work, even on an event loop: what is being closed has no later.
	 * @param work the work, which goes on when the waiting ends early
	 * @param atMost the longest time to wait
	 * @return whether it has ended
	 */
	public static boolean await(Mono<Void> work, Duration atMost) {
		CompletableFuture<@Nullable Void> end = work.toFuture();
		try {
			get(end, atMost);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			throw Exceptions.propagate((ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	/**
	 * Wait for a result.
	 * @param result the result
	 * @param atMost the longest time to wait
	 * @param <T> its type
	 * @return the result
	 * @throws ExecutionException if it failed
	 * @throws TimeoutException if it was not there in time
	 */
	public static <T extends @Nullable Object> T get(Future<T> result, Duration atMost)
			throws ExecutionException, TimeoutException {
		long deadline = System.nanoTime() + atMost.toNanos();
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return result.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		finally {
			restore(interrupted);
		}
	}

	/**
	 * Let a thread come to its end: what it has begun is done, nothing else is begun.
	 * @param thread the thread
	 * @param atMost the longest time to wait, after which it is interrupted
	 */
	public static void end(ExecutorService thread, Duration atMost) {
		thread.shutdown();
		long deadline = System.nanoTime() + atMost.toNanos();
		boolean interrupted = false;
		boolean waiting = true;
		while (waiting) {
			try {
				if (!thread.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
					thread.shutdownNow();
				}
				waiting = false;
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		restore(interrupted);
	}

	/**
	 * Do work that an interrupt would break off, again from the beginning if it did.
	 * @param work the work, which does no harm when it is done twice
	 */
	public static void run(Runnable work) {
		boolean interrupted = Thread.interrupted();
		try {
			for (int attempt = 1; true; attempt++) {
				try {
					work.run();
					return;
				}
				catch (RuntimeException ex) {
					boolean brokenOff = Thread.interrupted();
					interrupted |= brokenOff;
					if (!brokenOff || attempt == ATTEMPTS) {
						throw ex;
					}
				}
			}
		}
		finally {
			restore(interrupted);
		}
	}

	private static void restore(boolean interrupted) {
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
