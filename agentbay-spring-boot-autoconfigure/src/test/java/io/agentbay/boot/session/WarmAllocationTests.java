package io.agentbay.boot.session;

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
