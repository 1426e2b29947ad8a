package io.agentbay;

/**
 * Sessions whose tools are reached over the gateway.
 */
class GatewaySessionTests extends SessionScenarios {

	GatewaySessionTests() {
		super(false);
	}

}
