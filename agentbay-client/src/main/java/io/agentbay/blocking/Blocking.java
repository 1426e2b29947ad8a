package io.agentbay.blocking;

import java.util.Objects;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for reactive operations on behalf of the blocking classes. For use inside the
 * client only.
 */
public final class Blocking {

	private Blocking() {
	}

	/**
	 * Wait for an operation. Interrupting the waiting thread cancels the operation.
	 * @param operation the operation, which must have a value
	 * @param <T> its type
	 * @return its value
	 * @throws IllegalStateException if called on a thread that must not block, such as an
	 * event loop
	 */
	public static <T> T await(Mono<T> operation) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("Thread '%s' is an event loop and must not wait. Use the reactive twin "
				.formatted(Thread.currentThread().getName())
					+ "(ReactiveAgentBay, session.reactive()) here, or move the call to another thread, "
					+ "for example with publishOn(Schedulers.boundedElastic()).");
		}
		return Objects.requireNonNull(operation.block(), "operation ended without a value");
	}

}
