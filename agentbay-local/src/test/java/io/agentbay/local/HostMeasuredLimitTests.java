package io.agentbay.local;

import io.agentbay.local.sandbox.Isolation;

/**
 * Limits of sessions without walls where there are no control groups.
 */
class HostMeasuredLimitTests extends LimitSuite {

	HostMeasuredLimitTests() {
		super(Isolation.HOST, false);
	}

}
