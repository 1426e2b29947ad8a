package io.agentbay.testing;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.settings.Environment;

/**
 * A client of a local runtime that looks up nothing in the machine's environment.
 */
public final class LocalClient {

	private LocalClient() {
	}

	public static AgentBayBuilder of(LocalAgentBay runtime) {
		return AgentBay.builder()
			.apiKey(runtime.apiKey())
			.endpoint(runtime.endpoint().toString())
			.environment(Environment.none());
	}

}
