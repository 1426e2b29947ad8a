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

package io.agentbay.boot.jdbc;

import java.sql.DatabaseMetaData;
import java.util.Locale;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A script that creates tables.
 *
 * @param location where it is on the class path
 * @since 0.1.0
 */
public record SchemaScript(String location) {

	/**
	 * Run the script where that is wanted. What the database does not understand is
	 * passed over: whether the tables are there has to be looked at afterwards.
	 * @param jdbc leads to the database
	 * @param when when the tables are created
	 */
	public void run(JdbcOperations jdbc, InitializeSchema when) {
		if (when == InitializeSchema.NEVER || (when == InitializeSchema.EMBEDDED && !isEmbedded(jdbc))) {
			return;
		}
		ResourceDatabasePopulator script = new ResourceDatabasePopulator(true, false, null,
				new ClassPathResource(this.location));
		jdbc.execute((ConnectionCallback<Boolean>) (connection) -> {
			script.populate(connection);
			return true;
		});
	}

	/** Nobody else creates the tables of a database in the memory of this JVM. */
	private static boolean isEmbedded(JdbcOperations jdbc) {
		return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) (connection) -> {
			DatabaseMetaData database = connection.getMetaData();
			String url = String.valueOf(database.getURL()).toLowerCase(Locale.ROOT);
			return url.startsWith("jdbc:h2:mem:") || url.startsWith("jdbc:hsqldb:mem:")
					|| url.startsWith("jdbc:derby:memory:");
		}));
	}

}
