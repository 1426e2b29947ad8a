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

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.agentbay.AgentBay;
import io.agentbay.boot.actuate.SessionUse;
import io.agentbay.session.Session;
import io.agentbay.session.SessionMetrics;
import io.agentbay.session.SessionSummary;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sessions and their life.
 */
@RestController
@RequestMapping("/sessions")
class SessionController {

	private final Computers computers;

	private final AgentBay agentBay;

	private final SessionUse use;

	SessionController(Computers computers, AgentBay agentBay, SessionUse use) {
		this.computers = computers;
		this.agentBay = agentBay;
		this.use = use;
	}

	@PostMapping
	ResponseEntity<CreatedSession> create(@RequestParam(required = false) @Nullable String imageId,
			@RequestParam(required = false) @Nullable String contextId) {
		Session session = this.computers.create(imageId, contextId);
		return ResponseEntity.created(URI.create("/sessions/" + session.id()))
			.body(new CreatedSession(session.id(), session.warnings()));
	}

	@GetMapping
	List<ListedSession> list() {
		return this.computers.list().stream().map(this::describe).toList();
	}

	/** Age and end are known of the sessions that this application created. */
	private ListedSession describe(SessionSummary summary) {
		Session known = this.computers.known(summary.sessionId());
		Instant createdAt = (known != null) ? known.createdAt() : null;
		return new ListedSession(summary.sessionId(), summary.status().value(), summary.imageId(), createdAt,
				(createdAt != null) ? end(summary.sessionId(), createdAt) : null);
	}

	private @Nullable Instant end(String id, Instant createdAt) {
		Duration idle = this.agentBay.defaultOptions().idleReleaseTimeout();
		Instant lastUse = Objects.requireNonNullElse(this.use.lastUse(id), createdAt);
		return (idle != null) ? lastUse.plus(idle) : null;
	}

	/** What a session uses of its computer, now. */
	@GetMapping("/{id}/usage")
	Usage usage(@PathVariable String id) {
		SessionMetrics metrics = this.computers.session(id).fetchMetrics();
		return new Usage(metrics.cpuUsedPercent(), metrics.memoryUsed(), metrics.memoryTotal(), metrics.diskUsed(),
				metrics.diskTotal());
	}

	@PostMapping("/{id}/pause")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void pause(@PathVariable String id) {
		this.computers.session(id).pause();
	}

	@PostMapping("/{id}/resume")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void resume(@PathVariable String id) {
		this.computers.session(id).resume();
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String id) {
		this.computers.session(id).delete();
	}

	/** How long a session may be unused before the service ends it. */
	@GetMapping("/limits")
	Limits limits() {
		Duration timeout = this.agentBay.defaultOptions().idleReleaseTimeout();
		return new Limits((timeout != null) ? timeout.toSeconds() : null);
	}

	record CreatedSession(String id, List<String> warnings) {
	}

	/**
	 * A session.
	 *
	 * @param id its id
	 * @param status its state
	 * @param imageId its image, {@code null} if the service does not tell
	 * @param createdAt when this application created it, {@code null} if it has not
	 * @param endsAt about when it ends if nobody uses it until then, {@code null} if that
	 * is not known
	 */
	record ListedSession(String id, String status, @Nullable String imageId, @Nullable Instant createdAt,
			@Nullable Instant endsAt) {
	}

	record Usage(double cpuPercent, long memoryUsed, long memoryTotal, long diskUsed, long diskTotal) {
	}

	/**
	 * Limits of the sessions.
	 *
	 * @param idleSeconds the time without use after which one ends, {@code null} if the
	 * service decides
	 */
	record Limits(@Nullable Long idleSeconds) {
	}

}
