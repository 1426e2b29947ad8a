package io.agentbay.observation;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session while its life is observed.
 */
public class SessionObservationContext extends Observation.Context {

	private final String sessionId;

	private final @Nullable String imageId;

	private volatile String outcome = "UNKNOWN";

	/**
	 * Create a context.
	 * @param sessionId the session
	 * @param imageId its image, {@code null} for the service's choice
	 */
	public SessionObservationContext(String sessionId, @Nullable String imageId) {
		this.sessionId = sessionId;
		this.imageId = imageId;
	}

	/**
	 * Return the session.
	 * @return its id
	 */
	public String sessionId() {
		return this.sessionId;
	}

	/**
	 * Return the image of the session.
	 * @return the image, {@code null} for the service's choice
	 */
	public @Nullable String imageId() {
		return this.imageId;
	}

	/**
	 * Return how the session ended.
	 * @return {@code DELETED} by this client, {@code GONE} without it, {@code LEFT} when
	 * the client was closed or, while it lives, {@code UNKNOWN}
	 */
	public String outcome() {
		return this.outcome;
	}

	void ended(String outcome) {
		this.outcome = outcome;
	}

}
