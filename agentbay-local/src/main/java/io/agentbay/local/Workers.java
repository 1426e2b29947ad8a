package io.agentbay.local;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that carry calls out. A call holds one for as long as it takes, so their
 * number is that of the commands that can run at the same time; further calls wait.
 */
final class Workers {

	private static final int MAX_THREADS = 256;

	private static final long IDLE_SECONDS = 10;

	private static final long END_SECONDS = 5;

	private Workers() {
	}

	static ExecutorService create() {
		AtomicInteger number = new AtomicInteger();
		ThreadPoolExecutor workers = new ThreadPoolExecutor(MAX_THREADS, MAX_THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), (task) -> {
					Thread thread = new Thread(task, "agentbay-local-worker-" + number.incrementAndGet());
					thread.setDaemon(true);
					return thread;
				});
		workers.allowCoreThreadTimeOut(true);
		return workers;
	}

	static void end(ExecutorService workers) {
		workers.shutdownNow();
		try {
			workers.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
