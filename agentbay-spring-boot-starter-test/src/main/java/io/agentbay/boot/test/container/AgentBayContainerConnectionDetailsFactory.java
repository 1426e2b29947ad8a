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

package io.agentbay.boot.test.container;

import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * {@link ContainerConnectionDetailsFactory} for {@link AgentBayContainer}, whatever its
 * image, and for other containers that are named {@code agentbay/local-runtime} by their
 * image or by {@code @ServiceConnection}. The key of the latter is their environment
 * variable {@code AGENTBAY_API_KEY}.
 */
final class AgentBayContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<GenericContainer<?>, AgentBayConnectionDetails> {

	AgentBayContainerConnectionDetailsFactory() {
		super(AgentBayContainer.IMAGE);
	}

	@Override
	protected boolean sourceAccepts(ContainerConnectionSource<GenericContainer<?>> source,
			Class<?> requiredContainerType, Class<?> requiredConnectionDetailsType) {
		return source.accepts(ANY_CONNECTION_NAME, AgentBayContainer.class, requiredConnectionDetailsType)
				|| super.sourceAccepts(source, requiredContainerType, requiredConnectionDetailsType);
	}

	@Override
	protected AgentBayConnectionDetails getContainerConnectionDetails(
			ContainerConnectionSource<GenericContainer<?>> source) {
		return new ContainerDetails(source);
	}

	/** The container is running by the time that it is asked. */
	private static final class ContainerDetails extends ContainerConnectionDetails<GenericContainer<?>>
			implements AgentBayConnectionDetails {

		private ContainerDetails(ContainerConnectionSource<GenericContainer<?>> source) {
			super(source);
		}

		@Override
		public boolean isStandIn() {
			return true;
		}

		@Override
		public @Nullable String getApiKey() {
			return (getContainer() instanceof AgentBayContainer container) ? container.getApiKey()
					: getContainer().getEnvMap().get(AgentBayContainer.API_KEY_VARIABLE);
		}

		@Override
		public String getEndpoint() {
			return (getContainer() instanceof AgentBayContainer container) ? container.getEndpoint()
					: "http://" + getContainer().getHost() + ":" + getContainer().getMappedPort(AgentBayContainer.PORT);
		}

	}

}
