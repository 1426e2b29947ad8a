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

package io.agentbay.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.channel.ChannelState;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.connection.Tls;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Replies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Calls over https, the only way to the cloud.
 */
@Tag("failure")
class TlsTests {

	private static final String KEY = "akm-1";

	private static final String PASSWORD = "changeit";

	@TempDir
	private static Path directory;

	private @Nullable SSLServerSocket service;

	/** Reactor Netty reads the trust store once, so it is set for the whole class. */
	@BeforeAll
	static void makeCertificates() throws Exception {
		makeCertificate("trusted");
		makeCertificate("untrusted");
		makeCertificate("authority", "-ext", "bc:c");
		Files.copy(keyStore("authority"), keyStore("expired"));
		makeCertificate("expired", "-signer", "authority", "-startdate", "-9d");
		System.setProperty("javax.net.ssl.trustStore", keyStore("trusted").toString());
		System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
	}

	@AfterAll
	static void restoreTrust() {
		System.clearProperty("javax.net.ssl.trustStore");
		System.clearProperty("javax.net.ssl.trustStorePassword");
	}

	private static void makeCertificate(String name, String... options) throws Exception {
		Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
		List<String> command = new ArrayList<>(List.of(keytool.toString(), "-genkeypair", "-alias", name, "-keyalg",
				"EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "2", "-storetype", "PKCS12",
				"-keystore", keyStore(name).toString(), "-storepass", PASSWORD));
		command.addAll(List.of(options));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(directory.resolve(name + ".txt").toFile())
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(keyStore(name)).exists();
	}

	private void listen(String name) throws Exception {
		KeyStore all = KeyStore.getInstance(keyStore(name).toFile(), PASSWORD.toCharArray());
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry(name, all.getKey(name, PASSWORD.toCharArray()), PASSWORD.toCharArray(),
				all.getCertificateChain(name));
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		this.service = (SSLServerSocket) context.getServerSocketFactory()
			.createServerSocket(0, 5, InetAddress.getLoopbackAddress());
	}

	@AfterEach
	void stop() throws IOException {
		if (this.service != null) {
			this.service.close();
		}
	}

	@Test
	void aTrustedServiceIsCalled() throws Exception {
		listen("trusted");
		CompletableFuture.runAsync(this::answerOnce);
		try (AgentBay agentBay = client("localhost")) {
			assertThat(agentBay.get(Replies.SESSION).id()).isEqualTo(Replies.SESSION);
		}
	}

	@Test
	void aServiceThatIsNotTrustedGetsNothing() throws Exception {
		listen("untrusted");
		CompletableFuture<Boolean> heard = CompletableFuture.supplyAsync(this::answerOnce);
		try (AgentBay agentBay = client("localhost")) {
			assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(agentBay::create)
				.withMessageContaining("certificate of the peer is not trusted")
				.withMessageNotContaining(KEY);
		}
		assertThat(heard).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(false);
	}

	@Test
	void aServiceOfAnotherNameGetsNothing() throws Exception {
		listen("trusted");
		CompletableFuture<Boolean> heard = CompletableFuture.supplyAsync(this::answerOnce);
		try (AgentBay agentBay = client("127.0.0.1")) {
			assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(agentBay::create)
				.withMessageContaining("matching IP address 127.0.0.1")
				.withMessageNotContaining(KEY);
		}
		assertThat(heard).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(false);
	}

	@Test
	void aServiceWhoseCertificateHasExpiredGetsNothing() throws Exception {
		listen("expired");
		CompletableFuture<Boolean> heard = CompletableFuture.supplyAsync(this::answerOnce);
		try (AgentBay agentBay = builder("localhost").tls(trusting("authority")).build()) {
			assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(agentBay::create)
				.withMessageContaining("certificate of the peer has expired")
				.withMessageNotContaining(KEY);
		}
		assertThat(heard).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(false);
	}

	@Test
	void whatIsTrustedCanBeGivenInCode() throws Exception {
		listen("untrusted");
		CompletableFuture.runAsync(this::answerOnce);
		try (AgentBay agentBay = builder("localhost").tls(trusting("untrusted")).build()) {
			assertThat(agentBay.get(Replies.SESSION).id()).isEqualTo(Replies.SESSION);
		}
	}

	@Test
	void theNameIsCheckedAgainstWhatIsGivenInCodeToo() throws Exception {
		listen("untrusted");
		CompletableFuture<Boolean> heard = CompletableFuture.supplyAsync(this::answerOnce);
		try (AgentBay agentBay = builder("127.0.0.1").tls(trusting("untrusted")).build()) {
			assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(agentBay::create);
		}
		assertThat(heard).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(false);
	}

	@Test
	void webSocketsTrustWhatIsGivenInCodeToo(@TempDir Path directory) throws Exception {
		try (LocalAgentBay runtime = LocalAgentBay.builder().tlsPort(0).tlsDirectory(directory).start()) {
			Tls tls = trusting(store(directory.resolve("agentbay-local.p12"), "changeit"));
			try (AgentBay agentBay = LocalClient.of(runtime)
				.endpoint(runtime.tlsEndpoint().orElseThrow().toString())
				.tls(tls)
				.build()) {
				Session session = agentBay.create();
				session.channel().connect();
				assertThat(session.channel().state()).isEqualTo(ChannelState.OPEN);
				session.delete();
			}
		}
	}

	private static Tls trusting(String name) throws Exception {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry(name, store(keyStore(name), PASSWORD).getCertificate(name));
		return trusting(trusted);
	}

	private static KeyStore store(Path file, String password) throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, password.toCharArray());
		}
		return store;
	}

	private static Tls trusting(KeyStore trusted) throws Exception {
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return new Tls(context, List.of("TLSv1.3"), List.of());
	}

	private AgentBay client(String host) {
		return builder(host).build();
	}

	private AgentBayBuilder builder(String host) {
		return AgentBay.builder()
			.apiKey(KEY)
			.endpoint(host + ":" + this.service.getLocalPort())
			.environment(Map.of())
			.retryPolicy(RetryPolicy.none());
	}

	/** Answer one connection, and tell whether a request came over it. */
	private boolean answerOnce() {
		try (Socket connection = this.service.accept()) {
			byte[] body = Replies.session().getBytes(StandardCharsets.UTF_8);
			StringBuilder request = new StringBuilder();
			while (request.indexOf("SessionId=") < 0) {
				int read = connection.getInputStream().read();
				if (read < 0) {
					return !request.isEmpty();
				}
				request.append((char) read);
			}
			connection.getOutputStream()
				.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n")
					.getBytes(StandardCharsets.UTF_8));
			connection.getOutputStream().write(body);
			connection.getOutputStream().flush();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Path keyStore(String name) {
		return directory.resolve(name + ".p12");
	}

}
