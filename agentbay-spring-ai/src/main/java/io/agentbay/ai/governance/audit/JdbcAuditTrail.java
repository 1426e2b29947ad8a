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

package io.agentbay.ai.governance.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.Assert;

/**
 * One chain of all instances of an application, in the tables {@code AGENTBAY_TOOL_AUDIT}
 * and {@code AGENTBAY_TOOL_AUDIT_HEAD} of their database. The script
 * {@code io/agentbay/ai/governance/schema.sql} of this jar creates them. Nobody gets a
 * place in the chain that another instance has taken, so it does not fork.
 *
 * @since 0.1.0
 */
public class JdbcAuditTrail implements AuditTrail {

	private static final Logger logger = LoggerFactory.getLogger(InstanceAuditTrail.LOGGER);

	private static final int ATTEMPTS = 200;

	private static final String COLUMNS = "SEQUENCE_NUMBER, RECORDED_AT, CALL_ID, TOOL, ARGUMENTS, CONVERSATION, USER_ID,"
			+ " DECISION, DECIDED_BY, REASON, OUTCOME, FAILURE, DURATION_MILLIS, SESSION_ID, PREVIOUS_HASH, ENTRY_HASH";

	private static final String HEAD = "SELECT SEQUENCE_NUMBER, ENTRY_HASH FROM AGENTBAY_TOOL_AUDIT_HEAD"
			+ " WHERE NAMESPACE = :namespace";

	private static final String FIRST_HEAD = "INSERT INTO AGENTBAY_TOOL_AUDIT_HEAD"
			+ " (NAMESPACE, SEQUENCE_NUMBER, ENTRY_HASH) VALUES (:namespace, :sequence, :hash)";

	private static final String NEXT_HEAD = "UPDATE AGENTBAY_TOOL_AUDIT_HEAD"
			+ " SET SEQUENCE_NUMBER = :sequence, ENTRY_HASH = :hash"
			+ " WHERE NAMESPACE = :namespace AND SEQUENCE_NUMBER = :expected";

	private static final String INSERT = "INSERT INTO AGENTBAY_TOOL_AUDIT (NAMESPACE, " + COLUMNS
			+ ") VALUES (:namespace, :sequence, :time, :call, :tool, :arguments, :conversation, :user, :decision,"
			+ " :decidedBy, :reason, :outcome, :failure, :duration, :session, :previous, :hash)";

	private static final String SELECT = "SELECT " + COLUMNS
			+ " FROM AGENTBAY_TOOL_AUDIT WHERE NAMESPACE = :namespace ORDER BY SEQUENCE_NUMBER";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final String namespace;

	private final AuditHash hash;

	private final boolean logged;

	/** Threads of one instance need not race each other in the database. */
	private final ReentrantLock lock = new ReentrantLock();

	/**
	 * Create a trail.
	 * @param jdbc the database
	 * @param transactions runs each access in a transaction of its own, so that one of
	 * the application that is rolled back loses no record
	 * @param namespace the name of the application and of its chain, the same for all of
	 * its instances; up to 100 characters
	 * @param hash computes the hashes, the same for all instances
	 */
	public JdbcAuditTrail(JdbcOperations jdbc, TransactionOperations transactions, String namespace, AuditHash hash) {
		this(JdbcClient.create(jdbc), transactions, namespace, hash, false);
	}

	private JdbcAuditTrail(JdbcClient jdbc, TransactionOperations transactions, String namespace, AuditHash hash,
			boolean logged) {
		Assert.hasText(namespace, "'namespace' must not be empty");
		Assert.isTrue(namespace.length() <= 100, "'namespace' must have at most 100 characters");
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.namespace = namespace;
		this.hash = hash;
		this.logged = logged;
	}

	/**
	 * Return a trail that writes each entry to the logger
	 * {@value InstanceAuditTrail#LOGGER} as well, when it is in the database.
	 * @return a trail to the same chain
	 */
	public JdbcAuditTrail withLog() {
		return new JdbcAuditTrail(this.jdbc, this.transactions, this.namespace, this.hash, true);
	}

	@Override
	public AuditEntry append(AuditRecord record) {
		this.lock.lock();
		try {
			for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
				AuditEntry entry = tryAppend(record);
				if (entry != null) {
					if (this.logged) {
						logger.info("{}", entry.toJson());
					}
					return entry;
				}
			}
		}
		finally {
			this.lock.unlock();
		}
		throw new IllegalStateException("Other instances write to the audit trail all the time");
	}

	/** Nothing if another instance was faster. */
	private @Nullable AuditEntry tryAppend(AuditRecord record) {
		try {
			return this.transactions.execute((status) -> {
				Head head = head();
				AuditEntry entry = this.hash.seal(this.namespace, head.sequence() + 1, head.hash(), record);
				if (!move(head, entry)) {
					throw new DuplicateKeyException("The head has moved on");
				}
				insert(entry);
				return entry;
			});
		}
		catch (DuplicateKeyException ex) {
			return null;
		}
	}

	private Head head() {
		return this.jdbc.sql(HEAD)
			.param("namespace", this.namespace)
			.query((row, number) -> new Head(row.getLong("SEQUENCE_NUMBER"), row.getString("ENTRY_HASH")))
			.optional()
			.orElse(new Head(0, ""));
	}

	private boolean move(Head head, AuditEntry entry) {
		JdbcClient.StatementSpec change = this.jdbc.sql((head.sequence() == 0) ? FIRST_HEAD : NEXT_HEAD)
			.param("namespace", this.namespace)
			.param("sequence", entry.sequence())
			.param("hash", entry.hash());
		return ((head.sequence() == 0) ? change : change.param("expected", head.sequence())).update() == 1;
	}

	private void insert(AuditEntry entry) {
		AuditRecord record = entry.record();
		this.jdbc.sql(INSERT)
			.param("namespace", this.namespace)
			.param("sequence", entry.sequence())
			.param("time", record.time().toEpochMilli())
			.param("call", record.callId())
			.param("tool", record.tool())
			.param("arguments", record.arguments())
			.param("conversation", record.conversation())
			.param("user", record.user())
			.param("decision", record.decision())
			.param("decidedBy", record.decidedBy())
			.param("reason", record.reason())
			.param("outcome", record.outcome().name())
			.param("failure", record.failure())
			.param("duration", record.durationMillis())
			.param("session", record.session())
			.param("previous", entry.previousHash())
			.param("hash", entry.hash())
			.update();
	}

	/**
	 * Check the chain from its first entry to its head.
	 * @return the first thing that is wrong, or that nothing is
	 */
	public AuditVerification verify() {
		return inTransaction(() -> {
			Head head = head();
			try (Stream<AuditEntry> entries = entries()) {
				return new AuditVerifier(this.hash).verify(entries, this.namespace, head.sequence(), head.hash());
			}
		});
	}

	/** In the order of the chain; to be read within a transaction. */
	private Stream<AuditEntry> entries() {
		return this.jdbc.sql(SELECT).param("namespace", this.namespace).query(this::read).stream();
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transactions.execute((status) -> work.get()));
	}

	private AuditEntry read(ResultSet row, int number) throws SQLException {
		AuditRecord record = new AuditRecord(Instant.ofEpochMilli(row.getLong("RECORDED_AT")), row.getString("CALL_ID"),
				row.getString("TOOL"), row.getString("ARGUMENTS"), row.getString("CONVERSATION"),
				row.getString("USER_ID"), row.getString("DECISION"), row.getString("DECIDED_BY"),
				row.getString("REASON"), AuditRecord.Outcome.valueOf(row.getString("OUTCOME")),
				row.getString("FAILURE"), row.getLong("DURATION_MILLIS"), row.getString("SESSION_ID"));
		return new AuditEntry(this.namespace, row.getLong("SEQUENCE_NUMBER"), record,
				Objects.requireNonNullElse(row.getString("PREVIOUS_HASH"), ""), row.getString("ENTRY_HASH"));
	}

	/** The last entry of a chain. */
	private record Head(long sequence, String hash) {

	}

}
