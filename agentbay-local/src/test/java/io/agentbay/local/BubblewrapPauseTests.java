package io.agentbay.local;

import io.agentbay.local.sandbox.Isolation;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Sleep of processes in bubblewrap.
 */
@EnabledIf(value = "io.agentbay.local.BubblewrapCommandTests#works",
		disabledReason = "bubblewrap does not work here (Debian package: bubblewrap)")
class BubblewrapPauseTests extends PauseSuite {

	BubblewrapPauseTests() {
		super(Isolation.BUBBLEWRAP);
	}

}
