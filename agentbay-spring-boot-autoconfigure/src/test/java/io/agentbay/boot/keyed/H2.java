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

import java.util.UUID;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database in memory with the table of the {@link JdbcSessionStore}, until the JVM
 * ends.
 */
final class H2 {

	private final DriverManagerDataSource dataSource = new DriverManagerDataSource(
			"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

	private final JdbcTransactionManager transactions = new JdbcTransactionManager(this.dataSource);

	H2() {
		ResourceDatabasePopulator script = new ResourceDatabasePopulator(
				new ClassPathResource("schema.sql", JdbcSessionStore.class));
		script.execute(this.dataSource);
		script.execute(this.dataSource);
	}

	JdbcTemplate jdbc() {
		return new JdbcTemplate(this.dataSource);
	}

	JdbcTransactionManager transactionManager() {
		return this.transactions;
	}

	TransactionTemplate transaction() {
		return new TransactionTemplate(this.transactions);
	}

	SessionStore store(String namespace) {
		TransactionTemplate own = transaction();
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return new JdbcSessionStore(jdbc(), own, namespace);
	}

}
