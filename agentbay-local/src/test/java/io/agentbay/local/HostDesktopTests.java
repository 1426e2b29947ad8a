package io.agentbay.local;

import io.agentbay.local.sandbox.Isolation;

/**
 * Displays that are ordinary processes of this machine.
 */
class HostDesktopTests extends DesktopSuite {

	HostDesktopTests() {
		super(Isolation.HOST);
	}

}
