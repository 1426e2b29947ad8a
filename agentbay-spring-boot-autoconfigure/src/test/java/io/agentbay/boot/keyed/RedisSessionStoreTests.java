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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RedisSessionStore}.
 */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIf(value = "io.agentbay.boot.keyed.RedisServer#isInstalled",
		disabledReason = "redis-server is missing: apt-get install redis-server")
class RedisSessionStoreTests extends SessionStoreContract {

	private RedisServer server;

	private StringRedisTemplate redis;

	@BeforeAll
	void startServer() throws IOException {
		this.server = RedisServer.start();
		this.redis = new StringRedisTemplate(this.server.connections());
	}

	@AfterAll
	void stopServer() {
		this.server.close();
	}

	@BeforeEach
	void clear() {
		this.redis.execute((connection) -> {
			connection.serverCommands().flushAll();
			return null;
		}, true);
	}

	@Override
	SessionStore store() {
		return new RedisSessionStore(this.redis, "shop");
	}

	@Test
	void applicationsWithOneRedisDoNotSeeEachOther() {
		KeyedSession session = new KeyedSession("k".repeat(64), "session-1", Instant.EPOCH, Instant.EPOCH);
		store().replace(null, session);
		SessionStore other = new RedisSessionStore(this.redis, "warehouse");
		assertThat(other.find(session.key())).isNull();
		assertThat(other.size()).isZero();
		assertThat(other.findUnusedSince(Instant.now())).isEmpty();
	}

	@Test
	void nothingIsLeftOfWhatIsForgotten() {
		KeyedSession session = new KeyedSession("k".repeat(64), "session-1", Instant.EPOCH, Instant.EPOCH);
		store().replace(null, session);
		store().remove(session);
		assertThat(this.redis.keys("*")).isEmpty();
	}

	@Test
	void unusedSessionsAreFoundAlthoughRedisHasLostWhenTheyWereUsed() {
		KeyedSession unused = new KeyedSession("k".repeat(64), "session-1", Instant.EPOCH, Instant.ofEpochSecond(60));
		KeyedSession used = new KeyedSession("l".repeat(64), "session-2", Instant.EPOCH, Instant.ofEpochSecond(90));
		store().replace(null, unused);
		store().replace(null, used);
		this.redis.delete("{agentbay:shop}:uses");
		assertThat(store().findUnusedSince(Instant.ofEpochSecond(60))).containsExactly(unused);
		this.redis.delete("{agentbay:shop}:sessions");
		assertThat(store().findUnusedSince(Instant.now())).isEmpty();
		assertThat(this.redis.keys("*")).isEmpty();
	}

	@Test
	void aChangeThatIsNotAnsweredInTimeMayBeCarriedOutAllTheSame() {
		KeyedSession session = new KeyedSession("k".repeat(64), "session-1", Instant.EPOCH, Instant.ofEpochSecond(60));
		store().replace(null, session);
		LettuceConnectionFactory impatient = this.server.connections(Duration.ofMillis(200));
		try {
			SessionStore stalled = new RedisSessionStore(new StringRedisTemplate(impatient), "shop");
			assertThat(stalled.size()).isEqualTo(1);
			this.redis.execute(
					(connection) -> connection.execute("CLIENT", bytes("PAUSE"), bytes("1500"), bytes("ALL")), true);
			assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> stalled.replace(session, session.ending()));
			assertThat(store().find(session.key())).isEqualTo(session.ending());
		}
		finally {
			impatient.destroy();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	@Test
	void aValueThatIsNoEntryIsNamedAndKeepsNoOtherFromBeingEnded() {
		KeyedSession session = new KeyedSession("k".repeat(64), "session-1", Instant.EPOCH, Instant.EPOCH);
		store().replace(null, session);
		for (String value : new String[] { "corrupt", "1 2", "1 2 ", "x 2 session-1", "" }) {
			this.redis.opsForHash().put("{agentbay:shop}:sessions", "broken", value);
			this.redis.opsForZSet().add("{agentbay:shop}:uses", "broken", 0);
			assertThatIllegalStateException().isThrownBy(() -> store().find("broken"))
				.withMessageContaining("'broken'")
				.withMessageContaining("'{agentbay:shop}:sessions'");
			assertThat(store().findUnusedSince(Instant.now())).containsExactly(session);
		}
	}

}
