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

package io.agentbay.boot.keyed;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JdbcSessionStore}.
 */
class JdbcSessionStoreTests extends SessionStoreContract {

	private final H2 database = new H2();

	private final SessionStore store = this.database.store("shop");

	@Override
	SessionStore store() {
		return this.store;
	}

	@Test
	void applicationsWithOneTableDoNotSeeEachOther() {
		KeyedSession session = new KeyedSession("k".repeat(64), "session-1", Instant.EPOCH, Instant.EPOCH);
		this.store.replace(null, session);
		SessionStore other = this.database.store("warehouse");
		assertThat(other.find(session.key())).isNull();
		assertThat(other.size()).isZero();
		assertThat(other.findUnusedSince(Instant.now())).isEmpty();
		assertThat(other.replace(null, session)).isTrue();
	}

	@Test
	void aTransactionThatIsRolledBackLosesNoSession() {
		KeyedSession session = new KeyedSession("k".repeat(64), "session-1", Instant.EPOCH, Instant.EPOCH);
		this.database.transaction().executeWithoutResult((status) -> {
			this.store.replace(null, session);
			assertThat(this.store.replace(null, session)).isFalse();
			status.setRollbackOnly();
		});
		assertThat(this.store.find(session.key())).isEqualTo(session);
	}

}
