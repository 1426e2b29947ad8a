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

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where AgentBay is and how to be let in. Properties, the local runtime and containers
 * each provide one; a bean of this type replaces them all. It is for the account that has
 * no name, unless it says that it stands in for the service.
 *
 * @since 0.1.0
 */
public interface AgentBayConnectionDetails extends ConnectionDetails {

	/**
	 * Return whether this stands in for the service itself, as the local runtime or a
	 * container does. Then named accounts are connected here as well, whatever their
	 * properties say.
	 * @return whether it does; by default it is for the default account only
	 */
	default boolean isStandIn() {
		return false;
	}

	/**
	 * Return the API key.
	 * @return the key, or {@code null} to look it up in the environment and in the
	 * {@code .env} file
	 */
	default @Nullable String getApiKey() {
		return null;
	}

	/**
	 * Return the address of the service.
	 * @return a host, a {@code host:port} or an {@code http(s)} URL, or {@code null} to
	 * look it up in the environment and to use the service's own in the end; the
	 * {@code .env} file is asked only if the key is {@code null} as well, so that it does
	 * not decide where the key is sent
	 */
	default @Nullable String getEndpoint() {
		return null;
	}

	/**
	 * Return the region for new sessions.
	 * @return the region, or {@code null} to look it up in the environment and in the
	 * {@code .env} file and to leave it to the service in the end
	 */
	default @Nullable String getRegionId() {
		return null;
	}

}
