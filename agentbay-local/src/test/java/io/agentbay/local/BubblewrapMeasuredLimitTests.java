package io.agentbay.local;

import io.agentbay.local.sandbox.Isolation;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Limits of sessions in bubblewrap where there are no control groups.
 */
@EnabledIf(value = "io.agentbay.local.BubblewrapCommandTests#works",
		disabledReason = "bubblewrap does not work here (Debian package: bubblewrap)")
class BubblewrapMeasuredLimitTests extends LimitSuite {

	BubblewrapMeasuredLimitTests() {
		super(Isolation.BUBBLEWRAP, false);
	}

}
