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

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Lock;

import io.agentbay.ownership.InstanceLocks.InstanceLock;
import io.agentbay.ownership.LiveInstance;
import io.agentbay.ownership.SessionOwner;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.integration.support.locks.LockRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LockRegistryInstanceLocks} with the registries of Spring Integration.
 */
class SharedLocksTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration BRIEF = Duration.ofMillis(500);

	/**
	 * What has to hold for each of them.
	 */
	abstract static class Suite {

		private LockStore store;

		private LockRegistryInstanceLocks ours;

		private LockRegistryInstanceLocks theirs;

		abstract LockStore start() throws Exception;

		@BeforeEach
		void connect() throws Exception {
			this.store = start();
			this.ours = locks(Duration.ofMinutes(5));
			this.theirs = locks(Duration.ofMinutes(5));
		}

		private LockRegistryInstanceLocks locks(Duration timeToLive) {
			return new LockRegistryInstanceLocks(LockStore.connect(this.store.address()), "shop", timeToLive);
		}

		@AfterEach
		void disconnect() throws Exception {
			this.ours.close();
			this.theirs.close();
			this.store.close();
		}

		@Test
		void aLockIsHeldByOneProcessUntilItGivesItBack() throws Exception {
			InstanceLock lock = Objects.requireNonNull(this.ours.tryLock("shop.1"));
			assertThat(this.theirs.tryLock("shop.1")).isNull();
			assertThat(lock.renew()).isTrue();
			lock.close();
			assertThat(this.theirs.tryLock("shop.1")).isNotNull();
		}

		@Test
		void aLockIsHeldForTheTimeAskedForAndNotForThatOfTheRegistry() throws Exception {
			assertThat(this.ours.tryLock("shop.1")).isNotNull();
			LockRegistry<?> sibling = LockStore.connect(this.store.address());
			Lock dead = LockStore.connect(this.store.address()).obtain("dead");
			assertThat(dead.tryLock()).isTrue();
			Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> sibling.obtain("dead").tryLock());
			assertThat(this.theirs.tryLock("shop.1")).isNull();
		}

		@Test
		void anInstanceThatStoodStillTakesItsLockAgain() throws Exception {
			try (LockRegistryInstanceLocks impatient = locks(BRIEF);
					LiveInstance instance = LiveInstance.begin("orders", impatient)) {
				SessionOwner owner = instance.owner();
				awaitTaken(owner).close();
				assertThat(instance.renew()).isFalse();
				assertThat(instance.renew()).isTrue();
				assertThat(instance.owner()).isEqualTo(owner);
			}
		}

		@Test
		void anInstanceWhoseLockAnotherOneHasGoesOnUnderANewName() throws Exception {
			try (LockRegistryInstanceLocks impatient = locks(BRIEF);
					LiveInstance instance = LiveInstance.begin("orders", impatient)) {
				SessionOwner before = instance.owner();
				InstanceLock taken = awaitTaken(before);
				assertThat(instance.renew()).isFalse();
				SessionOwner now = instance.owner();
				assertThat(now.name()).isEqualTo(before.name());
				assertThat(now.instance()).startsWith("shop.").isNotEqualTo(before.instance());
				assertThat(instance.renew()).isTrue();
				assertThat(taken.renew()).as("the lock of the other").isTrue();
			}
		}

		private InstanceLock awaitTaken(SessionOwner owner) {
			return Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> this.theirs.tryLock(owner.instance()), Objects::nonNull);
		}

	}

	/** A database. */
	@Nested
	class Database extends Suite {

		@Override
		LockStore start() throws Exception {
			return LockStore.database();
		}

	}

	/** Redis, where it is installed. */
	@Nested
	@EnabledIf("io.agentbay.boot.ownership.LockStore#hasRedis")
	class Redis extends Suite {

		@TempDir
		private Path directory;

		@Override
		LockStore start() throws Exception {
			return LockStore.redis(this.directory);
		}

	}

}
