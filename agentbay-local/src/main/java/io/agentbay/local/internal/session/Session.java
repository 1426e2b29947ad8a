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

package io.agentbay.local.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.agentbay.local.internal.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

/**
 * A session.
 */
public final class Session {

	private final CompletableFuture<@Nullable Void> gone = new CompletableFuture<>();

	private final long number;

	private final String appInstanceId = RandomIds.next("ai-", 17);

	private final String resourceId = RandomIds.next("p-", 17);

	private final String token = RandomIds.next("", 32);

	private final SessionRequest request;

	private final Sandbox sandbox;

	private volatile Map<String, String> labels;

	private SessionStatus status = SessionStatus.RUNNING;

	private Instant lastUse;

	private int uses;

	private final Set<Runnable> farewells = ConcurrentHashMap.newKeySet();

	Session(long number, SessionRequest request, Sandbox sandbox, Instant created) {
		this.number = number;
		this.request = request;
		this.sandbox = sandbox;
		this.labels = request.labels();
		this.lastUse = created;
	}

	/**
	 * Its place in the order of creation.
	 * @return a number that grows from session to session
	 */
	public long number() {
		return this.number;
	}

	/**
	 * Its id.
	 * @return {@code session-} and 17 letters and digits
	 */
	public String id() {
		return this.sandbox.sessionId();
	}

	/**
	 * The id of the instance it runs on.
	 * @return {@code ai-} and letters and digits
	 */
	public String appInstanceId() {
		return this.appInstanceId;
	}

	/**
	 * The id of the resource it occupies.
	 * @return {@code p-} and letters and digits
	 */
	public String resourceId() {
		return this.resourceId;
	}

	/**
	 * The secret that opens its direct link.
	 * @return the secret
	 */
	public String token() {
		return this.token;
	}

	/**
	 * What it was asked to be like.
	 * @return the request; its labels are those of the beginning
	 */
	public SessionRequest request() {
		return this.request;
	}

	/**
	 * Its files and processes.
	 * @return the sandbox
	 */
	public Sandbox sandbox() {
		return this.sandbox;
	}

	/**
	 * Its labels now.
	 * @return an unmodifiable map
	 */
	public Map<String, String> labels() {
		return this.labels;
	}

	/**
	 * Give it other labels instead of those it has.
	 * @param labels the new labels
	 */
	public void replaceLabels(Map<String, String> labels) {
		this.labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
	}

	/**
	 * Where it is in its life.
	 * @return the status
	 */
	public synchronized SessionStatus status() {
		return this.status;
	}

	/**
	 * Go from one status to another.
	 * @param from the status it must have
	 * @param to the status it then has
	 * @throws SessionStatusException if it has another one
	 */
	synchronized void begin(SessionStatus from, SessionStatus to) {
		if (this.status == SessionStatus.DELETING) {
			throw new SessionNotFoundException(id());
		}
		if (this.status != from) {
			throw new SessionStatusException(id(), this.status, from);
		}
		this.status = to;
	}

	/**
	 * Arrive at a status, unless the session has taken another way meanwhile.
	 * @param from the status in between
	 * @param to the status to arrive at
	 * @param now the time at which it counts as used
	 */
	synchronized void arrive(SessionStatus from, SessionStatus to, Instant now) {
		if (this.status == from) {
			this.status = to;
			this.lastUse = now;
		}
	}

	/**
	 * Begin its end.
	 * @return false when that had begun before
	 */
	boolean beginEnd() {
		boolean first;
		synchronized (this) {
			first = this.status != SessionStatus.DELETING;
			this.status = SessionStatus.DELETING;
		}
		this.farewells.forEach(Runnable::run);
		return first;
	}

	/**
	 * Completes when its processes and files are gone.
	 */
	CompletableFuture<@Nullable Void> gone() {
		return this.gone;
	}

	/**
	 * Do something when the end of this session begins; at once when it has begun.
	 * @param farewell what to do, possibly more than once
	 * @return calls it off
	 */
	public Runnable atEnd(Runnable farewell) {
		this.farewells.add(farewell);
		if (status() == SessionStatus.DELETING) {
			farewell.run();
		}
		return () -> this.farewells.remove(farewell);
	}

	synchronized void used(Instant now) {
		this.lastUse = now;
	}

	synchronized void useBegins(Instant now) {
		this.uses++;
		this.lastUse = now;
	}

	synchronized void useEnds(Instant now) {
		this.uses--;
		this.lastUse = now;
	}

	/**
	 * How long it may yet go unused.
	 * @param idleRelease how long it may altogether
	 */
	synchronized Duration idleTimeLeft(Instant now, Duration idleRelease) {
		Instant counted = (this.uses > 0) ? now : this.lastUse;
		return Duration.between(now, counted.plus(idleRelease));
	}

}
