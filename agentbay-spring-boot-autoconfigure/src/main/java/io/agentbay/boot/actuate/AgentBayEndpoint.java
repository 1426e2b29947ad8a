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

package io.agentbay.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.actuate.RecentErrors.RecentError;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.ownership.PeriodicReaper;
import io.agentbay.boot.pool.PoolFigures;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.error.ServiceException;
import io.agentbay.session.ReactiveSession;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * {@link Endpoint} that shows the sessions of this application, its pools and its last
 * failures, and ends sessions. Asking it sends nothing to the service. The sessions of
 * keys in a shared store are counted only: they are not this instance's alone. Ending a
 * session needs {@code management.endpoint.agentbay.access=unrestricted}.
 *
 * @since 0.1.0
 */
@Endpoint(id = "agentbay", defaultAccess = Access.READ_ONLY)
public class AgentBayEndpoint {

	private final Supplier<Map<String, ReactiveAgentBay>> clients;

	private final @Nullable SessionPools pools;

	private final RecentErrors recentErrors;

	private final SessionUse use;

	private final Supplier<@Nullable OwnershipDescriptor> ownership;

	private final Supplier<@Nullable AgentBaySessions> keyedSessions;

	private final Sanitizer sanitizer;

	/**
	 * Create the endpoint.
	 * @param clients tells the clients that there are by now, by the names of their
	 * accounts
	 * @param pools the pools, {@code null} if there are none
	 * @param recentErrors the last failures
	 * @param use when sessions were used
	 * @param ownership tells how the ownership of sessions stands, {@code null} if they
	 * have no owner
	 * @param keyedSessions tells the sessions of keys, {@code null} if there are none or
	 * they have not been used yet
	 * @param sanitizingFunctions hide the values of labels, beside those whose names
	 * suggest a secret
	 */
	public AgentBayEndpoint(Supplier<Map<String, ReactiveAgentBay>> clients, @Nullable SessionPools pools,
			RecentErrors recentErrors, SessionUse use, Supplier<@Nullable OwnershipDescriptor> ownership,
			Supplier<@Nullable AgentBaySessions> keyedSessions, Iterable<SanitizingFunction> sanitizingFunctions) {
		this.clients = clients;
		this.pools = pools;
		this.recentErrors = recentErrors;
		this.use = use;
		this.ownership = ownership;
		this.keyedSessions = keyedSessions;
		List<SanitizingFunction> functions = new ArrayList<>();
		sanitizingFunctions.forEach(functions::add);
		functions.add(SanitizingFunction.sanitizeValue().ifLikelySensitive());
		this.sanitizer = new Sanitizer(functions);
	}

	/**
	 * Show the state.
	 * @return the state
	 */
	@ReadOperation
	public AgentBayDescriptor agentBay() {
		List<SessionDescriptor> sessions = this.clients.get()
			.entrySet()
			.stream()
			.flatMap((client) -> client.getValue()
				.cachedSessions()
				.stream()
				.map((session) -> describe(client.getKey(), session)))
			.sorted(Comparator.comparing(SessionDescriptor::id))
			.toList();
		Collection<PoolDescriptor> pooled = (this.pools == null) ? List.of()
				: this.pools.figures()
					.entrySet()
					.stream()
					.map((pool) -> new PoolDescriptor(pool.getKey().imageId(), pool.getValue()))
					.toList();
		AgentBaySessions keyed = this.keyedSessions.get();
		return new AgentBayDescriptor(sessions, pooled, (keyed != null) ? keyed.count() : null, this.ownership.get(),
				this.recentErrors.errors());
	}

	private SessionDescriptor describe(String client, ReactiveSession session) {
		Instant createdAt = session.createdAt();
		return new SessionDescriptor(session.id(), session.imageId(), client,
				this.pools != null && this.pools.isIdle(session.id()), createdAt,
				(createdAt != null) ? Duration.between(createdAt, Instant.now()).toSeconds() : null,
				this.use.firstUse(session.id()), this.use.lastUse(session.id()), labels(session));
	}

	private @Nullable Map<String, @Nullable Object> labels(ReactiveSession session) {
		Map<String, String> labels = session.knownLabels();
		if (labels == null) {
			return null;
		}
		Map<String, @Nullable Object> shown = new TreeMap<>();
		labels.forEach((name, value) -> shown.put(name,
				this.sanitizer.sanitize(new SanitizableData(null, name, value), true)));
		return shown;
	}

	/**
	 * End a session of this application.
	 * @param sessionId the session
	 * @return nothing when it has ended; status 404 for a session that this application
	 * does not know, 502 if the service refused
	 */
	@DeleteOperation
	public Mono<WebEndpointResponse<Map<String, String>>> delete(@Selector String sessionId) {
		return Mono
			.justOrEmpty(this.clients.get()
				.values()
				.stream()
				.flatMap((client) -> client.cachedSessions().stream())
				.filter((session) -> session.id().equals(sessionId))
				.findFirst())
			.flatMap((session) -> session.delete().thenReturn(new WebEndpointResponse<Map<String, String>>(204)))
			.onErrorResume(ServiceException.class,
					(ex) -> Mono.just(new WebEndpointResponse<>(Map.of("error", String.valueOf(ex.getMessage())), 502)))
			.defaultIfEmpty(new WebEndpointResponse<>(404));
	}

	/**
	 * The state.
	 *
	 * @param sessions the sessions of this application
	 * @param pools the pools
	 * @param keyedSessions how many keys have a session, {@code null} if no session was
	 * asked for by key yet
	 * @param ownership how the ownership of sessions stands, {@code null} if they have no
	 * owner
	 * @param recentErrors the last failures, the latest first
	 */
	public record AgentBayDescriptor(Collection<SessionDescriptor> sessions, Collection<PoolDescriptor> pools,
			@Nullable Long keyedSessions, @Nullable OwnershipDescriptor ownership, List<RecentError> recentErrors) {

	}

	/**
	 * A session.
	 *
	 * @param id its id
	 * @param imageId its image, {@code null} for the default
	 * @param client the account of its client
	 * @param idle whether it waits in a pool
	 * @param createdAt when it was created
	 * @param ageInSeconds how long that is ago
	 * @param firstUse when the first call for it ended, {@code null} if there was none or
	 * calls are not observed
	 * @param lastUse when the last call for it ended, {@code null} likewise
	 * @param labels its labels as far as they are known without asking the service,
	 * sanitized; {@code null} if they are not
	 */
	public record SessionDescriptor(String id, @Nullable String imageId, String client, boolean idle,
			@Nullable Instant createdAt, @Nullable Long ageInSeconds, @Nullable Instant firstUse,
			@Nullable Instant lastUse, @Nullable Map<String, @Nullable Object> labels) {

	}

	/**
	 * How the ownership of sessions stands.
	 *
	 * @param owner the name of the application
	 * @param instance this run of it
	 * @param lockHeld whether it is certain that this run holds its lock; if not, others
	 * may end its sessions
	 * @param reaper what came of looking for sessions of dead instances, {@code null} if
	 * this instance does not look
	 */
	public record OwnershipDescriptor(String owner, String instance, boolean lockHeld,
			PeriodicReaper.@Nullable State reaper) {

	}

	/**
	 * A pool.
	 *
	 * @param imageId the image of its sessions, {@code null} for the default
	 * @param figures how it stands
	 */
	public record PoolDescriptor(@Nullable String imageId, PoolFigures figures) {

	}

}
