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

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link SessionStore} does.
 */
abstract class SessionStoreContract {

	private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

	private static final KeyedSession FIRST = new KeyedSession(hash("1"), "session-1", NOON, NOON);

	abstract SessionStore store();

	private static String hash(String digit) {
		return digit.repeat(64);
	}

	@Test
	void whatIsStoredIsFoundAgain() {
		assertThat(store().find(FIRST.key())).isNull();
		assertThat(store().replace(null, FIRST)).isTrue();
		assertThat(store().find(FIRST.key())).isEqualTo(FIRST);
		assertThat(store().find(hash("2"))).isNull();
		assertThat(store().size()).isEqualTo(1);
	}

	@Test
	void aKeyThatHasASessionGetsNoSecondOne() {
		store().replace(null, FIRST);
		assertThat(store().replace(null, new KeyedSession(FIRST.key(), "session-2", NOON, NOON))).isFalse();
		assertThat(store().find(FIRST.key())).isEqualTo(FIRST);
	}

	@Test
	void aChangeNeedsWhatIsExpected() {
		store().replace(null, FIRST);
		KeyedSession used = FIRST.withUsedAt(NOON.plusSeconds(1));
		assertThat(store().replace(FIRST, used)).isTrue();
		assertThat(store().replace(FIRST, FIRST.withUsedAt(NOON.plusSeconds(2)))).isFalse();
		assertThat(store().remove(FIRST)).isFalse();
		assertThat(store().find(FIRST.key())).isEqualTo(used);
		assertThat(store().remove(used)).isTrue();
		assertThat(store().find(FIRST.key())).isNull();
		assertThat(store().replace(used, used)).isFalse();
		assertThat(store().size()).isZero();
	}

	@Test
	void anotherSessionOfTheKeyIsNotTheOneThatIsExpected() {
		store().replace(null, new KeyedSession(FIRST.key(), "session-2", NOON, NOON));
		assertThat(store().replace(FIRST, FIRST.withUsedAt(NOON.plusSeconds(1)))).isFalse();
		assertThat(store().remove(FIRST)).isFalse();
	}

	@Test
	void sessionsThatAreNotUsedAreFound() {
		KeyedSession unused = new KeyedSession(hash("2"), "session-2", NOON, NOON.minusSeconds(60));
		store().replace(null, FIRST);
		store().replace(null, unused);
		assertThat(store().findUnusedSince(NOON.minusSeconds(61))).isEmpty();
		assertThat(store().findUnusedSince(NOON.minusSeconds(30))).containsExactly(unused);
		store().replace(unused, unused.withUsedAt(NOON));
		assertThat(store().findUnusedSince(NOON.minusSeconds(30))).isEmpty();
		assertThat(store().findUnusedSince(NOON)).hasSize(2);
	}

}
