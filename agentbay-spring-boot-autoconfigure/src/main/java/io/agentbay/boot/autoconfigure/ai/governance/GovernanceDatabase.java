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

package io.agentbay.boot.autoconfigure.ai.governance;

import java.util.List;

import io.agentbay.boot.jdbc.InitializeSchema;
import io.agentbay.boot.jdbc.SchemaScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of governance: created if they may be, and checked at the start.
 */
class GovernanceDatabase {

	private static final Logger logger = LoggerFactory.getLogger(GovernanceDatabase.class);

	static final String SCHEMA = "io/agentbay/ai/governance/schema.sql";

	private final JdbcOperations jdbc;

	private final TransactionTemplate transactions;

	private final String namespace;

	GovernanceDatabase(JdbcOperations jdbc, PlatformTransactionManager transactionManager, String namespace,
			InitializeSchema when) {
		this.jdbc = jdbc;
		this.transactions = new TransactionTemplate(transactionManager);
		this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.namespace = namespace;
		prepare(when);
	}

	JdbcOperations jdbc() {
		return this.jdbc;
	}

	/** What the application rolls back stays asked, spent and recorded. */
	TransactionOperations transactions() {
		return this.transactions;
	}

	String namespace() {
		return this.namespace;
	}

	/** A database that cannot be reached now may be there later. */
	private void prepare(InitializeSchema when) {
		try {
			new SchemaScript(SCHEMA).run(this.jdbc, when);
			List.of("AGENTBAY_TOOL_APPROVAL", "AGENTBAY_TOOL_BUDGET", "AGENTBAY_TOOL_AUDIT", "AGENTBAY_TOOL_AUDIT_HEAD")
				.forEach((table) -> this.jdbc.queryForList("SELECT NAMESPACE FROM " + table + " WHERE 1 = 0"));
		}
		catch (BadSqlGrammarException ex) {
			throw new InvalidGovernanceException("The tables AGENTBAY_TOOL_* cannot be read",
					"""
							Create the tables, for example by a migration with the script 'classpath:%s', or let them be created: \
							set 'agentbay.ai.governance.jdbc.initialize-schema=always'."""
						.formatted(SCHEMA),
					ex);
		}
		catch (DataAccessException ex) {
			logger.warn("It could not be checked whether there are the tables of governance: {}", ex.getMessage());
		}
	}

}
