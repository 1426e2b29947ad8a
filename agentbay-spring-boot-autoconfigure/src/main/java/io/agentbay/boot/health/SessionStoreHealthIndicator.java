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

package io.agentbay.boot.health;

import io.agentbay.boot.keyed.SessionStore;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.util.Assert;

/**
 * {@link HealthIndicator} for the store of keyed sessions: it counts them.
 *
 * @since 0.1.0
 */
public class SessionStoreHealthIndicator extends AbstractHealthIndicator {

	private final SessionStore store;

	/**
	 * Create an indicator.
	 * @param store the store
	 */
	public SessionStoreHealthIndicator(SessionStore store) {
		super("The store of keyed sessions cannot be read");
		Assert.notNull(store, "'store' must not be null");
		this.store = store;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.up().withDetail("sessions", this.store.size());
	}

}
