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

package io.agentbay.boot.pool;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WarmAllocation}.
 */
class WarmAllocationTests {

	private final WarmAllocation allocation = new WarmAllocation(1, 2);

	@Test
	void permitsAreGrantedOneByOneUpToTheMaximum() {
		assertThat(this.allocation.getPermits(0)).isEqualTo(1);
		assertThat(this.allocation.getPermits(5)).isEqualTo(1);
		assertThat(this.allocation.getPermits(1)).isZero();
		assertThat(this.allocation.estimatePermitCount()).isZero();
		this.allocation.returnPermits(1);
		assertThat(this.allocation.getPermits(1)).isEqualTo(1);
	}

	@Test
	void sessionThatIsBeingDeletedStillCounts() {
		this.allocation.getPermits(1);
		this.allocation.getPermits(1);
		this.allocation.returnPermits(1);
		this.allocation.retake();
		assertThat(this.allocation.getPermits(1)).isZero();
		this.allocation.returnPermits(1);
		assertThat(this.allocation.getPermits(1)).isEqualTo(1);
	}

}
