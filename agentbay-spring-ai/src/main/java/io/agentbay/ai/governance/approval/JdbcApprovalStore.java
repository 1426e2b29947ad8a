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

package io.agentbay.ai.governance.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.Assert;

/**
 * Remembers questions in a database that the instances of an application share, in the
 * table {@code AGENTBAY_TOOL_APPROVAL}: they survive a restart, and can be decided on in
 * any instance. The script {@code io/agentbay/ai/governance/schema.sql} of this jar
 * creates it.
 *
 * @since 0.1.0
 */
public class JdbcApprovalStore implements ApprovalStore {

	private static final String COLUMNS = "ID, FINGERPRINT, TOOL, ARGUMENTS, CONVERSATION, USER_ID, REASON, ASKED_BY,"
			+ " ASKED_AT, EXPIRES_AT, STATE, DECIDED_BY, DECLINE_REASON";

	private static final String SELECT = "SELECT " + COLUMNS + " FROM AGENTBAY_TOOL_APPROVAL"
			+ " WHERE NAMESPACE = :namespace AND ";

	private static final String ORDER = " ORDER BY ASKED_AT, ID";

	private static final String INSERT = "INSERT INTO AGENTBAY_TOOL_APPROVAL (NAMESPACE, " + COLUMNS
			+ ") VALUES (:namespace, :id, :fingerprint, :tool, :arguments, :conversation, :user, :reason, :askedBy,"
			+ " :askedAt, :expiresAt, :state, :decidedBy, :declineReason)";

	private static final String UPDATE = "UPDATE AGENTBAY_TOOL_APPROVAL SET STATE = :state, EXPIRES_AT = :expiresAt,"
			+ " DECIDED_BY = :decidedBy, DECLINE_REASON = :declineReason"
			+ " WHERE NAMESPACE = :namespace AND ID = :id AND STATE = :expected";

	private static final String DELETE = "DELETE FROM AGENTBAY_TOOL_APPROVAL"
			+ " WHERE NAMESPACE = :namespace AND EXPIRES_AT < :time";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final String namespace;

	/**
	 * Create a store.
	 * @param jdbc the database
	 * @param transactions runs each access in a transaction of its own, so that one of
	 * the application that is rolled back loses no decision
	 * @param namespace the name of the application, the same for all of its instances; up
	 * to 100 characters
	 */
	public JdbcApprovalStore(JdbcOperations jdbc, TransactionOperations transactions, String namespace) {
		Assert.hasText(namespace, "'namespace' must not be empty");
		Assert.isTrue(namespace.length() <= 100, "'namespace' must have at most 100 characters");
		this.jdbc = JdbcClient.create(jdbc);
		this.transactions = transactions;
		this.namespace = namespace;
	}

	@Override
	public void add(Approval approval) {
		inTransaction(() -> this.jdbc.sql(INSERT)
			.param("namespace", this.namespace)
			.param("id", approval.id())
			.param("fingerprint", approval.fingerprint())
			.param("tool", approval.tool())
			.param("arguments", approval.arguments())
			.param("conversation", approval.conversation())
			.param("user", approval.user())
			.param("reason", approval.reason())
			.param("askedBy", approval.askedBy())
			.param("askedAt", approval.askedAt().toEpochMilli())
			.param("expiresAt", approval.expiresAt().toEpochMilli())
			.param("state", approval.state().name())
			.param("decidedBy", approval.decidedBy())
			.param("declineReason", approval.declineReason())
			.update());
	}

	@Override
	public @Nullable Approval find(String id) {
		return inTransaction(() -> this.jdbc.sql(SELECT + "ID = :id")
			.param("namespace", this.namespace)
			.param("id", id)
			.query(JdbcApprovalStore::read)
			.optional()).orElse(null);
	}

	@Override
	public List<Approval> findOpen(String fingerprint) {
		return inTransaction(() -> this.jdbc
			.sql(SELECT + "FINGERPRINT = :fingerprint AND STATE IN ('PENDING', 'APPROVED', 'DECLINED')" + ORDER)
			.param("namespace", this.namespace)
			.param("fingerprint", fingerprint)
			.query(JdbcApprovalStore::read)
			.list());
	}

	@Override
	public List<Approval> findPending() {
		return inTransaction(() -> this.jdbc.sql(SELECT + "STATE = 'PENDING'" + ORDER)
			.param("namespace", this.namespace)
			.query(JdbcApprovalStore::read)
			.list());
	}

	@Override
	public boolean replace(Approval.State expected, Approval changed) {
		return inTransaction(() -> this.jdbc.sql(UPDATE)
			.param("namespace", this.namespace)
			.param("id", changed.id())
			.param("expected", expected.name())
			.param("state", changed.state().name())
			.param("expiresAt", changed.expiresAt().toEpochMilli())
			.param("decidedBy", changed.decidedBy())
			.param("declineReason", changed.declineReason())
			.update()) == 1;
	}

	@Override
	public void removeExpiredBefore(Instant time) {
		inTransaction(() -> this.jdbc.sql(DELETE)
			.param("namespace", this.namespace)
			.param("time", time.toEpochMilli())
			.update());
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transactions.execute((status) -> work.get()));
	}

	private static Approval read(ResultSet row, int number) throws SQLException {
		return new Approval(row.getString("ID"), row.getString("FINGERPRINT"), row.getString("TOOL"),
				row.getString("ARGUMENTS"), row.getString("CONVERSATION"), row.getString("USER_ID"),
				row.getString("REASON"), row.getString("ASKED_BY"), Instant.ofEpochMilli(row.getLong("ASKED_AT")),
				Instant.ofEpochMilli(row.getLong("EXPIRES_AT")), Approval.State.valueOf(row.getString("STATE")),
				row.getString("DECIDED_BY"), row.getString("DECLINE_REASON"));
	}

}
