package io.agentbay.boot.keyed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.util.Assert;

/**
 * Which session belongs to a key. Holds nothing that gives access to the session.
 *
 * @param key the key, in the form that {@link SessionStore} describes
 * @param sessionId the session
 * @param createdAt when it was created, in whole milliseconds
 * @param usedAt when it was last asked for, about, in whole milliseconds
 */
public record KeyedSession(String key, String sessionId, Instant createdAt, Instant usedAt) {

	public KeyedSession {
		Assert.hasText(key, "'key' must not be empty");
		Assert.hasText(sessionId, "'sessionId' must not be empty");
		createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
		usedAt = usedAt.truncatedTo(ChronoUnit.MILLIS);
	}

	KeyedSession withUsedAt(Instant usedAt) {
		return new KeyedSession(this.key, this.sessionId, this.createdAt, usedAt);
	}

}
