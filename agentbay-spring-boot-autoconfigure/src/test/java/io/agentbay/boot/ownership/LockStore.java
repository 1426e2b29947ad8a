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

package io.agentbay.boot.ownership;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.redis.util.RedisLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Where several processes keep their locks: a database or a Redis server, on this machine
 * and for one test.
 */
public final class LockStore implements AutoCloseable {

	/** How long a registry holds a lock that is not renewed, unless it is told. */
	static final Duration DEFAULT_TIME = Duration.ofSeconds(1);

	private static final String REDIS_PROGRAM = "redis-server";

	private static final int ATTEMPTS = 5;

	private final String address;

	private final Runnable closer;

	private LockStore(String address, Runnable closer) {
		this.address = address;
		this.closer = closer;
	}

	/** Start a database of one's own. */
	public static LockStore database() throws SQLException {
		System.setProperty("h2.bindAddress", "127.0.0.1");
		DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:locks;DB_CLOSE_DELAY=-1", "sa", "");
		new ResourceDatabasePopulator(new ClassPathResource("org/springframework/integration/jdbc/schema-h2.sql"))
			.execute(database);
		Server server = Server.createTcpServer("-tcpPort", "0").start();
		return new LockStore("jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:locks", () -> {
			server.stop();
			new JdbcTemplate(database).execute("SHUTDOWN");
		});
	}

	/** Whether there is a Redis server. */
	public static boolean hasRedis() {
		return Path.of("/usr/bin", REDIS_PROGRAM).toFile().canExecute();
	}

	/** Start a Redis server of one's own. */
	public static LockStore redis(Path directory) throws IOException {
		Path output = directory.resolve("redis.txt");
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			int port = freePort();
			Process process = new ProcessBuilder(REDIS_PROGRAM, "--port", String.valueOf(port), "--bind", "127.0.0.1",
					"--save", "", "--dir", directory.toString())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> !process.isAlive() || Files.readString(output).contains("Ready to accept connections"));
			if (process.isAlive()) {
				return new LockStore("redis:" + port, () -> process.destroyForcibly().onExit().join());
			}
		}
		throw new IllegalStateException("The Redis server did not start: " + Files.readString(output));
	}

	/** Another process may take it meanwhile. */
	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** Where {@link #connect} finds it. */
	public String address() {
		return this.address;
	}

	/** See the locks as one more process does. */
	public static LockRegistry<?> connect(String address) {
		return address.startsWith("jdbc:") ? connectToDatabase(address)
				: connectToRedis(Integer.parseInt(address.substring(address.indexOf(':') + 1)));
	}

	private static LockRegistry<?> connectToDatabase(String address) {
		DataSource database = JdbcConnectionPool.create(address, "sa", "");
		DefaultLockRepository repository = new DefaultLockRepository(database);
		repository.setTransactionManager(new JdbcTransactionManager(database));
		repository.afterPropertiesSet();
		repository.afterSingletonsInstantiated();
		repository.start();
		return new JdbcLockRegistry(repository, DEFAULT_TIME);
	}

	private static LockRegistry<?> connectToRedis(int port) {
		LettuceConnectionFactory redis = new LettuceConnectionFactory("127.0.0.1", port);
		redis.afterPropertiesSet();
		redis.start();
		return new RedisLockRegistry(redis, "agentbay", DEFAULT_TIME);
	}

	@Override
	public void close() {
		this.closer.run();
	}

}
