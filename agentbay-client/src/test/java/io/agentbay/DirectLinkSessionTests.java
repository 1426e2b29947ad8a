package io.agentbay;

/**
 * Sessions whose tools are reached over the direct link.
 */
class DirectLinkSessionTests extends SessionScenarios {

	DirectLinkSessionTests() {
		super(true);
	}

}
