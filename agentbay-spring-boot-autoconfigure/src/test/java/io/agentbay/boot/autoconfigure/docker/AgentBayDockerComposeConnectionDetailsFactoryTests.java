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

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;

import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayDockerComposeConnectionDetailsFactory}.
 */
class AgentBayDockerComposeConnectionDetailsFactoryTests {

	@Test
	void serviceWithTheRuntimesImageIsConnected() throws Exception {
		Service service = new Service("agentbay/local-runtime:latest", Map.of("AGENTBAY_API_KEY", "akm-composed"),
				Map.of());
		assertThat(details(service)).hasSize(1).containsKey(AgentBayConnectionDetails.class);
		AgentBayConnectionDetails details = (AgentBayConnectionDetails) details(service)
			.get(AgentBayConnectionDetails.class);
		assertThat(details.getEndpoint()).isEqualTo("http://127.0.0.1:38080");
		assertThat(details.getApiKey()).isEqualTo("akm-composed");
		assertThat(details.getRegionId()).isNull();
	}

	@Test
	void serviceWithAnotherImageIsConnectedWhenItsLabelSaysSo() throws Exception {
		assertThat(details(new Service("company/agentbay:1", Map.of(),
				Map.of("org.springframework.boot.service-connection", "agentbay/local-runtime"))))
			.containsKey(AgentBayConnectionDetails.class);
	}

	@Test
	void otherServicesAreLeftAlone() throws Exception {
		assertThat(details(new Service("company/agentbay:1", Map.of(), Map.of()))).isEmpty();
	}

	private static Map<Class<?>, ConnectionDetails> details(Service service) throws Exception {
		Constructor<DockerComposeConnectionSource> constructor = DockerComposeConnectionSource.class
			.getDeclaredConstructor(RunningService.class, Environment.class);
		constructor.setAccessible(true);
		return new ConnectionDetailsFactories(null)
			.getConnectionDetails(constructor.newInstance(service, new MockEnvironment()), false);
	}

	private record Service(ImageReference image, Map<String, String> env,
			Map<String, String> labels) implements RunningService {

		private Service(String image, Map<String, String> env, Map<String, String> labels) {
			this(ImageReference.of(image), env, labels);
		}

		@Override
		public String name() {
			return "agentbay";
		}

		@Override
		public String host() {
			return "127.0.0.1";
		}

		@Override
		public ConnectionPorts ports() {
			return new ConnectionPorts() {

				@Override
				public int get(int containerPort) {
					return 30_000 + containerPort;
				}

				@Override
				public List<Integer> getAll() {
					return List.of(38080);
				}

				@Override
				public List<Integer> getAll(String protocol) {
					return getAll();
				}

			};
		}

	}

}
