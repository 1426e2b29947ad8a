/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.observation;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a session while its life is observed.
 *
 * @since 0.1.0
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

	/**
	 * Tell how the session ended.
	 * @param outcome how it ended
	 */
	public void ended(String outcome) {
		this.outcome = outcome;
	}

}
