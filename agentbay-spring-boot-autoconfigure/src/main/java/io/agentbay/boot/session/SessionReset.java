package io.agentbay.boot.session;

import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;

/**
 * Puts a used session into the state of a new one, so that it can serve somebody else. A
 * session holds whatever its user left: files, processes, logins. Only the application
 * knows what that may be; where in doubt, use each session once.
 */
@FunctionalInterface
public interface SessionReset {

	/**
	 * Reset a session.
	 * @param session the session
	 * @return the end of it; an error if the session must not be used again
	 */
	Mono<Void> reset(ReactiveSession session);

}
