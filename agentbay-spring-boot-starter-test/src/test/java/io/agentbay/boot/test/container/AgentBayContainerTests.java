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

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import com.github.dockerjava.api.exception.NotFoundException;
import io.agentbay.AgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The local runtime in a real container. Needs a Docker engine with the image.
 */
@Timeout(300)
class AgentBayContainerTests {

	@BeforeAll
	static void needsEngineAndImage() {
		assumeTrue(DockerClientFactory.instance().isDockerAvailable(),
				"SKIPPED: no Docker engine answers; install docker.io and start dockerd");
		assumeTrue(hasImage(),
				"SKIPPED: there is no image " + AgentBayContainer.IMAGE + "; scripts/build-image.sh builds it");
	}

	private static boolean hasImage() {
		try {
			DockerClientFactory.instance().client().inspectImageCmd(AgentBayContainer.IMAGE).exec();
			return true;
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

	@Test
	void sessionsRunInTheContainerAndTheirLinksLeadIntoIt() {
		try (AgentBayContainer container = new AgentBayContainer(AgentBayContainer.IMAGE)) {
			container.start();
			try (AgentBay agentBay = AgentBay.builder()
				.apiKey(container.getApiKey())
				.endpoint(container.getEndpoint())
				.build()) {
				Session session = agentBay.create();
				assertThat(session.command().run("cat /proc/1/cmdline").requireSuccess().stdout()).contains("agentbay");
				assertThat(session.command().run("id -u").requireSuccess().stdout()).isNotEqualTo("0\n");
				session.fileSystem().write("/tmp/note", "over the mapped port");
				assertThat(session.fileSystem().read("/tmp/note")).isEqualTo("over the mapped port");
				session.delete();
				assertThat(agentBay.find(session.id())).isEmpty();
			}
		}
	}

	@Test
	void itSpeaksHttpsWithTheCertificateThatItShows() throws Exception {
		try (AgentBayContainer container = new AgentBayContainer(AgentBayContainer.IMAGE)) {
			container.start();
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setCertificateEntry("runtime", CertificateFactory.getInstance("X.509")
				.generateCertificate(
						new ByteArrayInputStream(container.getCertificate().getBytes(StandardCharsets.US_ASCII))));
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(store);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			String answer = HttpClient.newBuilder()
				.sslContext(context)
				.build()
				.send(HttpRequest.newBuilder(URI.create(container.getTlsEndpoint()
						+ "/?Action=ListSession&Authorization=Bearer+" + container.getApiKey()))
					.build(), BodyHandlers.ofString())
				.body();
			assertThat(answer).contains("\"Success\":true");
		}
	}

}
