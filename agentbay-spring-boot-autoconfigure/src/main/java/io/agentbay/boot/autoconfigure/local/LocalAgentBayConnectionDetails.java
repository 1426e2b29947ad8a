package io.agentbay.boot.autoconfigure.local;

import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import io.agentbay.local.LocalAgentBay;

/**
 * {@link AgentBayConnectionDetails} of the local runtime.
 */
public final class LocalAgentBayConnectionDetails implements AgentBayConnectionDetails {

	private final LocalAgentBay runtime;

	/**
	 * Create the details.
	 * @param runtime the runtime, which must be running
	 */
	public LocalAgentBayConnectionDetails(LocalAgentBay runtime) {
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
