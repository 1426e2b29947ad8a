package io.agentbay.boot.autoconfigure;

import java.util.List;

import io.agentbay.AgentBayBuilder;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.transport.RetryPolicy;
import io.micrometer.observation.ObservationRegistry;

/**
 * Builds clients from connection details and properties.
 */
final class AgentBayClientFactory {

	private final ObservationRegistry observationRegistry;

	private final List<AgentBayClientCustomizer> customizers;

	AgentBayClientFactory(ObservationRegistry observationRegistry, List<AgentBayClientCustomizer> customizers) {
		this.observationRegistry = observationRegistry;
		this.customizers = customizers;
	}

	ReactiveAgentBay create(AgentBayConnectionDetails details, AgentBayProperties properties) {
		AgentBayProperties.Connection connection = properties.connection();
		AgentBayProperties.Retry retry = properties.retry();
		AgentBayBuilder builder = ReactiveAgentBay.builder()
			.apiKey(details.getApiKey())
			.endpoint(details.getEndpoint())
			.regionId(details.getRegionId())
			.connectTimeout(connection.connectTimeout())
			.responseTimeout(connection.responseTimeout())
			.operationTimeout(connection.operationTimeout())
			.maxConnections(connection.maxConnections())
			.maxReplySize(connection.maxReplySize())
			.allowPlainHttp(connection.allowPlainHttp())
			.retryPolicy(new RetryPolicy(retry.maxAttempts(), retry.firstBackoff(), retry.maxBackoff()))
			.observationRegistry(this.observationRegistry);
		this.customizers.forEach((customizer) -> customizer.customize(builder));
		return builder.buildReactive();
	}

}
