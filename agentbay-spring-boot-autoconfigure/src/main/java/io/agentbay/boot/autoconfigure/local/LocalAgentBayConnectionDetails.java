package io.agentbay.boot.autoconfigure.local;

import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import io.agentbay.local.LocalAgentBay;

/**
 * {@link AgentBayConnectionDetails} of the local runtime.
 */
final class LocalAgentBayConnectionDetails implements AgentBayConnectionDetails {

	private final LocalAgentBay runtime;

	LocalAgentBayConnectionDetails(LocalAgentBay runtime) {
		this.runtime = runtime;
	}

	@Override
	public String getApiKey() {
		return this.runtime.apiKey();
	}

	@Override
	public String getEndpoint() {
		return this.runtime.endpoint().toString();
	}

}
