package io.agentbay.boot.session;

import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;

/**
 * A session that was lent out.
 */
public final class SessionLease {

	private final ReactiveSession session;

	private final Mono<Void> release;

	/**
	 * Lend a session.
	 * @param session the session
	 * @param release what is to be done when it is given back
	 */
	public SessionLease(ReactiveSession session, Mono<Void> release) {
		this.session = session;
		this.release = release.cache();
	}

	/**
	 * Return the session.
	 * @return the session, not to be used after {@link #release()}
	 */
	public ReactiveSession session() {
		return this.session;
	}

	/**
	 * Give the session back. Only the first subscription does anything; cancelling it
	 * stops nothing.
	 * @return the end of it
	 */
	public Mono<Void> release() {
		return this.release;
	}

}
