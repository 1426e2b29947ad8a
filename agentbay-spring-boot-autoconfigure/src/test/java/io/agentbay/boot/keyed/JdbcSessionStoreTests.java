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
