package io.agentbay.boot.session;

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
