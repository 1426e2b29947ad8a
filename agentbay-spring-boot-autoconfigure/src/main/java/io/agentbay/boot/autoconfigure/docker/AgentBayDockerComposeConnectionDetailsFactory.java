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

package io.agentbay.boot.autoconfigure.docker;

import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;

/**
 * {@link DockerComposeConnectionDetailsFactory} for services whose image is
 * {@code agentbay/local-runtime}, or that have this as their label
 * {@code org.springframework.boot.service-connection}. The key is the service's
 * environment variable {@code AGENTBAY_API_KEY}.
 */
final class AgentBayDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<AgentBayConnectionDetails> {

	private static final String CONNECTION_NAME = "agentbay/local-runtime";

	private static final int PORT = 8080;

	AgentBayDockerComposeConnectionDetailsFactory() {
		super(CONNECTION_NAME);
	}

	@Override
	protected AgentBayConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new ComposeConnectionDetails(source.getRunningService());
	}

	private static final class ComposeConnectionDetails extends DockerComposeConnectionDetails
			implements AgentBayConnectionDetails {

		private final @Nullable String apiKey;

		private final String endpoint;

		private ComposeConnectionDetails(RunningService service) {
			super(service);
			this.apiKey = service.env().get("AGENTBAY_API_KEY");
			this.endpoint = "http://" + service.host() + ":" + service.ports().get(PORT);
		}

		@Override
		public boolean isStandIn() {
			return true;
		}

		@Override
		public @Nullable String getApiKey() {
			return this.apiKey;
		}

		@Override
		public String getEndpoint() {
			return this.endpoint;
		}

	}

}
