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

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link AgentBayClientFactory}, by what arrives at the other end.
 */
class ConnectionSettingsTests {

	private static final String PASSWORD = "changeit";

	private static final String NO_SESSIONS = "{\"Code\":\"ok\",\"Success\":true,\"RequestId\":\"R-1\",\"TotalCount\":0,\"Data\":[]}";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class, SslAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=akm-1", "agentbay.retry.max-attempts=1");

	@TempDir
	private Path directory;

	@Test
	void sslBundleDecidesWhatIsTrusted() throws Exception {
		HttpsServer server = serve();
		CompletableFuture<String> userAgent = new CompletableFuture<>();
		server.createContext("/", (exchange) -> {
			userAgent.complete(exchange.getRequestHeaders().getFirst("User-Agent"));
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(NO_SESSIONS.getBytes(StandardCharsets.UTF_8));
			exchange.close();
		});
		try {
			this.contextRunner
				.withPropertyValues("agentbay.endpoint=localhost:" + server.getAddress().getPort(),
						"spring.ssl.bundle.jks.corporate.truststore.location=" + keyStore().toUri(),
						"spring.ssl.bundle.jks.corporate.truststore.password=" + PASSWORD,
						"spring.ssl.bundle.jks.corporate.options.enabled-protocols=TLSv1.3",
						"agentbay.connection.ssl.bundle=corporate", "agentbay.connection.user-agent-suffix=shop/1")
				.run((context) -> {
					assertThat(context.getBean(AgentBay.class).list()).isEmpty();
					assertThat(userAgent).isCompletedWithValueMatching((value) -> value.endsWith(" shop/1"));
				});
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void unknownSslBundleIsRefused() {
		this.contextRunner.withPropertyValues("agentbay.connection.ssl.bundle=missing")
			.run((context) -> assertThatException().isThrownBy(() -> context.getBean(AgentBay.class))
				.havingRootCause()
				.isInstanceOf(NoSuchSslBundleException.class)
				.withMessageContaining("missing"));
	}

	@Test
	void proxyIsAskedForTheService() throws Exception {
		try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> firstLine(proxy));
			this.contextRunner
				.withPropertyValues("agentbay.endpoint=agentbay.invalid:443",
						"agentbay.connection.proxy.host=127.0.0.1",
						"agentbay.connection.proxy.port=" + proxy.getLocalPort())
				.run((context) -> {
					AgentBay agentBay = context.getBean(AgentBay.class);
					agentBay.reactive().list().onErrorComplete().blockLast();
					assertThat(asked).succeedsWithin(Duration.ofSeconds(20))
						.asString()
						.startsWith("CONNECT agentbay.invalid:443");
				});
		}
	}

	@Test
	void directLinkCanBeSwitchedOff() {
		try (LocalAgentBay service = LocalAgentBay.builder().apiKey("akm-1").start()) {
			this.contextRunner
				.withPropertyValues("agentbay.endpoint=" + service.endpoint(), "agentbay.direct-link=false",
						"agentbay.session.image-id=code_latest")
				.run((context) -> {
					try (Session session = context.getBean(AgentBay.class).create()) {
						assertThat(session.imageId()).isEqualTo("code_latest");
						session.command().run("true").requireSuccess();
					}
					assertThat(service.journal().calls("CallMcpTool")).hasSize(1);
				});
		}
	}

	private static String firstLine(ServerSocket proxy) {
		try (Socket client = proxy.accept()) {
			StringBuilder line = new StringBuilder();
			for (int read = client.getInputStream().read(); read >= 0
					&& read != '\r'; read = client.getInputStream().read()) {
				line.append((char) read);
			}
			return line.toString();
		}
		catch (IOException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private HttpsServer serve() throws Exception {
		Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
		Process process = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", "service", "-keyalg", "EC",
				"-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "2", "-storetype", "PKCS12",
				"-keystore", keyStore().toString(), "-storepass", PASSWORD)
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("keytool.txt").toFile())
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(keyStore())) {
			store.load(in, PASSWORD.toCharArray());
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
		server.setHttpsConfigurator(new HttpsConfigurator(context));
		server.start();
		return server;
	}

	private Path keyStore() {
		return this.directory.resolve("service.p12");
	}

}
