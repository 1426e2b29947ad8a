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
import io.agentbay.command.CommandResult;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.session.Session;
import io.agentbay.session.SessionSummary;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * What the application does with AgentBay: all that it needs is the injected
 * {@link AgentBay}. What goes wrong is thrown, and answered as a problem detail:
 * {@code agentbay.web.problem-details.enabled}.
 */
@Service
class Computers {

	private final AgentBay agentBay;

	Computers(AgentBay agentBay) {
		this.agentBay = agentBay;
	}

	Session create(@Nullable String imageId) {
		return this.agentBay.create((options) -> options.imageId(imageId));
	}

	List<SessionSummary> list() {
		return this.agentBay.list().toList();
	}

	void delete(String sessionId) {
		session(sessionId).delete();
	}

	/** A command that ends with something else than 0 is a result too. */
	CommandResult run(String sessionId, String command) {
		return session(sessionId).command().run(command);
	}

	void write(String sessionId, String path, String content) {
		session(sessionId).fileSystem().write(path, content);
	}

	String read(String sessionId, String path) {
		return session(sessionId).fileSystem().read(path);
	}

	List<DirectoryEntry> list(String sessionId, String path) {
		return session(sessionId).fileSystem().list(path);
	}

	private Session session(String sessionId) {
		return this.agentBay.get(sessionId);
	}

}
