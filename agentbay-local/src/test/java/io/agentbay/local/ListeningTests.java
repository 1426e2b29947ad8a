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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Where the runtime listens, what it says of it, and why it cannot.
 */
@Timeout(120)
class ListeningTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger(LocalAgentBayBuilder.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@TempDir
	private Path directory;

	@BeforeEach
	void listenToTheLog() {
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void leaveTheLog() {
		this.logger.detachAppender(this.log);
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, 127.0.0.1", "127.0.0.2, 127.0.0.2", "::1, [::1]", "[::1], [::1]" })
	void allAddressesThatItGivesOutAreThoseWhereItListens(String host, String shown) throws Exception {
		assumeListening(host);
		try (LocalAgentBay runtime = LocalAgentBay.builder().host(host).tlsPort(0).start()) {
			assertThat(runtime.endpoint()).isEqualTo(URI.create("http://" + shown + ":" + runtime.port()));
			assertThat(runtime.tlsEndpoint().orElseThrow().getHost()).isEqualTo(shown);
			TestClient client = new TestClient(runtime);
			JsonNode session = client.call("CreateMcpSession").ok().path("Data");
			assertThat(session.path("LinkUrl").stringValue()).startsWith(runtime.endpoint() + "/link/");
			assertThat(PlainHttp.get(session.path("ResourceUrl").stringValue()).statusCode()).isEqualTo(200);
			assertThat(session.path("WsUrl").stringValue()).startsWith("ws://" + shown + ":" + runtime.port() + "/ws/");
			try (RawSocket socket = new RawSocket(session)) {
				assertThat(socket.ping("x")).isEqualTo("x");
			}
			ContextClient contexts = new ContextClient(client);
			String context = contexts.create("files");
			contexts.store(context, "/a", "text");
			assertThat(contexts.read(context, "/a")).isEqualTo("text");
			assertThat(contexts.uploadUrl(context, "/a")).startsWith(runtime.endpoint() + "/contexts/");
		}
		assertThat(this.log.list).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "::1" })
	void aClientThatNamesNoHostIsGivenTheAddressThatItCameTo(String host) throws Exception {
		assumeListening(host);
		try (LocalAgentBay runtime = LocalAgentBay.builder().host(host).start();
				Socket socket = new Socket(InetAddress.getByName(host), runtime.port())) {
			String path = "/?Action=CreateMcpSession&Authorization=Bearer+" + runtime.apiKey();
			socket.getOutputStream().write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			JsonNode session = TestClient.MAPPER.readTree(answer.substring(answer.indexOf('{'))).path("Data");
			URI resource = URI.create(session.path("ResourceUrl").asString("none: " + answer));
			assertThat(InetAddress.getByName(resource.getHost())).isEqualTo(InetAddress.getByName(host));
			assertThat(PlainHttp.get(resource.toString()).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void aNameOfTheLoopbackAddressIsNoReasonToWarn() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().host("localhost").start()) {
			new TestClient(runtime).createSession();
			assertThat(this.log.list).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.0.0.0", "::" })
	void allAddressesAreShownAsTheLoopbackAddressWithAWarning(String host) throws Exception {
		assumeListening(host);
		try (LocalAgentBay runtime = LocalAgentBay.builder().host(host).start()) {
			assertThat(runtime.endpoint().getHost()).isEqualTo("127.0.0.1");
			new TestClient(runtime).createSession();
			assertThat(this.log.list).singleElement()
				.satisfies((event) -> assertThat(event.getFormattedMessage())
					.startsWith("The local runtime listens on " + host + ": whoever reaches it"));
		}
	}

	@Test
	void theCertificateIsForTheAddressThatIsShown() throws Exception {
		assumeListening("127.0.0.2");
		LocalAgentBayBuilder builder = LocalAgentBay.builder()
			.host("127.0.0.2")
			.tlsPort(0)
			.tlsDirectory(this.directory);
		try (LocalAgentBay runtime = builder.start();
				var pem = Files.newInputStream(this.directory.resolve(LocalAgentBayBuilder.CERTIFICATE_FILE))) {
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(pem);
			assertThat(certificate.getSubjectAlternativeNames().stream().map((name) -> String.valueOf(name.get(1))))
				.contains(runtime.tlsEndpoint().orElseThrow().getHost());
		}
	}

	@Test
	void aHostThatIsNotKnownIsNamed() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> LocalAgentBay.builder().host("no-such-host.invalid").start())
			.withMessage("The name 'no-such-host.invalid' is not known: give an address or a name of this machine, "
					+ "or 0.0.0.0 for all (host, --host)");
	}

	@Test
	void anAddressOfAnotherMachineIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> LocalAgentBay.builder().host("192.0.2.1").start())
			.withMessage("192.0.2.1 is no address of this machine: give one that it has, or 0.0.0.0 for all "
					+ "(host, --host)");
	}

	@Test
	void aPortInUseIsToldWithItsOptionAndAWayOut() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = other.getLocalPort();
			assertThatIllegalStateException().isThrownBy(() -> LocalAgentBay.builder().port(port).start())
				.withMessageStartingWith("Port " + port + " of 127.0.0.1 cannot be opened (")
				.withMessageEndingWith("): choose another one, or 0 for any that is free (port, --port)");
			assertThatIllegalStateException().isThrownBy(() -> LocalAgentBay.builder().tlsPort(port).start())
				.withMessageEndingWith("): choose another one, or 0 for any that is free (tlsPort, --tls-port)");
		}
	}

	@Test
	void whatIsWrongWithADirectoryIsTold() throws Exception {
		Path file = Files.createFile(this.directory.resolve("file"));
		assertRefused(LocalAgentBay.builder().dataDirectory(file), file + " cannot be used as the data directory "
				+ "(dataDirectory, --data-dir): it exists and is not a directory");
		assertRefused(LocalAgentBay.builder().dataDirectory(file.resolve("below")),
				file.resolve("below") + " cannot be used as the data directory (dataDirectory, --data-dir): ");
		assertRefused(LocalAgentBay.builder().ossDirectory(file), file + " cannot be used as the directory of the "
				+ "object storage (ossDirectory, --oss-dir): it exists and is not a directory");
		assertRefused(LocalAgentBay.builder().tlsPort(0).tlsDirectory(file), file + " cannot be used as the directory "
				+ "for the certificate (tlsDirectory, --tls-dir): it exists and is not a directory");
		assertRefused(LocalAgentBay.builder().tlsPort(0).tlsKeyStore(this.directory, ""),
				this.directory + " cannot be used as the key store (tlsKeyStore, --tls-key-store): it is not a file");
	}

	@Test
	void aDirectoryThatCannotBeMadeIsTold() {
		Path impossible = Path.of("/proc/agentbay");
		assumeTrue(Files.isDirectory(Path.of("/proc")), "there is no /proc");
		assertRefused(LocalAgentBay.builder().dataDirectory(impossible),
				"/proc/agentbay cannot be used as the data directory (dataDirectory, --data-dir): ");
	}

	private static void assertRefused(LocalAgentBayBuilder builder, String message) {
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> builder.start())
			.withMessageStartingWith(message)
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotEndWith(": "));
	}

	private static void assumeListening(String host) {
		try (ServerSocket attempt = new ServerSocket(0, 1, InetAddress.getByName(host))) {
			assumeTrue(attempt.isBound());
		}
		catch (IOException ex) {
			assumeTrue(false, host + " is no address of this machine");
		}
	}

}
