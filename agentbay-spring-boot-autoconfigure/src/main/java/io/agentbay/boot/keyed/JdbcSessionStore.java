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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.Assert;

/**
 * Remembers the sessions of keys in a database that the instances of an application
 * share, in the table {@code AGENTBAY_KEYED_SESSION}. The script
 * {@code io/agentbay/boot/keyed/schema.sql} of this jar creates it.
 *
 * @since 0.1.0
 */
public final class JdbcSessionStore implements SessionStore {

	private static final int LONGEST_NAMESPACE = 100;

	private static final String SELECT = "SELECT SESSION_KEY, SESSION_ID, CREATED_AT, USED_AT FROM AGENTBAY_KEYED_SESSION"
			+ " WHERE NAMESPACE = :namespace AND ";

	private static final String COUNT = "SELECT COUNT(*) FROM AGENTBAY_KEYED_SESSION WHERE NAMESPACE = :namespace";

	private static final String INSERT = "INSERT INTO AGENTBAY_KEYED_SESSION"
			+ " (NAMESPACE, SESSION_KEY, SESSION_ID, CREATED_AT, USED_AT) VALUES (:namespace, :key, :id, :created, :used)";

	private static final String EXPECTED = " WHERE NAMESPACE = :namespace AND SESSION_KEY = :key"
			+ " AND SESSION_ID = :expectedId AND USED_AT = :expectedUse";

	private static final String UPDATE = "UPDATE AGENTBAY_KEYED_SESSION"
			+ " SET SESSION_ID = :id, CREATED_AT = :created, USED_AT = :used" + EXPECTED;

	private static final String DELETE = "DELETE FROM AGENTBAY_KEYED_SESSION" + EXPECTED;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final String namespace;

	/**
	 * Create a store.
	 * @param jdbc the database
	 * @param transactions runs each access in a transaction of its own, so that a
	 * transaction of the application which is rolled back loses no session; without
	 * transactions, connections have to commit by themselves
	 * @param namespace the name of the application, the same for all of its instances and
	 * another one for each other application with the same table; up to 100 characters
	 */
	public JdbcSessionStore(JdbcOperations jdbc, TransactionOperations transactions, String namespace) {
		Assert.hasText(namespace, "'namespace' must not be empty");
		Assert.isTrue(namespace.length() <= LONGEST_NAMESPACE, "'namespace' must have at most 100 characters");
		this.jdbc = JdbcClient.create(jdbc);
		this.transactions = transactions;
		this.namespace = namespace;
	}

	@Override
	public @Nullable KeyedSession find(String key) {
		return inTransaction(() -> this.jdbc.sql(SELECT + "SESSION_KEY = :key")
			.param("namespace", this.namespace)
			.param("key", key)
			.query(JdbcSessionStore::read)
			.optional()).orElse(null);
	}

	@Override
	public boolean replace(@Nullable KeyedSession expected, KeyedSession session) {
		Map<String, ?> values = Map.of("namespace", this.namespace, "key", session.key(), "id", session.sessionId(),
				"created", session.createdAt().toEpochMilli(), "used", session.usedAt().toEpochMilli());
		if (expected != null) {
			return inTransaction(() -> expecting(expected, this.jdbc.sql(UPDATE).params(values)));
		}
		try {
			return inTransaction(() -> this.jdbc.sql(INSERT).params(values).update()) == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	@Override
	public boolean remove(KeyedSession expected) {
		return inTransaction(() -> expecting(expected,
				this.jdbc.sql(DELETE).param("namespace", this.namespace).param("key", expected.key())));
	}

	private static boolean expecting(KeyedSession expected, JdbcClient.StatementSpec change) {
		return change.param("expectedId", expected.sessionId())
			.param("expectedUse", expected.usedAt().toEpochMilli())
			.update() == 1;
	}

	@Override
	public Collection<KeyedSession> findUnusedSince(Instant time) {
		return inTransaction(() -> this.jdbc.sql(SELECT + "USED_AT <= :time")
			.param("namespace", this.namespace)
			.param("time", time.toEpochMilli())
			.query(JdbcSessionStore::read)
			.list());
	}

	@Override
	public long size() {
		return inTransaction(() -> this.jdbc.sql(COUNT).param("namespace", this.namespace).query(Long.class).single());
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transactions.execute((status) -> work.get()));
	}

	private static KeyedSession read(ResultSet row, int number) throws SQLException {
		return new KeyedSession(row.getString("SESSION_KEY"), row.getString("SESSION_ID"),
				Instant.ofEpochMilli(row.getLong("CREATED_AT")), Instant.ofEpochMilli(row.getLong("USED_AT")));
	}

}
