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

package io.agentbay.local;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The runtime over https, beside http.
 */
@Timeout(120)
class TlsTests {

	@TempDir
	private Path directory;

	@Test
	void aProgramForTheServiceNeedsNothingButTheTrustStore() throws Exception {
		try (LocalAgentBay runtime = runtime().start()) {
			Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-XX:TieredStopAtLevel=1", "-Djavax.net.ssl.trustStore=" + trustStore(),
					"-Djavax.net.ssl.trustStorePassword=changeit", "-cp", System.getProperty("java.class.path"),
					OfficialSdkProgram.class.getName(), runtime.apiKey(), tls(runtime).getAuthority())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			try {
				assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
					.endsWith("hello", "true");
				assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
				assertThat(runtime.journal().calls("CreateMcpSession")).hasSize(1);
			}
			finally {
				program.destroyForcibly();
			}
		}
	}

	@Test
	void addressesThatItGivesOutLeadBackToWhereTheClientCameFrom() throws Exception {
		try (LocalAgentBay runtime = runtime().start()) {
			HttpClient trusting = trusting();
			URI endpoint = URI.create("https://localhost:" + tls(runtime).getPort());
			JsonNode session = post(trusting, endpoint, runtime, "CreateMcpSession", "").path("Data");
			assertThat(session.path("LinkUrl").stringValue()).startsWith(endpoint + "/link/");
			assertThat(session.path("ResourceUrl").stringValue()).startsWith(endpoint + "/resource/");
			String webSocket = session.path("WsUrl").stringValue();
			assertThat(webSocket).startsWith("wss://localhost:" + endpoint.getPort() + "/ws/");
			WebSocket socket = trusting.newWebSocketBuilder()
				.header("X-Access-Token", session.path("Token").stringValue())
				.buildAsync(URI.create(webSocket), new WebSocket.Listener() {

					@Override
					public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
						return null;
					}

				})
				.get(20, TimeUnit.SECONDS);
			assertThat(socket.isOutputClosed()).isFalse();
			socket.abort();
			assertThat(trusting
				.send(HttpRequest.newBuilder(URI.create(session.path("ResourceUrl").stringValue())).build(),
						BodyHandlers.ofString())
				.statusCode()).isEqualTo(200);
			assertThat(new TestClient(runtime).call("GetSession", "SessionId", session.path("SessionId").stringValue())
				.ok()
				.path("Data")
				.path("LinkUrl")
				.stringValue()).startsWith(runtime.endpoint() + "/link/");
		}
	}

	@Test
	void nobodyTrustsItUnasked() throws Exception {
		try (LocalAgentBay runtime = runtime().start()) {
			assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(tls(runtime)).build(), BodyHandlers.discarding()));
			assertThat(new TestClient(runtime).call("ListSession").status()).isEqualTo(200);
		}
	}

	@Test
	void itsCertificateIsWrittenForProgramsThatAreNotJavaToo() throws Exception {
		try (LocalAgentBay runtime = runtime().start();
				InputStream pem = Files.newInputStream(this.directory.resolve("agentbay-local.pem"))) {
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(pem);
			certificate.verify(certificate.getPublicKey());
			certificate.checkValidity();
			assertThat(certificate.getSubjectAlternativeNames().stream().map((name) -> String.valueOf(name.get(1))))
				.containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
			assertThat(certificate.getBasicConstraints()).isNotNegative();
			assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
			assertThat(Files.list(this.directory).map((file) -> file.getFileName().toString()))
				.containsExactlyInAnyOrder("agentbay-local.pem", "agentbay-local.p12");
			assertThat(runtime.tlsEndpoint()).isPresent();
		}
	}

	@Test
	void itShowsTheCertificateOfAGivenKeyStore() throws Exception {
		Path store = keyStore("secret");
		try (LocalAgentBay runtime = runtime().tlsKeyStore(store, "secret").start()) {
			post(trusting(), tls(runtime), runtime, "ListSession", "");
			KeyStore given = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
			KeyStore written = KeyStore.getInstance(trustStore().toFile(), "changeit".toCharArray());
			assertThat(written.getCertificate("agentbay-local")).isEqualTo(given.getCertificate("mine"));
		}
	}

	@Test
	void whatCannotBeServedIsTold() throws Exception {
		Path store = keyStore("secret");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> runtime().tlsKeyStore(store, "wrong").start());
		runtime().start().close();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> LocalAgentBay.builder().tlsPort(0).tlsKeyStore(trustStore(), "changeit").start())
			.withMessageContaining("must hold one key, not 0");
		assertThatIllegalStateException().isThrownBy(() -> LocalAgentBay.builder().tlsDirectory(this.directory).start())
			.withMessage("tlsPort must be set for https to be served");
		assertThatIllegalArgumentException().isThrownBy(() -> LocalAgentBay.builder().tlsPort(70_000))
			.withMessage("tlsPort must be from 0 to 65535, not 70000");
	}

	private LocalAgentBayBuilder runtime() {
		return LocalAgentBay.builder().tlsPort(0).tlsDirectory(this.directory);
	}

	private Path trustStore() {
		return this.directory.resolve("agentbay-local.p12");
	}

	/** A key store as people make them. */
	private Path keyStore(String password) throws Exception {
		Path store = this.directory.resolve("given.jks");
		Process keytool = new ProcessBuilder(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
						"mine", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1",
						"-keystore", store.toString(), "-storepass", password))
			.redirectErrorStream(true)
			.start();
		String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(keytool.waitFor()).as(output).isZero();
		return store;
	}

	private HttpClient trusting() throws Exception {
		KeyStore store = KeyStore.getInstance(trustStore().toFile(), "changeit".toCharArray());
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build();
	}

	private static URI tls(LocalAgentBay runtime) {
		return runtime.tlsEndpoint().orElseThrow();
	}

	private static JsonNode post(HttpClient client, URI endpoint, LocalAgentBay runtime, String action, String form)
			throws Exception {
		String answer = client
			.send(HttpRequest.newBuilder(endpoint.resolve("/?Action=" + action))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("Authorization=Bearer+" + runtime.apiKey() + form))
				.build(), BodyHandlers.ofString())
			.body();
		JsonNode json = TestClient.MAPPER.readTree(answer);
		assertThat(json.path("Success").asBoolean()).as(answer).isTrue();
		return json;
	}

}
