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
import java.time.Duration;
import java.util.Objects;

import io.agentbay.ownership.InstanceLocks.InstanceLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.PassThruLockRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LockRegistryInstanceLocks}.
 */
class LockRegistryInstanceLocksTests {

	private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

	private final LeaseTable table = new LeaseTable();

	private final LockRegistryInstanceLocks ours = new LockRegistryInstanceLocks(this.table.newProcess(), "shop",
			TIME_TO_LIVE);

	private final LockRegistryInstanceLocks theirs = new LockRegistryInstanceLocks(this.table.newProcess(), "shop",
			TIME_TO_LIVE);

	@AfterEach
	void close() {
		this.ours.close();
		this.theirs.close();
	}

	@Test
	void aLockIsHeldByOneProcessAndThereByOneHolder() throws IOException {
		InstanceLock lock = Objects.requireNonNull(this.theirs.tryLock("shop.1"));
		assertThat(this.ours.tryLock("shop.1")).isNull();
		assertThat(this.theirs.tryLock("shop.1")).isNull();
		assertThat(this.ours.tryLock("shop.2")).isNotNull();
		lock.close();
		assertThat(this.ours.tryLock("shop.1")).isNotNull();
	}

	@Test
	void anotherThreadRenewsAndGivesBack() throws Exception {
		InstanceLock lock = Objects.requireNonNull(this.ours.tryLock("shop.1"));
		boolean[] renewed = new boolean[1];
		Thread other = new Thread(() -> {
			try {
				renewed[0] = lock.renew();
				lock.close();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		other.start();
		other.join();
		assertThat(renewed[0]).isTrue();
		assertThat(this.table.size()).isZero();
	}

	@Test
	void aLockThatIsRenewedLivesOnAndOneThatIsNotEnds() throws IOException {
		InstanceLock alive = Objects.requireNonNull(this.theirs.tryLock("shop.alive"));
		this.theirs.tryLock("shop.dead");
		this.table.pass(TIME_TO_LIVE.minusSeconds(1));
		assertThat(this.ours.tryLock("shop.dead")).as("not before its time").isNull();
		assertThat(alive.renew()).isTrue();
		this.table.pass(Duration.ofSeconds(2));
		assertThat(this.ours.tryLock("shop.alive")).isNull();
		assertThat(this.ours.tryLock("shop.dead")).isNotNull();
	}

	@Test
	void aLostLockIsToldAndCanStillBeClosedTwice() throws IOException {
		InstanceLock lock = Objects.requireNonNull(this.ours.tryLock("shop.1"));
		this.table.pass(TIME_TO_LIVE.plusSeconds(1));
		assertThat(this.theirs.tryLock("shop.1")).isNotNull();
		assertThat(lock.renew()).isFalse();
		lock.close();
		lock.close();
		assertThat(lock.renew()).isFalse();
		assertThat(this.table.size()).as("the lock of the other").isOne();
	}

	@Test
	void aRegistryThatFailsLeavesItOpen() throws IOException {
		this.ours.close();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.ours.tryLock("shop.1"));
	}

	@Test
	void registriesThatNoOtherProcessSeesAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LockRegistryInstanceLocks(new DefaultLockRegistry(), "shop", TIME_TO_LIVE))
			.withMessageContaining("'registry'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LockRegistryInstanceLocks(new PassThruLockRegistry(), "shop", TIME_TO_LIVE))
			.withMessageContaining("'registry'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LockRegistryInstanceLocks(this.table.newProcess(), "a.b", TIME_TO_LIVE))
			.withMessageContaining("'domain'");
	}

}
