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

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The links to ports of sessions that were given out.
 */
public final class Links {

	/**
	 * Stands for the port of a session's browser, which has none.
	 */
	public static final int BROWSER = -1;

	private final Map<String, Link> byToken = new ConcurrentHashMap<>();

	private final Map<Link, String> tokens = new ConcurrentHashMap<>();

	/**
	 * Give out a link.
	 * @param session the session
	 * @param port the port
	 * @return the secret by which the port is reached; always the same for the same port
	 * of a session
	 */
	public String token(Session session, int port) {
		forgetEnded();
		return this.tokens.computeIfAbsent(new Link(session, port), (link) -> {
			String token = RandomIds.next("", 32);
			this.byToken.put(token, link);
			return token;
		});
	}

	/**
	 * Find where a link leads.
	 * @param token the secret
	 * @return the link, unless its session has ended or there never was one
	 */
	public Optional<Link> find(String token) {
		return living(token).filter((link) -> link.port() != BROWSER);
	}

	/**
	 * Find whose browser a link leads to.
	 * @param token the secret
	 * @return the session, unless it has ended or there never was such a link
	 */
	public Optional<Session> findBrowser(String token) {
		return living(token).filter((link) -> link.port() == BROWSER).map(Link::session);
	}

	private Optional<Link> living(String token) {
		return Optional.ofNullable(this.byToken.get(token)).filter((link) -> !link.hasEnded());
	}

	private void forgetEnded() {
		this.byToken.values().removeIf(Link::hasEnded);
		this.tokens.keySet().removeIf(Link::hasEnded);
	}

	/**
	 * A port of a session.
	 *
	 * @param session the session
	 * @param port the port
	 */
	public record Link(Session session, int port) {

		private boolean hasEnded() {
			return this.session.status() == SessionStatus.DELETING;
		}

	}

}
