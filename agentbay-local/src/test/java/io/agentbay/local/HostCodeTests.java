package io.agentbay.local;

import io.agentbay.local.sandbox.Isolation;

/**
 * Code run by ordinary processes of this machine.
 */
class HostCodeTests extends CodeSuite {

	HostCodeTests() {
		super(Isolation.HOST);
	}

}
