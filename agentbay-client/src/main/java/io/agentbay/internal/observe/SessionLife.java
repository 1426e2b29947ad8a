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

package io.agentbay.internal.observe;

import io.agentbay.observation.AgentBayObservation;
import io.agentbay.observation.DefaultSessionObservationConvention;
import io.agentbay.observation.SessionObservationContext;
import io.agentbay.observation.SessionObservationConvention;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * The observed life of a session that this client created. It ends once: what is said
 * first holds.
 */
public final class SessionLife {

	private static final SessionObservationConvention DEFAULT_CONVENTION = new DefaultSessionObservationConvention();

	private final SessionObservationContext context;

	private final RunningObservation running;

	private SessionLife(SessionObservationContext context, RunningObservation running) {
		this.context = context;
		this.running = running;
	}

	/**
	 * Begin to observe the life of a session. It becomes a child of the observation in
	 * the Reactor context, else of the one current on this thread, but does not hold on
	 * to it: a session lives longer than the request that it was created for.
	 * @param sessionId the session
	 * @param imageId its image, {@code null} for the service's choice
	 * @param observability who is told of it, and in which form
	 * @param caller the Reactor context of whoever created it
	 * @return the life
	 */
	public static SessionLife begin(String sessionId, @Nullable String imageId, Observability observability,
			ContextView caller) {
		SessionObservationContext context = new SessionObservationContext(sessionId, imageId);
		RunningObservation running = RunningObservation
			.start(AgentBayObservation.SESSION.observation(observability.sessionConvention(), DEFAULT_CONVENTION,
					() -> context, observability.registry()), caller);
		running.releaseParent();
		return new SessionLife(context, running);
	}

	/**
	 * This client has ended the session.
	 */
	public void deleted() {
		end("DELETED");
	}

	/**
	 * The session turned out to have ended.
	 */
	public void gone() {
		end("GONE");
	}

	/**
	 * The client does not look after the session any longer.
	 */
	public void left() {
		end("LEFT");
	}

	private void end(String outcome) {
		this.running.end(() -> this.context.ended(outcome));
	}

}
