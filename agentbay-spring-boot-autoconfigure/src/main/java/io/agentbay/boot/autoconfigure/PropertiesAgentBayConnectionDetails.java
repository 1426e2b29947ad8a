package io.agentbay.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * {@link AgentBayConnectionDetails} taken from the properties of a client. A blank
 * property counts as not set, as a blank environment variable does.
 */
final class PropertiesAgentBayConnectionDetails implements AgentBayConnectionDetails {

	private final AgentBayProperties.Client properties;

	PropertiesAgentBayConnectionDetails(AgentBayProperties.Client properties) {
		this.properties = properties;
	}

	@Override
	public @Nullable String getApiKey() {
		return textOrNull(this.properties.apiKey());
	}

	@Override
	public @Nullable String getEndpoint() {
		return textOrNull(this.properties.endpoint());
	}

	@Override
	public @Nullable String getRegionId() {
		return textOrNull(this.properties.regionId());
	}

	private static @Nullable String textOrNull(@Nullable String text) {
		return StringUtils.hasText(text) ? text : null;
	}

}
