package io.agentbay.transport;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets several threads signal to one sink, one signal after the other and in the order in
 * which they came, and none of them waits for another: who finds it busy leaves its
 * signal to the one that is at work.
 */
public final class SerialEmitter {

	private final Queue<Runnable> signals = new ConcurrentLinkedQueue<>();

	private final AtomicInteger due = new AtomicInteger();

	/**
	 * Send a signal, or have it sent.
	 * @param signal sends it
	 */
	public void emit(Runnable signal) {
		this.signals.add(signal);
		if (this.due.getAndIncrement() > 0) {
			return;
		}
		do {
			Runnable next = this.signals.poll();
			if (next != null) {
				next.run();
			}
		}
		while (this.due.decrementAndGet() > 0);
	}

}
