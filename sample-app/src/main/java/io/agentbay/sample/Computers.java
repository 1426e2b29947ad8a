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

package io.agentbay.sample;

import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.context.ContextSync;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.session.SessionSummary;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * The sessions that the controllers work in: all that it needs is the injected
 * {@link AgentBay}. What goes wrong is thrown, and answered as a problem detail:
 * {@code agentbay.web.problem-details.enabled}.
 */
@Service
class Computers {

	/** Where a context is found in a session that mounts one. */
	static final String CONTEXT_PATH = "/tmp/context";

	private final AgentBay agentBay;

	Computers(AgentBay agentBay) {
		this.agentBay = agentBay;
	}

	Session create(@Nullable String imageId, @Nullable String contextId) {
		return this.agentBay.create((options) -> {
			mount(options.imageId(imageId), contextId);
		});
	}

	private static void mount(CreateSessionOptions.Builder options, @Nullable String contextId) {
		if (contextId != null) {
			options.contextSync(ContextSync.of(contextId, CONTEXT_PATH));
		}
	}

	List<SessionSummary> list() {
		return this.agentBay.list().toList();
	}

	/**
	 * Find a session. One that this application created is known, so that a picture of
	 * the screen each second is not a question for the session each second.
	 */
	Session session(String id) {
		Session known = known(id);
		return (known != null) ? known : this.agentBay.get(id);
	}

	@Nullable Session known(String id) {
		return this.agentBay.cachedSessions()
			.stream()
			.filter((session) -> session.id().equals(id))
			.findFirst()
			.orElse(null);
	}

}
