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

package io.agentbay.ai.governance.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.Assert;

/**
 * Remembers what was spent in a database that the instances of an application share, in
 * the table {@code AGENTBAY_TOOL_BUDGET}. The script
 * {@code io/agentbay/ai/governance/schema.sql} of this jar creates it.
 *
 * @since 0.1.0
 */
public class JdbcBudgetStore implements BudgetStore {

	private static final String SELECT = "SELECT SINCE, CALLS, TOOL_MILLIS, OUTPUT_BYTES FROM AGENTBAY_TOOL_BUDGET"
			+ " WHERE NAMESPACE = :namespace AND BUDGET_KEY = :key";

	private static final String INSERT = "INSERT INTO AGENTBAY_TOOL_BUDGET"
			+ " (NAMESPACE, BUDGET_KEY, SINCE, CALLS, TOOL_MILLIS, OUTPUT_BYTES)"
			+ " VALUES (:namespace, :key, :since, :calls, :millis, :bytes)";

	private static final String UPDATE = "UPDATE AGENTBAY_TOOL_BUDGET"
			+ " SET SINCE = :since, CALLS = :calls, TOOL_MILLIS = :millis, OUTPUT_BYTES = :bytes"
			+ " WHERE NAMESPACE = :namespace AND BUDGET_KEY = :key AND SINCE = :oldSince AND CALLS = :oldCalls"
			+ " AND TOOL_MILLIS = :oldMillis AND OUTPUT_BYTES = :oldBytes";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final String namespace;

	/**
	 * Create a store.
	 * @param jdbc the database
	 * @param transactions runs each access in a transaction of its own
	 * @param namespace the name of the application, the same for all of its instances; up
	 * to 100 characters
	 */
	public JdbcBudgetStore(JdbcOperations jdbc, TransactionOperations transactions, String namespace) {
		Assert.hasText(namespace, "'namespace' must not be empty");
		Assert.isTrue(namespace.length() <= 100, "'namespace' must have at most 100 characters");
		this.jdbc = JdbcClient.create(jdbc);
		this.transactions = transactions;
		this.namespace = namespace;
	}

	@Override
	public @Nullable Usage find(String key) {
		return inTransaction(() -> this.jdbc.sql(SELECT)
			.param("namespace", this.namespace)
			.param("key", key)
			.query(JdbcBudgetStore::read)
			.optional()).orElse(null);
	}

	@Override
	public boolean replace(String key, @Nullable Usage expected, Usage usage) {
		JdbcClient.StatementSpec change = this.jdbc.sql((expected != null) ? UPDATE : INSERT)
			.param("namespace", this.namespace)
			.param("key", key)
			.param("since", usage.since().toEpochMilli())
			.param("calls", usage.calls())
			.param("millis", usage.toolMillis())
			.param("bytes", usage.outputBytes());
		if (expected != null) {
			change.param("oldSince", expected.since().toEpochMilli())
				.param("oldCalls", expected.calls())
				.param("oldMillis", expected.toolMillis())
				.param("oldBytes", expected.outputBytes());
		}
		try {
			return inTransaction(change::update) == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transactions.execute((status) -> work.get()));
	}

	private static Usage read(ResultSet row, int number) throws SQLException {
		return new Usage(Instant.ofEpochMilli(row.getLong("SINCE")), row.getLong("CALLS"), row.getLong("TOOL_MILLIS"),
				row.getLong("OUTPUT_BYTES"));
	}

}
