package io.agentbay.local;

import io.agentbay.local.sandbox.Isolation;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Limits of sessions in bubblewrap.
 */
@EnabledIf(value = "io.agentbay.local.BubblewrapCommandTests#works",
		disabledReason = "bubblewrap does not work here (Debian package: bubblewrap)")
class BubblewrapLimitTests extends LimitSuite {

	BubblewrapLimitTests() {
		super(Isolation.BUBBLEWRAP, true);
	}

}
