package stranger;

import io.agentbay.AgentBay;
import io.agentbay.boot.test.AutoConfigureLocalAgentBay;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application in tests, with the test support.
 */
@SpringBootTest
@AutoConfigureLocalAgentBay
class StrangerTests {

	@Autowired
	private AgentBay agentBay;

	@Test
	void counts() {
		assertThat(Stranger.count(this.agentBay)).isEqualTo("42");
	}

}
