package io.agentbay.local;

import java.util.Map;

import io.agentbay.local.sandbox.Isolation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands as ordinary processes of this machine.
 */
class HostCommandTests extends CommandSuite {

	HostCommandTests() {
		super(Isolation.HOST);
	}

	@Test
	void theTemporaryAndHomeDirectoriesAreTheSessionsOwn() {
		stdout("echo a > $TMPDIR/a; echo b > b");
		assertThat(client().tool(session(), "read_file", Map.of("path", "/tmp/a")).text()).isEqualTo("a\n");
		assertThat(client().tool(session(), "read_file", Map.of("path", "/home/wuying/b")).text()).isEqualTo("b\n");
	}

	@Test
	void theRuntimeSaysThatNothingIsIsolated() {
		assertThat(runtime().isolation()).isEqualTo(Isolation.HOST);
	}

}
