package io.agentbay.boot.session;

import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What is done in a session.
 *
 * @param <T> what comes of it
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface SessionCallback<T extends @Nullable Object, E extends Exception> {

	/**
	 * Do it.
	 * @param session the session, not to be used afterwards
	 * @return what comes of it
	 * @throws E if it fails
	 */
	T doInSession(Session session) throws E;

}
