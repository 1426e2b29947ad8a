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

package io.agentbay.boot.autoconfigure;

import io.agentbay.boot.jdbc.InitializeSchema;
import io.agentbay.boot.jdbc.SchemaScript;
import io.agentbay.boot.keyed.SessionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The table of keyed sessions: created if it may be, and checked at the start.
 */
final class SessionTable {

	private static final Logger logger = LoggerFactory.getLogger(SessionTable.class);

	private static final String SCHEMA = "io/agentbay/boot/keyed/schema.sql";

	private static final String ACTION = """
			Create the table, for example by a migration with the script 'classpath:%s', or let it be created: set \
			'agentbay.keyed-sessions.jdbc.initialize-schema=always'.""".formatted(SCHEMA);

	private final JdbcOperations jdbc;

	SessionTable(JdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	/** A database that cannot be reached now may be there later. */
	void prepare(InitializeSchema when, SessionStore store) {
		try {
			new SchemaScript(SCHEMA).run(this.jdbc, when);
			store.size();
		}
		catch (BadSqlGrammarException ex) {
			throw new UnusableSessionStoreException("jdbc", "the table AGENTBAY_KEYED_SESSION cannot be read", ACTION,
					ex);
		}
		catch (DataAccessException ex) {
			logger.warn("It could not be checked whether there is the table of keyed sessions: {}", ex.getMessage());
		}
	}

}
