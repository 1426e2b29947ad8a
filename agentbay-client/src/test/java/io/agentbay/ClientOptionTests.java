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

package io.agentbay;

import java.io.IOException;
import java.util.List;

import io.agentbay.connection.Proxy;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.testing.ConnectProxy;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What can be set on the builder beside key, address and times.
 */
class ClientOptionTests {

	@Test
	void requestsGoThroughTheProxyWhichGetsItsPassword() throws IOException {
		try (ConnectProxy proxy = new ConnectProxy();
				ScriptedServer server = new ScriptedServer().answers(Replies.session());
				AgentBay agentBay = server.client()
					.proxy(new Proxy("127.0.0.1", proxy.port(), "user", "word", List.of()))
					.build()) {
			assertThat(agentBay.get(Replies.SESSION).id()).isEqualTo(Replies.SESSION);
			assertThat(proxy.requests()).singleElement()
				.asString()
				.startsWith("CONNECT 127.0.0.1:")
				.containsIgnoringCase("Proxy-Authorization: Basic dXNlcjp3b3Jk")
				.doesNotContain(ScriptedServer.KEY);
		}
	}

	@Test
	void webSocketsGoThroughTheProxyToo() throws Exception {
		try (ConnectProxy proxy = new ConnectProxy();
				LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = LocalClient.of(runtime)
					.proxy(new Proxy("127.0.0.1", proxy.port(), null, null, List.of()))
					.build()) {
			Session session = agentBay.create();
			int before = proxy.requests().size();
			session.channel().connect();
			assertThat(proxy.requests()).hasSize(before + 1);
			session.delete();
		}
	}

	@Test
	void namedHostsAreReachedWithoutTheProxy() throws IOException {
		try (ConnectProxy proxy = new ConnectProxy();
				ScriptedServer server = new ScriptedServer().answers(Replies.session());
				AgentBay agentBay = server.client()
					.proxy(new Proxy("127.0.0.1", proxy.port(), null, null, List.of("*.example.com", "127.*")))
					.build()) {
			assertThat(agentBay.get(Replies.SESSION).id()).isEqualTo(Replies.SESSION);
			assertThat(proxy.requests()).isEmpty();
		}
	}

	@Test
	void namesBehindTheProxyAreLeftToTheProxy() throws IOException {
		try (ConnectProxy proxy = new ConnectProxy();
				ScriptedServer server = new ScriptedServer().answers(Replies.session());
				AgentBay agentBay = server.client()
					.endpoint(server.endpoint().replace("127.0.0.1", "agentbay.invalid"))
					.allowPlainHttp(true)
					.proxy(new Proxy("127.0.0.1", proxy.port(), null, null, List.of("*.example.com")))
					.build()) {
			assertThat(agentBay.get(Replies.SESSION).id()).isEqualTo(Replies.SESSION);
			assertThat(proxy.requests()).singleElement().asString().startsWith("CONNECT agentbay.invalid:");
		}
	}

	@Test
	void theProxyHidesItsPassword() {
		assertThat(new Proxy("proxy", 3128, "user", "s3cr3t", List.of()).toString()).doesNotContain("s3cr3t");
		assertThatIllegalArgumentException().isThrownBy(() -> new Proxy("proxy", 0, null, null, List.of()))
			.withMessageContaining("'port'");
		assertThatIllegalArgumentException().isThrownBy(() -> new Proxy("proxy", 3128, null, "word", List.of()))
			.withMessageContaining("'username'");
	}

	@Test
	void theApplicationIsNamedBehindTheClient() {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session());
				AgentBay agentBay = server.client().userAgentSuffix("shop/1.2").build()) {
			agentBay.get(Replies.SESSION);
			assertThat(server.onlyRequest().headers().get("user-agent")).startsWith("agentbay-spring/")
				.endsWith(" shop/1.2");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> AgentBay.builder().userAgentSuffix("a\r\nb"))
			.withMessageContaining("'userAgentSuffix'");
	}

	@Test
	void withoutParametersASessionOfTheDefaultKindIsCreated() {
		try (LocalAgentBay service = LocalAgentBay.builder().start();
				AgentBay agentBay = client(service).defaultSession(CreateSessionOptions.ofImage("code_latest")).build();
				Session session = agentBay.create();
				Session other = agentBay.create(CreateSessionOptions.ofImage("linux_latest"))) {
			assertThat(session.imageId()).isEqualTo("code_latest");
			assertThat(other.imageId()).isEqualTo("linux_latest");
		}
	}

	@Test
	void withoutTheDirectLinkToolsAreCalledByAction() {
		try (LocalAgentBay service = LocalAgentBay.builder().start();
				AgentBay agentBay = client(service).directLink(false).build();
				Session session = agentBay.create()) {
			assertThat(session.command().run("echo through").requireSuccess().stdout()).isEqualTo("through\n");
			assertThat(service.journal().calls("CallMcpTool")).hasSize(1);
		}
	}

	private static AgentBayBuilder client(LocalAgentBay service) {
		return AgentBay.builder().apiKey(service.apiKey()).endpoint(service.endpoint().toString());
	}

}
