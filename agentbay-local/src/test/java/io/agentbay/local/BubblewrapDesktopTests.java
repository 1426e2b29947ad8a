package io.agentbay.local;

import io.agentbay.local.sandbox.Isolation;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Displays in bubblewrap.
 */
@EnabledIf(value = "io.agentbay.local.BubblewrapCommandTests#works",
		disabledReason = "bubblewrap does not work here (Debian package: bubblewrap)")
class BubblewrapDesktopTests extends DesktopSuite {

	BubblewrapDesktopTests() {
		super(Isolation.BUBBLEWRAP);
	}

}
