package io.agentbay.boot.autoconfigure;

import io.agentbay.AgentBayBuilder;

/**
 * Callback for a bean that fine-tunes the auto-configured client, after properties and
 * connection details were applied. Several are called in their order.
 */
@FunctionalInterface
public interface AgentBayClientCustomizer {

	/**
	 * Customize the client.
	 * @param builder the builder of the client
	 */
	void customize(AgentBayBuilder builder);

}
