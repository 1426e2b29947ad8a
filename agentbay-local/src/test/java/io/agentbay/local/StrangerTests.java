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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.agentbay.local.TestClient.Answer;
import io.agentbay.local.fault.Fault;
import io.agentbay.local.journal.Journal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Those who reach the runtime's port and have neither its key nor the token of a session,
 * and web pages in a browser on the same machine.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StrangerTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().allowedHosts("known.example.com").start();

	private final TestClient client = new TestClient(this.runtime);

	private final String session = this.client.createSession();

	@BeforeEach
	void reset() {
		this.runtime.faults().clear();
		this.runtime.journal().clear();
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	void aStrangerTakesNoFaultAwayAndLeavesNothingInTheJournal() {
		for (String action : List.of("CreateMcpSession", "ApplyMqttToken", "HandleAIEngineMessage", Journal.DIRECT_CALL,
				Journal.WEB_SOCKET, "getContextFile", "push")) {
			this.runtime.faults().onNext(action, Fault.answer(503, "{}"));
		}
		assertThat(this.client.callWithoutKey("CreateMcpSession").code()).isEqualTo("NOT_LOGIN");
		assertThat(this.client.callWithoutKey("ApplyMqttToken", "SessionToken", "x", "DesktopId", "d").code())
			.isEqualTo("InvalidSessionToken");
		assertThat(this.client.callWithoutKey("HandleAIEngineMessage", "MsgType", "x").code())
			.isEqualTo("MissingParameter");
		assertThat(TestClient
			.answer(this.client.web()
				.post()
				.uri("/link/" + this.session + "/callTool")
				.header("X-Access-Token", "guessed")
				.bodyValue("{\"tool\":\"shell\",\"args\":{\"command\":\"true\"}}"))
			.code()).isEqualTo("InvalidToken");
		assertThat(TestClient.answer(this.client.web().get().uri("/ws/" + this.session)).code())
			.isEqualTo("InvalidToken");
		assertThat(TestClient.answer(this.client.web().get().uri("/contexts/x/file?path=/f&expires=9&signature=x"))
			.status()).isEqualTo(403);
		assertThat(TestClient.answer(this.client.web().post().uri("/push/" + this.session).bodyValue("{}")).code())
			.isEqualTo("NOT_LOGIN");
		assertThat(this.runtime.journal().calls()).isEmpty();
		assertThat(this.client.call("CreateMcpSession").status()).isEqualTo(503);
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example.com", "evil.example.com:80", "127.0.0.1.nip.io", "localhost.evil.com" })
	void aNameThatSomebodyLeadsHereIsRefusedAtEveryDoor(String host) {
		for (String path : List.of("/", "/resource/x", "/pictures/x", "/cdp/x/json", "/request_ai/x/path/", "/ws/x",
				"/contexts/x/file", "/nowhere")) {
			Answer answer = TestClient.answer(this.client.web().get().uri(path).header("Host", host));
			assertThat(answer.status()).as(path).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:1", "127.0.0.1", "[::1]:8", "[fe80::1%eth0]:8", "192.168.0.7:80",
			"agentbay:8080", "host.docker.internal", "known.example.com" })
	void namesThatNobodyElseCanHaveAreFine(String host) {
		assertThat(create().header("Host", host)
			.exchangeToMono((answer) -> answer.bodyToMono(String.class))
			.block(Duration.ofSeconds(30))).contains("NOT_LOGIN");
	}

	@ParameterizedTest
	@CsvSource({ "Origin, http://evil.example.com", "Origin, null", "Origin, http://localhost:1",
			"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site" })
	void aWebPageFromElsewhereIsRefused(String header, String value) {
		assertThat(TestClient.answer(create().header(header, value)).status()).isEqualTo(403);
		assertThat(TestClient.answer(
				this.client.web().get().uri("/ws/" + this.session).header("Upgrade", "websocket").header(header, value))
			.status()).isEqualTo(403);
	}

	@Test
	void aPageOfTheRuntimesOwnAndAnAddressThatIsTypedAreFine() {
		String own = this.runtime.endpoint().toString();
		assertThat(TestClient.answer(create().header("Origin", own)).code()).isEqualTo("NOT_LOGIN");
		for (Map<String, String> headers : List.of(Map.of("Sec-Fetch-Site", "none"),
				Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"))) {
			assertThat(TestClient
				.answer(this.client.web().get().uri("/resource/x").headers((given) -> headers.forEach(given::set)))
				.status()).isEqualTo(404);
		}
	}

	private RequestHeadersSpec<?> create() {
		return this.client.web().post().uri("/?Action=CreateMcpSession");
	}

}
