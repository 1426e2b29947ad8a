package io.agentbay.local;

import io.agentbay.local.sandbox.Isolation;

/**
 * Sleep of ordinary processes of this machine.
 */
class HostPauseTests extends PauseSuite {

	HostPauseTests() {
		super(Isolation.HOST);
	}

}
