package io.agentbay;

import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.testing.ReactiveFace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions whose operations are subscribed to on a thread that must not wait.
 */
class ReactiveFaceSessionTests extends SessionScenarios {

	private AtomicInteger operations;

	ReactiveFaceSessionTests() {
		super(true);
	}

	@BeforeAll
	void move() {
		this.operations = ReactiveFace.install();
	}

	@AfterAll
	void moveBack() {
		ReactiveFace.uninstall();
		assertThat(this.operations).hasPositiveValue();
	}

}
