package io.agentbay.boot.keyed;

/**
 * Tests for {@link InMemorySessionStore}.
 */
class InMemorySessionStoreTests extends SessionStoreContract {

	private final SessionStore store = new InMemorySessionStore();

	@Override
	SessionStore store() {
		return this.store;
	}

}
