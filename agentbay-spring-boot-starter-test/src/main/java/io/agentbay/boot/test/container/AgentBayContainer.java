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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The local runtime in a container, whose image {@code scripts/build-image.sh} of this
 * project builds. With {@code @ServiceConnection} an application under test uses it:
 *
 * <pre class="code">
 * &#064;Bean
 * &#064;ServiceConnection
 * AgentBayContainer agentBay() {
 *     return new AgentBayContainer("agentbay/local-runtime");
 * }
 * </pre>
 *
 * Sessions are kept apart from the machine by the container, and from each other only
 * where the engine lets bubblewrap work in it.
 *
 * @since 0.1.0
 */
public class AgentBayContainer extends GenericContainer<AgentBayContainer> {

	static final String IMAGE = "agentbay/local-runtime";

	static final String API_KEY_VARIABLE = "AGENTBAY_API_KEY";

	static final int PORT = 8080;

	private static final int TLS_PORT = 8443;

	private static final String CERTIFICATE = "/var/lib/agentbay/tls/agentbay-local.pem";

	private static final Duration STARTUP_TIMEOUT = Duration.ofMinutes(2);

	private static final int REFUSED_WITHOUT_KEY = 400;

	private String apiKey = "akm-" + UUID.randomUUID();

	/**
	 * Create a container, which is not started yet.
	 * @param image the image, {@code agentbay/local-runtime} or one that is declared to
	 * be compatible with it
	 */
	@SuppressWarnings("this-escape") // as all containers of Testcontainers do
	public AgentBayContainer(DockerImageName image) {
		super(image);
		image.assertCompatibleWith(DockerImageName.parse(IMAGE));
		withExposedPorts(PORT, TLS_PORT);
		waitingFor(
				Wait.forHttp("/").forPort(PORT).forStatusCode(REFUSED_WITHOUT_KEY).withStartupTimeout(STARTUP_TIMEOUT));
	}

	/**
	 * Create a container, which is not started yet.
	 * @param image the name of the image, {@code agentbay/local-runtime} with any tag
	 */
	public AgentBayContainer(String image) {
		this(DockerImageName.parse(image));
	}

	/**
	 * The key that clients need. Default: a random one.
	 * @param apiKey any text that is not blank
	 * @return this container
	 */
	public AgentBayContainer withApiKey(String apiKey) {
		if (apiKey.isBlank()) {
			throw new IllegalArgumentException("apiKey must not be blank");
		}
		this.apiKey = apiKey;
		return self();
	}

	/**
	 * The key that clients need.
	 * @return the key
	 */
	public String getApiKey() {
		return this.apiKey;
	}

	/**
	 * The address at which clients reach the runtime.
	 * @return an http URL without path
	 * @throws IllegalStateException if the container is not running
	 */
	public String getEndpoint() {
		return "http://" + getHost() + ":" + getMappedPort(PORT);
	}

	/**
	 * The address at which clients reach the runtime by https. Its certificate is for
	 * {@code localhost} and the loopback addresses.
	 * @return an https URL without path
	 * @throws IllegalStateException if the container is not running
	 */
	public String getTlsEndpoint() {
		return "https://" + getHost() + ":" + getMappedPort(TLS_PORT);
	}

	/**
	 * The certificate that clients have to trust for {@link #getTlsEndpoint()}.
	 * @return the certificate, PEM-encoded
	 */
	public String getCertificate() {
		return copyFileFromContainer(CERTIFICATE, (file) -> new String(file.readAllBytes(), StandardCharsets.US_ASCII));
	}

	@Override
	protected void configure() {
		addEnv(API_KEY_VARIABLE, this.apiKey);
	}

}
