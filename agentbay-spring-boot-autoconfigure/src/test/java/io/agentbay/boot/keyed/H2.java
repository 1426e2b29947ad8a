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
