package io.agentbay.local.http;

import java.time.Duration;

import reactor.netty.resources.LoopResources;

/**
 * The threads that serve connections. They outlive the server, since a call that is still
 * being carried out while the runtime closes has its last word on them.
 */
public final class ServerThreads implements AutoCloseable {

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private final LoopResources loops = LoopResources.create("agentbay-local-http", 1, 2, true);

	LoopResources loops() {
		return this.loops;
	}

	/**
	 * End the threads.
	 */
	@Override
	public void close() {
		this.loops.disposeLater(Duration.ZERO, CLOSE_TIMEOUT).block(CLOSE_TIMEOUT);
	}

}
