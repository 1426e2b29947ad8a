/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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
