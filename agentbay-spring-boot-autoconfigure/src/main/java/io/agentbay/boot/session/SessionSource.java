package io.agentbay.boot.session;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.session.CreateSessionParams;
import reactor.core.publisher.Mono;

/**
 * Where the templates get their sessions from.
 */
@FunctionalInterface
public interface SessionSource {

	/**
	 * Get a session that nobody else uses. Cancelling loses no session: one that arrives
	 * afterwards is released.
	 * @param params what kind of session
	 * @return the session, to be released after use; an error of type
	 * {@link io.agentbay.error.ServiceException} if the service refused to create one
	 */
	Mono<SessionLease> acquire(CreateSessionParams params);

	/**
	 * Return a source of new sessions, each of which is deleted after use.
	 * @param agentBay the client that creates them
	 * @return the source
	 */
	static SessionSource newSessions(ReactiveAgentBay agentBay) {
		return new NewSessions(agentBay);
	}

}
